package import Desk
import Foundation
import Mail

/// Writing first: a ticket that begins with a mail of ours.
extension StoreContract {
    static let openings = [
        StoreContract("writing first makes person, ticket, message and mail together") { subject in
            let ticket = try await subject.opened(
                .sample {
                    $0.attachments = [
                        ComposedAttachment(filename: "bill.txt", mediaType: "text/plain", bytes: Array("12".utf8))
                    ]
                })
            try subject.require(
                ticket.status == .pending && ticket.messageCount == 1 && ticket.version == 1, "it waits for the person")
            try subject.require(
                ticket.subject == "Your order" && ticket.mailbox == subject.profile.name, "as it was said")
            let view = try await subject.view(ticket.number)
            try subject.require(view.ticket == ticket, "the view shows the same ticket")
            let message = try subject.unwrap(view.messages.first, "the message")
            try subject.require(
                message.direction == .out && !message.automatic && message.attachments.map(\.filename) == ["bill.txt"],
                "a person wrote it, with its file")
            try subject.require(
                message.remarks == ["written-first: Art. 6(1)(b): the parcel came back"], "reason and basis are kept")
            try subject.require(message.recipients.map(\.state) == [.queued], "it is queued")
            let person = try subject.unwrap(
                try await subject.store.person(withAddress: Samples.address("ada@customer.example")), "the person")
            try subject.require(person.id == ticket.requester.id && person.tickets == [ticket.number], "of the person")
            let sent = try await subject.sendAll()
            try subject.require(sent.count == 1 && sent.first?.messageID == message.messageID, "and leaves once")
            try subject.require(sent.first?.subject == "Your order \(ticket.number.tag)", "with the tag")
        },
        StoreContract("writing first said twice is done once, for a day, and is no answer of the same key") { subject in
            let (other, _) = try await subject.openAcknowledged()
            try await subject.answered(other, ReplyDraft(text: "Use water.", idempotencyKey: "k1"))
            let draft = try OpeningDraft.sample {
                $0.to = try Samples.address("new@customer.example")
                $0.idempotencyKey = "k1"
            }
            let first = try await subject.opened(draft)
            guard case .repeated(let again) = try await subject.opening(draft) else {
                throw ContractBroken(description: "it was carried out twice")
            }
            try subject.require(again == first && first.number != other, "it answers with the first one's ticket")
            try subject.require(try await subject.sendAll().count == 2, "one mail of each")
            subject.clock.advance(by: Limits.idempotencyKept + .seconds(1))
            guard case .opened(let next) = try await subject.opening(draft) else {
                throw ContractBroken(description: "the key is remembered too long")
            }
            try subject.require(next.requester.id == first.requester.id, "to the person there is already")
        },
        StoreContract("whoever is written to first answers into that ticket, as its participant") { subject in
            let ticket = try await subject.opened(.sample())
            let sent = try subject.unwrap(try await subject.sendAll().first, "the mail")
            let outcome = try await subject.receive(.answering(sent))
            try subject.require(outcome == [.appended(ticket.number)], "it joins: \(outcome)")
            let view = try await subject.view(ticket.number)
            try subject.require(
                view.ticket.status == .open && view.messages.last?.held == false
                    && view.messages.last?.authorID == ticket.requester.id, "as what the person says")
            let answer = try await subject.answered(ticket.number)
            try subject.require(answer.recipients.map(\.to?.text) == ["ada@customer.example"], "and is answered")
        },
        StoreContract("an unsubscribe is overridden only when it was known, and that is written down") { subject in
            let waiting = try await subject.opened(.sample())
            try await subject.store.suppress(subject.suppression(), by: .daemon)
            let states = try await subject.view(waiting.number).messages.flatMap(\.recipients).map(\.state)
            try subject.require(states == [.suppressed], "a wish that came while it waited withholds it: \(states)")
            try subject.require(try await subject.sendAll().isEmpty, "nothing leaves")
            let knowing = try await subject.opened(.sample())
            let message = try subject.unwrap(try await subject.view(knowing.number).messages.first, "the message")
            try subject.require(
                message.remarks.contains("override: Art. 6(1)(b): the parcel came back"), "the override is kept")
            let audited = try await subject.store.auditEntries(after: 0, limit: 100).filter {
                $0.event == AuditEvent.replyOverridden(ticket: knowing.number, entry: message.recipients[0].entry).code
            }
            try subject.require(
                audited.map(\.object) == [message.recipients[0].entry.object], "one entry of the audit log names it")
            try subject.require(try await subject.sendAll().count == 1, "and lets it leave")
            let second = try await subject.answered(knowing.number)
            try subject.require(second.recipients.map(\.state) == [.suppressed], "but not what follows it")
        },
    ]
}

extension OpeningDraft {
    package static func sample(_ change: (inout OpeningDraft) throws -> Void = { _ in }) throws -> OpeningDraft {
        var draft = OpeningDraft(
            to: try Samples.address("ada@customer.example"), subject: "Your order", text: "Where shall it go?",
            reason: "the parcel came back", basis: "Art. 6(1)(b)")
        try change(&draft)
        return draft
    }
}

extension StoreSubject {
    package func opening(_ draft: OpeningDraft) async throws -> OpeningOutcome {
        try await store.open(
            draft, in: profile, by: .operatorOnHost,
            dispatch: Dispatch(settings: settings, keys: keys, world: clock.world))
    }

    /// Writes first and takes the ticket out of the outcome.
    package func opened(_ draft: OpeningDraft) async throws -> Ticket {
        let outcome = try await opening(draft)
        guard case .opened(let ticket) = outcome else {
            throw ContractBroken(description: "writing first became \(outcome)")
        }
        return ticket
    }
}
