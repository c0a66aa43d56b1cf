import Desk
import Foundation
import Mail

/// What agents do to a ticket: versions, repeated requests, first answers, notes and changes.
extension StoreContract {
    static let answers = [
        StoreContract("an answer, its message and its mail are there together") { subject in
            let (number, _) = try await subject.openAcknowledged()
            let message = try await subject.answered(
                number,
                ReplyDraft(
                    text: "Use water.",
                    attachments: [
                        ComposedAttachment(filename: "how.txt", mediaType: "text/plain", bytes: Array("pour".utf8))
                    ]))
            try subject.require(message.direction == .out && !message.automatic, "a person answered")
            try subject.require(message.attachments.map(\.filename) == ["how.txt"], "with its file")
            let delivery = try subject.unwrap(message.recipients.first, "the recipient")
            try subject.require(
                delivery.to?.text == "ada@customer.example" && delivery.state == .queued, "it is queued to the person")
            let view = try await subject.view(number)
            try subject.require(view.ticket.status == .pending, "the ticket waits for the person")
            try subject.require(view.messages.last == message, "the view shows the same message")
            let sent = try subject.unwrap(try await subject.sendAll().first, "the mail")
            try subject.require(sent.messageID == message.messageID, "one Message-ID on paper and on the wire")
            try subject.require(sent.inReplyTo.first?.value == "first@customer.example", "it answers the person's mail")
        },
        StoreContract("of two agents who saw one version only one answers") { subject in
            let (number, _) = try await subject.openAcknowledged()
            let version = try await subject.view(number).ticket.version
            let draft = ReplyDraft(text: "Use water.", ifVersion: version)
            try await subject.answered(number, draft)
            guard case .conflict(let current) = try await subject.answer(number, draft) else {
                throw ContractBroken(description: "both answered")
            }
            try subject.require(current > version, "the second learns the new version")
            let outcome = try await subject.store.change(
                number, to: TicketChanges(status: .open), ifVersion: version, by: .operatorOnHost, now: subject.now)
            guard case .conflict = outcome else { throw ContractBroken(description: "a stale change was made") }
            try subject.require(try await subject.view(number).messages.count == 3, "one answer was written")
        },
        StoreContract("a request said twice is carried out once, for a day and for its author") { subject in
            let (number, _) = try await subject.openAcknowledged()
            let draft = ReplyDraft(text: "Use water.", idempotencyKey: "k1")
            let first = try await subject.answered(number, draft)
            guard case .repeated(let again) = try await subject.answer(number, draft) else {
                throw ContractBroken(description: "it was carried out twice")
            }
            try subject.require(again.id == first.id, "it answers with the first one's message")
            subject.clock.advance(by: Limits.idempotencyKept + .seconds(1))
            guard case .answered = try await subject.answer(number, draft) else {
                throw ContractBroken(description: "the key is remembered too long")
            }
        },
        StoreContract("carbon copies are mails of their own") { subject in
            let (number, _) = try await subject.openAcknowledged()
            let copy = try Samples.address("bob@customer.example")
            let message = try await subject.answered(number, ReplyDraft(text: "Both of you.", carbonCopies: [copy]))
            try subject.require(
                Set(message.recipients.compactMap(\.to?.text)) == ["ada@customer.example", "bob@customer.example"],
                "both are recipients")
            let sent = try await subject.sendAll()
            try subject.require(Set(sent.compactMap(\.messageID)).count == 2, "each with its own Message-ID")
            try subject.require(
                try await subject.store.person(withAddress: copy) == nil, "a copy makes nobody a person")
        },
        StoreContract("a ticket that does not exist is not answered, noted or changed") { subject in
            let number = try subject.unwrap(TicketNumber(77), "a number")
            guard case .notFound = try await subject.answer(number) else {
                throw ContractBroken(description: "a missing ticket was answered")
            }
            let note = try await subject.store.note(number, text: "x", by: .operatorOnHost, now: subject.now)
            try subject.require(note == nil, "no note")
            try subject.require(try await subject.store.mailbox(ofTicket: number) == nil, "no mailbox")
        },
        StoreContract("notes and changes are kept and count the version") { subject in
            let (number, _) = try await subject.openAcknowledged()
            let note = try await subject.store.note(
                number, text: "Called back.", by: .operatorOnHost, now: subject.now)
            try subject.require(note?.direction == .note && note?.text == "Called back.", "the note is kept")
            let outcome = try await subject.store.change(
                number, to: TicketChanges(status: .closed, assignee: "Grace", tags: ["fire", "paper"]), ifVersion: nil,
                by: .operatorOnHost, now: subject.now)
            guard case .changed(let ticket) = outcome else { throw ContractBroken(description: "nothing changed") }
            try subject.require(
                ticket.status == .closed && ticket.assignee == "Grace" && ticket.tags == ["fire", "paper"],
                "all three changed")
            let view = try await subject.view(number)
            try subject.require(
                view.ticket == ticket && ticket.version == 3, "each act counted once: \(ticket.version)")
            let freed = try await subject.store.change(
                number, to: TicketChanges(assignee: ""), ifVersion: 3, by: .operatorOnHost, now: subject.now)
            guard case .changed(let free) = freed else { throw ContractBroken(description: "nothing changed") }
            try subject.require(free.assignee == nil && free.tags == ["fire", "paper"], "only the assignee left")
        },
        StoreContract("the first answer reaches a person who unsubscribed, the second needs a reason") { subject in
            let (number, _) = try await subject.openAcknowledged()
            try await subject.store.suppress(subject.suppression(), by: .daemon)
            let first = try await subject.answered(number)
            try subject.require(first.recipients.map(\.state) == [.queued], "the first answer is owed")
            try subject.require(try await subject.sendAll().count == 1, "and leaves")
            let second = try await subject.answered(number)
            try subject.require(second.recipients.map(\.state) == [.suppressed], "the second is withheld")
            try subject.require(second.recipients.first?.reason != nil, "with its reason")
            try subject.require(try await subject.sendAll().isEmpty, "and does not leave")
            let override = SuppressionOverride(reason: "contract ends tomorrow", basis: "Art. 6(1)(b)")
            let third = try await subject.answered(number, ReplyDraft(text: "Important.", override: override))
            try subject.require(third.recipients.map(\.state) == [.queued], "an override lets it leave")
            try subject.require(third.remarks.contains { $0.contains("contract ends") }, "and is written down")
            try subject.require(try await subject.sendAll().count == 1, "it leaves")
        },
        StoreContract("a person who writes again gets one answer, with the way back") { subject in
            let (number, acknowledgement) = try await subject.openAcknowledged()
            try await subject.answered(number)
            try await subject.sendAll()
            try await subject.store.suppress(subject.suppression(), by: .daemon)
            subject.clock.advance(by: .seconds(3600))
            _ = try await subject.receive(.answering(acknowledgement))
            let answer = try await subject.answered(number)
            try subject.require(answer.recipients.map(\.state) == [.queued], "the new question is owed an answer")
            let sent = try subject.unwrap(try await subject.sendAll().first, "the answer")
            try subject.require(sent.readableText().text.contains("2026-11-24"), "it says since when they unsubscribed")
        },
        StoreContract("an answer taken back leaves the question unanswered") { subject in
            let (number, _) = try await subject.openAcknowledged()
            let first = try await subject.answered(number)
            let entry = try subject.unwrap(first.recipients.first?.entry, "the entry")
            try subject.require(try await subject.store.withdrawEntry(entry, now: subject.now), "in time")
            try await subject.store.suppress(subject.suppression(), by: .daemon)
            let second = try await subject.answered(number)
            try subject.require(second.recipients.map(\.state) == [.queued], "the next one is the first answer")
        },
    ]
}
