package import Desk
import Foundation
package import Mail

/// Two tickets that become one.
extension StoreContract {
    static let merging = [
        StoreContract("merging puts the messages of both in order, and both numbers lead to one ticket") { subject in
            let (first, second) = try await subject.openTwo()
            let before = try await [subject.view(first), subject.view(second)]
            let file = ComposedAttachment(filename: "how.txt", mediaType: "text/plain", bytes: Array("pour".utf8))
            try await subject.answered(second, ReplyDraft(text: "Use sand.", attachments: [file]))
            subject.clock.advance(by: .seconds(5))
            let merged = try await subject.merged(second, into: first)
            try subject.require(merged.number == first && merged.requester == before[0].ticket.requester, "one is left")
            let view = try await subject.view(second)
            try subject.require(
                view.ticket.number == first && view.mergedFrom == [second], "the old number leads there")
            try subject.require(view.messages.map(\.at) == view.messages.map(\.at).sorted(), "in order of time")
            let said = Set(view.messages.map(\.text))
            for message in before.flatMap(\.messages) {
                try subject.require(said.contains(message.text), "all is there")
            }
            try subject.require(
                view.messages.allSatisfy { !$0.remarks.contains("damaged") && !$0.remarks.contains("erased") },
                "and opens")
            let answer = try subject.unwrap(view.messages.first { $0.text == "Use sand." }, "the answer")
            try subject.require(answer.recipients.map(\.state) == [.queued], "with its delivery")
            let id = try subject.unwrap(answer.attachments.first?.id, "the file")
            for number in [first, second] {
                let bytes = try await subject.store.attachment(
                    id, of: number, reader: .operatorOnHost, now: subject.now)?.1
                try subject.require(bytes == Array("pour".utf8), "the file is had under either number")
            }
            let sent = try await subject.sendAll()
            try subject.require(sent.map(\.messageID) == [answer.messageID], "what waited leaves")
            let listed = try await subject.store.tickets(TicketFilter()).tickets.map(\.number)
            try subject.require(listed == [first], "one is listed: \(listed)")
            let person = try subject.unwrap(
                try await subject.store.person(merged.requester.id), "the person")
            try subject.require(person.tickets == [first], "the person has one ticket")
        },
        StoreContract("whatever answers a merged ticket lands in the one that is left") { subject in
            let (first, acknowledgement) = try await subject.openAcknowledged()
            let second = try await subject.openAnother()
            let other = try subject.unwrap(try await subject.sendAll().first, "the second acknowledgement")
            _ = try await subject.merged(second, into: first)
            let byID = try await subject.receive(.answering(other) { $0.messageID = "a1@customer.example" })
            let byToken = try await subject.receive(.toToken(of: other) { $0.messageID = "a2@customer.example" })
            let byTag = try await subject.receive(
                .make {
                    $0.messageID = "a3@customer.example"
                    $0.subject = "Re: Toner \(second.tag)"
                })
            let byReference = try await subject.receive(
                .make {
                    $0.messageID = "a4@customer.example"
                    $0.headers = ["References: <second@customer.example>"]
                })
            for outcome in [byID, byToken, byTag, byReference] {
                try subject.require(outcome == [.appended(first)], "it joins: \(outcome)")
            }
            try subject.require(
                try await subject.view(first).messages.allSatisfy { !$0.held }, "as the participant's own")
            let note = try await subject.store.note(second, text: "By phone.", by: .operatorOnHost, now: subject.now)
            try subject.require(note != nil, "a note under the old number")
            let answer = try await subject.answered(second, ReplyDraft(text: "Both then."))
            try subject.require(answer.recipients.map(\.to?.text) == ["ada@customer.example"], "and an answer")
            try subject.require(try await subject.view(first).messages.last?.text == "Both then.", "are there as well")
            _ = acknowledgement
        },
        StoreContract("chains of merges are one step long, and a ring is refused") { subject in
            let (first, second) = try await subject.openTwo()
            let third = try await subject.openAnother("third")
            _ = try await subject.merged(first, into: second)
            _ = try await subject.merged(second, into: third)
            for number in [first, second, third] {
                try subject.require(
                    try await subject.view(number).ticket.number == third, "\(number.value) leads there")
            }
            try subject.require(try await subject.view(third).mergedFrom == [first, second], "both are named")
            try await subject.refuses(.itself, third, into: first)
            try await subject.refuses(.itself, third, into: third)
            try await subject.refuses(.alreadyMerged(into: third), first, into: try await subject.openAnother("fourth"))
            let count = try await subject.view(third).messages.count
            _ = try await subject.merged(first, into: second)
            try subject.require(try await subject.view(third).messages.count == count, "said again it changes nothing")
        },
        StoreContract("two people's tickets stay two, until one of them may read the other's") { subject in
            let (ada, acknowledgement) = try await subject.openAcknowledged()
            let eve = try await subject.openAnother("eve", from: "Eve <eve@elsewhere.example>")
            let her = try subject.unwrap(try await subject.sendAll().first, "her acknowledgement")
            try await subject.refuses(.differentPeople, eve, into: ada)
            try await subject.refuses(.differentPeople, ada, into: eve)
            let bob = try Samples.address("bob@elsewhere.example")
            try await subject.takesPart(bob, in: eve)
            try await subject.takesPart(Samples.address("eve@elsewhere.example"), in: ada)
            let merged = try await subject.merged(eve, into: ada)
            try subject.require(merged.requester.address?.text == "ada@customer.example", "it is Ada's ticket")
            let names = try await subject.view(ada).participants.compactMap(\.address?.text)
            try subject.require(names == ["eve@elsewhere.example"], "nobody else of hers takes part: \(names)")
            let answer = try await subject.answered(ada, ReplyDraft(text: "Use water."))
            let sent = try subject.unwrap(try await subject.sendAll().first, "the answer")
            try subject.require(
                answer.recipients.map(\.to?.text) == ["ada@customer.example"]
                    && sent.inReplyTo.first?.value == "first@customer.example", "it answers Ada alone")
            let text = sent.readableText().text
            try subject.require(!text.contains("Toner") && !text.contains("It burns"), "and quotes nobody: \(text)")
            _ = try await subject.receive(.bounce(of: her, action: "failed", status: "5.1.1"))
            let person = try await subject.store.person(merged.requester.id)
            try subject.require(person?.isUndeliverable == false, "Eve's dead address is not Ada's")
            _ = acknowledgement
        },
        StoreContract(
            """
            a merge honours the version, and nobody who saw either ticket answers unknowingly
            """
        ) { subject in
            let (first, second) = try await subject.openTwo()
            let seen = try await (subject.view(first).ticket.version, subject.view(second).ticket.version)
            _ = try await subject.store.note(second, text: "x", by: .operatorOnHost, now: subject.now)
            let stale = try await subject.store.merge(
                second, into: first, ifVersion: seen.1, by: .operatorOnHost, now: subject.now)
            guard case .conflict(let current) = stale else {
                throw ContractBroken(description: "a stale merge was made: \(stale)")
            }
            try subject.require(current == seen.1 + 1, "the caller learns the version")
            let merged = try await subject.merged(second, into: first)
            for (number, version) in [(first, seen.0), (second, current), (second, merged.version)] {
                guard case .conflict = try await subject.answer(number, ReplyDraft(text: "x", ifVersion: version))
                else {
                    throw ContractBroken(description: "#\(number.value) at \(version) was answered unseen")
                }
            }
            try await subject.answered(first, ReplyDraft(text: "x", ifVersion: merged.version))
        },
        StoreContract("the ticket that is left is as urgent, as protected and as muted as both were") { subject in
            let (first, second) = try await subject.openTwo()
            _ = try await subject.changed(
                first, TicketChanges(status: .closed, tags: ["fire"], priority: .low, labels: [.minor]))
            _ = try await subject.changed(
                second, TicketChanges(assignee: "Grace", tags: ["fire", "ink"], priority: .high, labels: [.art9]))
            try await subject.store.suppress(subject.suppression(.ticket, ticket: second), by: .daemon)
            let merged = try await subject.merged(second, into: first)
            try subject.require(
                merged.status == .open && merged.priority == .high && merged.labels == [.art9, .minor]
                    && merged.tags == ["fire", "ink"] && merged.assignee == "Grace", "\(merged)")
            try await subject.answered(first)
            let again = try await subject.answered(first)
            try subject.require(again.recipients.map(\.state) == [.suppressed], "a muted matter stays muted")
            let audited = try await subject.store.auditEntries(after: 0, limit: 100).filter {
                $0.event == AuditEvent.ticketMerged(first, into: first).code
            }
            try subject.require(audited.count == 1 && audited.first?.object == nil, "one entry, of numbers: \(audited)")
        },
        StoreContract("what stood beside a ticket stands beside the one it becomes part of") { subject in
            let (first, second) = try await subject.openTwo()
            let mail = try subject.unwrap(
                try await subject.view(second).messages.first { $0.direction == .in }, "the mail")
            let offshoot = try await subject.made([mail.id], of: second).number
            try subject.require(try await subject.view(second).linked == [offshoot], "linked at first")
            _ = try await subject.merged(second, into: first)
            let (left, beside) = try await (subject.view(first), subject.view(offshoot))
            try subject.require(
                left.linked == [offshoot] && beside.linked == [first], "\(left.linked) \(beside.linked)")
        },
    ]
}

extension StoreSubject {
    /// A second matter of the same person, or of another, more than an hour later: it is acknowledged too (P12).
    package func openAnother(_ id: String = "second", from: String = "Ada <ada@customer.example>") async throws
        -> TicketNumber
    {
        clock.advance(by: .seconds(3_601))
        return try await open(
            .make {
                $0.from = from
                $0.messageID = "\(id)@customer.example"
                $0.subject = "Toner"
                $0.body = "Toner is empty, says \(id)."
            })
    }

    /// Two matters of one person, whose acknowledgements were sent.
    package func openTwo() async throws -> (TicketNumber, TicketNumber) {
        let (first, _) = try await openAcknowledged()
        let second = try await openAnother()
        try await sendAll()
        clock.advance(by: .seconds(1))
        return (first, second)
    }

    package func merged(_ number: TicketNumber, into target: TicketNumber) async throws -> Ticket {
        let outcome = try await store.merge(number, into: target, ifVersion: nil, by: .operatorOnHost, now: now)
        guard case .merged(let ticket) = outcome else {
            throw ContractBroken(description: "a merge became \(outcome)")
        }
        return ticket
    }

    func refuses(_ expected: MergeRefusal, _ number: TicketNumber, into target: TicketNumber) async throws {
        let outcome = try await store.merge(number, into: target, ifVersion: nil, by: .operatorOnHost, now: now)
        guard case .refused(expected) = outcome else {
            throw ContractBroken(description: "a merge became \(outcome), not \(expected)")
        }
    }

    @discardableResult
    package func takesPart(_ address: EmailAddress, in number: TicketNumber) async throws -> [PersonSummary] {
        let outcome = try await store.addParticipant(address, to: number, by: .operatorOnHost, now: now)
        guard case .changed(let participants) = outcome else {
            throw ContractBroken(description: "adding somebody became \(outcome)")
        }
        return participants
    }
}
