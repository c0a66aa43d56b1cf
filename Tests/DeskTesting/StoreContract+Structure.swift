import Desk
import Foundation
import Mail

/// Splitting, admitting, taking part, and what stands beside a ticket.
extension StoreContract {
    static let structure = [
        StoreContract("messages split off are a ticket of their own, and what answers them goes with them") { subject in
            let (number, acknowledgement) = try await subject.openAcknowledged()
            _ = try await subject.receive(
                .answering(acknowledgement) {
                    $0.messageID = "other@customer.example"
                    $0.subject = "Re: toner"
                    $0.body = "And the toner?"
                })
            let reply = try await subject.answered(number, ReplyDraft(text: "Toner is on its way."))
            let sent = try subject.unwrap(try await subject.sendAll().first, "the reply")
            subject.clock.advance(by: .seconds(1))
            let before = try await subject.view(number)
            let moved = before.messages.filter { $0.id == reply.id || $0.text.contains("And the toner?") }
            let made = try await subject.made(moved.map(\.id), of: number)
            try subject.require(
                made.number != number && made.subject == "Re: toner" && made.status == .open
                    && made.requester.id == before.ticket.requester.id, "\(made)")
            let (old, new) = try await (subject.view(number), subject.view(made.number))
            try subject.require(
                new.messages.filter { $0.direction != .note }.map(\.id) == moved.map(\.id), "they are there, in order")
            try subject.require(new.messages.map(\.text).contains("Toner is on its way."), "and open")
            try subject.require(
                old.messages.filter { $0.direction != .note }.count == before.messages.count - moved.count,
                "and not here")
            try subject.require(old.linked == [made.number] && new.linked == [number], "linked both ways")
            try subject.require(
                new.messages.first { $0.id == reply.id }?.recipients.map(\.state) == [.sent], "with their deliveries")
            let toNew = try await subject.receive(.answering(sent) { $0.messageID = "b1@customer.example" })
            let toToken = try await subject.receive(.toToken(of: sent) { $0.messageID = "b2@customer.example" })
            let toMail = try await subject.receive(
                .make {
                    $0.messageID = "b3@customer.example"
                    $0.headers = ["In-Reply-To: <other@customer.example>"]
                })
            for outcome in [toNew, toToken, toMail] {
                try subject.require(outcome == [.appended(made.number)], "what answers them goes there: \(outcome)")
            }
            let toOld = try await subject.receive(
                .answering(acknowledgement) { $0.messageID = "b4@customer.example" })
            try subject.require(toOld == [.appended(number)], "what answers the rest stays: \(toOld)")
        },
        StoreContract("who muted a matter has muted what is split off from it") { subject in
            let (number, acknowledgement) = try await subject.openAcknowledged()
            _ = try await subject.receive(.answering(acknowledgement) { $0.messageID = "second@customer.example" })
            try await subject.store.suppress(subject.suppression(.ticket, ticket: number), by: .daemon)
            let last = try subject.unwrap(
                try await subject.view(number).messages.last { $0.direction == .in }, "the second mail")
            let made = try await subject.made([last.id], of: number)
            // The first answer to a mail that nobody has answered is what its author asked for (P5).
            try await subject.answered(made.number)
            let again = try await subject.answered(made.number)
            try subject.require(again.recipients.map(\.state) == [.suppressed], "a muted matter stays muted")
        },
        StoreContract("a split leaves something, knows its messages and makes a ticket of one person's") { subject in
            let (number, acknowledgement) = try await subject.openAcknowledged()
            for name in ["eve", "bob"] {
                _ = try await subject.receive(
                    .toToken(of: acknowledgement) {
                        $0.from = "\(name) <\(name)@elsewhere.example>"
                        $0.messageID = "\(name)@elsewhere.example"
                    })
            }
            let messages = try await subject.view(number).messages
            let held = messages.filter(\.held).map(\.id)
            try subject.require(held.count == 2, "two strangers are held")
            try await subject.refuses(.nothingLeft, messages.map(\.id), of: number)
            try await subject.refuses(.unknownMessage, [TicketMessageID(from: subject.clock.world)], of: number)
            try await subject.refuses(.severalPeople, held, of: number)
            try await subject.refuses(.severalPeople, [held[0], messages[1].id], of: number)
            let version = try await subject.view(number).ticket.version
            let stale = try await subject.store.split(
                [held[0]], from: number, subject: nil, ifVersion: version - 1, by: .operatorOnHost, now: subject.now)
            guard case .conflict(version) = stale else { throw ContractBroken(description: "stale: \(stale)") }
            let made = try await subject.made([held[0]], of: number, subject: "Eve's matter")
            let view = try await subject.view(made.number)
            try subject.require(
                made.requester.address?.text == "eve@elsewhere.example" && made.subject == "Eve's matter"
                    && view.messages.allSatisfy { !$0.held }, "a stranger's mail is the stranger's own ticket")
            try subject.require(
                try await subject.view(number).participants.isEmpty, "and the stranger takes no part in the old one")
            let answer = try await subject.answered(made.number)
            try subject.require(answer.recipients.map(\.to?.text) == ["eve@elsewhere.example"], "it can be answered")
        },
        StoreContract("an admitted message is in its ticket, and its author is still a stranger") { subject in
            let (number, acknowledgement) = try await subject.openAcknowledged()
            try await subject.answered(number)
            let stranger = { (id: String) in
                try SampleMail.toToken(of: acknowledgement) {
                    $0.from = "Eve <eve@elsewhere.example>"
                    $0.messageID = "\(id)@elsewhere.example"
                }
            }
            _ = try await subject.receive(stranger("e1"))
            let held = try subject.unwrap(try await subject.view(number).messages.first(where: \.held), "the message")
            let outcome = try await subject.store.admit(held.id, to: number, by: .operatorOnHost, now: subject.now)
            guard case .admitted(let ticket) = outcome else {
                throw ContractBroken(description: "admitting became \(outcome)")
            }
            let view = try await subject.view(number)
            try subject.require(
                ticket.status == .open && view.messages.allSatisfy { !$0.held } && view.participants.isEmpty,
                "it wants an answer, and nobody takes part")
            let again = try await subject.store.admit(held.id, to: number, by: .operatorOnHost, now: subject.now)
            guard case .admitted(ticket) = again else { throw ContractBroken(description: "again: \(again)") }
            _ = try await subject.receive(stranger("e2"))
            try subject.require(try await subject.view(number).messages.last?.held == true, "the next is held again")
            let answer = try await subject.answered(number)
            try subject.require(answer.recipients.map(\.to?.text) == ["ada@customer.example"], "Ada is answered")
            let other = try await subject.openAnother()
            guard
                case .messageNotFound = try await subject.store.admit(
                    held.id, to: other, by: .operatorOnHost, now: subject.now)
            else { throw ContractBroken(description: "a message of another ticket was admitted") }
        },
        StoreContract("who is added takes part, is sent nothing, and takes no part once removed") { subject in
            let (number, acknowledgement) = try await subject.openAcknowledged()
            let address = try Samples.address("bob@customer.example")
            let added = try await subject.takesPart(address, in: number)
            try subject.require(added.map(\.address) == [address], "\(added)")
            let bob = try subject.unwrap(try await subject.store.person(withAddress: address), "Bob")
            try subject.require(bob.tickets == [number], "Bob is a person with a ticket")
            try subject.require(try await subject.takesPart(address, in: number) == added, "once")
            try subject.require(try await subject.sendAll().isEmpty, "nothing is sent")
            let speak = { (id: String) in
                try await subject.receive(
                    .toToken(of: acknowledgement) {
                        $0.from = "Bob <bob@customer.example>"
                        $0.messageID = "\(id)@customer.example"
                    })
            }
            _ = try await speak("b1")
            try subject.require(try await subject.view(number).messages.last?.held == false, "Bob's mail joins")
            let removed = try await subject.store.removeParticipant(
                bob.id, from: number, by: .operatorOnHost, now: subject.now)
            guard case .changed(let left) = removed, left.isEmpty else {
                throw ContractBroken(description: "removing Bob became \(removed)")
            }
            _ = try await speak("b2")
            try subject.require(try await subject.view(number).messages.last?.held == true, "then it is held")
            let twice = try await subject.store.removeParticipant(
                bob.id, from: number, by: .operatorOnHost, now: subject.now)
            guard case .notParticipant = twice else { throw ContractBroken(description: "twice: \(twice)") }
            let ada = try await subject.view(number).ticket.requester.id
            let owner = try await subject.store.removeParticipant(
                ada, from: number, by: .operatorOnHost, now: subject.now)
            guard case .isRequester = owner else { throw ContractBroken(description: "the requester: \(owner)") }
            let codes = try await subject.store.auditEntries(after: 0, limit: 100).filter { $0.object == bob.id.object }
            try subject.require(
                codes.map(\.event) == ["participant.added", "participant.removed"], "both are audited: \(codes)")
        },
        StoreContract("whoever was copied in takes no part by it") { subject in
            let (number, _) = try await subject.openAcknowledged()
            let bob = try Samples.address("bob@customer.example")
            try await subject.answered(number, ReplyDraft(text: "Both of you.", close: true, carbonCopies: [bob]))
            let sent = try await subject.sendAll()
            let copy = try subject.unwrap(
                sent.first { $0.to.first?.address == "bob@customer.example" }, "the copy")
            try subject.require(!copy.readableText().text.contains("It burns"), "the copy quotes nothing")
            try subject.require(try await subject.view(number).participants.isEmpty, "nobody was added")
            _ = try await subject.receive(
                .toToken(of: copy) {
                    $0.from = "Bob <bob@customer.example>"
                    $0.messageID = "bob1@customer.example"
                })
            let view = try await subject.view(number)
            try subject.require(
                view.messages.last?.held == true && view.ticket.status == .closed && view.participants.isEmpty,
                "what Bob writes is held and reopens nothing")
        },
        StoreContract("a person's other open tickets are suggested, newest first, to those who may see them") {
            subject in
            let (first, second) = try await subject.openTwo()
            let third = try await subject.openAnother("third")
            _ = try await subject.openAnother("eve", from: "Eve <eve@elsewhere.example>")
            try subject.require(try await subject.view(first).possiblyRelated == [third, second], "both others")
            _ = try await subject.changed(third, TicketChanges(status: .closed))
            try subject.require(try await subject.view(first).possiblyRelated == [second], "a closed one is over")
            let blind = Principal.token(
                AccessTokenID(from: subject.clock.world), scopes: [.ticketsRead], mailboxes: [])
            let seen = try await subject.store.ticket(first, reader: blind, now: subject.now)
            try subject.require(seen?.possiblyRelated == [], "not to those who may not see them")
        },
    ]
}

extension StoreSubject {
    /// Splits and takes the new ticket out of the outcome.
    func made(
        _ messages: [TicketMessageID], of number: TicketNumber, subject title: String? = nil
    ) async throws -> Ticket {
        let outcome = try await store.split(
            messages, from: number, subject: title, ifVersion: nil, by: .operatorOnHost, now: now)
        guard case .split(let ticket) = outcome else { throw ContractBroken(description: "a split became \(outcome)") }
        return ticket
    }

    func refuses(_ expected: SplitRefusal, _ messages: [TicketMessageID], of number: TicketNumber) async throws {
        let outcome = try await store.split(
            messages, from: number, subject: nil, ifVersion: nil, by: .operatorOnHost, now: now)
        guard case .refused(expected) = outcome else {
            throw ContractBroken(description: "a split became \(outcome), not \(expected)")
        }
    }
}
