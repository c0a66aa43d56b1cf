import Desk
import Foundation
import Mail
import Vault

/// Taking back, writing slowly, coming back later.
extension StoreContract {
    static let comforts = undo + drafts + snoozes

    private static let undo = [
        StoreContract("an answer taken back leaves the ticket as it was and is shown as withdrawn") { subject in
            let (number, _) = try await subject.openAcknowledged()
            let answer = try await subject.answered(number, ReplyDraft(text: "Use water.", close: true))
            let taken = try subject.unwrap(
                try await subject.store.withdrawAnswer(to: number, by: .operatorOnHost, now: subject.now), "the answer")
            try subject.require(taken.isWhole && taken.message.id == answer.id, "all of it")
            let view = try await subject.view(number)
            try subject.require(view.ticket == taken.ticket && view.ticket.status == .new, "new again")
            try subject.require(view.messages.last?.recipients.map(\.state) == [.withdrawn], "shown as withdrawn")
            try subject.require(try await subject.sendAll().isEmpty, "nothing leaves")
            let again = try await subject.store.withdrawAnswer(to: number, by: .operatorOnHost, now: subject.now)
            try subject.require(again == nil, "once")
            // The request still counts as unanswered, so the next answer is the first one (P5).
            try await subject.store.suppress(subject.suppression(), by: .daemon)
            let next = try await subject.answered(number)
            try subject.require(next.recipients.map(\.state) == [.queued], "the next answer is owed")
        },
        StoreContract("an answer that left, another's, and one somebody went on from stay") { subject in
            let (number, _) = try await subject.openAcknowledged()
            try await subject.answered(number)
            let other = Principal.token(AccessTokenID(ObjectID(high: 1, low: 1)), scopes: [], mailboxes: nil)
            try subject.require(
                try await subject.store.withdrawAnswer(to: number, by: other, now: subject.now) == nil, "another's")
            _ = try await subject.store.change(
                number, to: TicketChanges(status: .closed), ifVersion: nil, by: other, now: subject.now)
            let taken = try subject.unwrap(
                try await subject.store.withdrawAnswer(to: number, by: .operatorOnHost, now: subject.now), "the answer")
            try subject.require(taken.ticket.status == .closed, "a status given since is left alone")
            try await subject.answered(number)
            try await subject.sendAll()
            try subject.require(
                try await subject.store.withdrawAnswer(to: number, by: .operatorOnHost, now: subject.now) == nil,
                "too late")
        },
        StoreContract("of two answers taken back in either order the ticket is what it was before both") { subject in
            for first in [0, 1] {
                let number = try await subject.open(.make { $0.messageID = "two\(first)@customer.example" })
                var entries: [OutboxEntryID] = []
                for _ in 0...1 {
                    entries.append(
                        try subject.unwrap(try await subject.answered(number).recipients.first, "a mail").entry)
                }
                for index in [first, 1 - first] {
                    _ = try await subject.store.withdrawEntry(entries[index], now: subject.now)
                }
                let status = try await subject.view(number).ticket.status
                try subject.require(status == .new, "it is \(status)")
            }
        },
        StoreContract("a notice that was taken back is given with the next mail") { subject in
            let outcome = try await subject.store.open(
                .sample(), in: subject.profile, by: .operatorOnHost, dispatch: subject.dispatch)
            guard case .opened(let ticket) = outcome else { throw ContractBroken(description: "it is \(outcome)") }
            let taken = try subject.unwrap(
                try await subject.store.withdrawAnswer(to: ticket.number, by: .operatorOnHost, now: subject.now),
                "the mail")
            try subject.require(taken.ticket.status == .closed, "nothing is left to be done")
            try await subject.answered(ticket.number)
            let sent = try subject.unwrap(try await subject.sendAll().first, "the next mail")
            try subject.require(sent.readableText().text.contains("right to object"), "it carries the notice")
        },
    ]

    private static let drafts = [
        StoreContract("a draft is kept for its author and ticket, and goes with the answer") { subject in
            let (number, _) = try await subject.openAcknowledged()
            let other = Principal.token(AccessTokenID(ObjectID(high: 1, low: 1)), scopes: [], mailboxes: nil)
            for (author, text) in [(Principal.operatorOnHost, "Use"), (other, "Foam"), (.operatorOnHost, "Use water")] {
                let saved = try await subject.store.saveDraft(text, on: number, by: author, now: subject.now)
                try subject.require(saved?.text == text && saved?.version == 1, "it is answered as kept")
                subject.clock.advance(by: .seconds(60))
            }
            let drafts = try await subject.store.drafts(on: number)
            try subject.require(drafts.map(\.text) == ["Use water", "Foam"], "\(drafts)")
            try subject.require(
                drafts[0].begunAt == TestWorld.beginning && drafts[0].savedAt > drafts[0].begunAt, "with both times")
            try await subject.answered(number)
            try subject.require(
                try await subject.store.drafts(on: number).map(\.author) == [other.auditName], "the other stays")
            try subject.require(try await subject.store.removeDraft(on: number, by: other), "it was there")
            try subject.require(try await !subject.store.removeDraft(on: number, by: other), "once")
            let nowhere = try subject.unwrap(TicketNumber(77), "a number")
            let none = try await subject.store.saveDraft("x", on: nowhere, by: other, now: subject.now)
            try subject.require(none == nil, "no ticket, no draft")
        },
        StoreContract("a draft nobody touches is forgotten") { subject in
            let numbers = try await subject.openMany(2)
            _ = try await subject.store.saveDraft("Old", on: numbers[0], by: .operatorOnHost, now: subject.now)
            subject.clock.advance(by: Limits.draftKept + .seconds(120))
            _ = try await subject.store.saveDraft("New", on: numbers[1], by: .operatorOnHost, now: subject.now)
            try subject.require(try await subject.store.drafts(on: numbers[0]).isEmpty, "the old one is gone")
        },
        StoreContract("an answer is refused when a human answered after what its author saw") { subject in
            let (number, _) = try await subject.openAcknowledged()
            let seen = try await subject.view(number).ticket.messageCount
            var draft = ReplyDraft(text: "Use water.")
            draft.unlessAnsweredAfter = seen
            _ = try await subject.store.note(number, text: "x", by: .operatorOnHost, now: subject.now)
            try await subject.answered(number, draft)
            guard case .conflict = try await subject.answer(number, draft) else {
                throw ContractBroken(description: "both answered")
            }
        },
    ]

    private static let snoozes = [
        StoreContract("a ticket put off is out of sight, comes back open with a note, and then is not put off") {
            subject in
            let (number, _) = try await subject.openAcknowledged()
            try await subject.answered(number)
            let until = subject.now.addingTimeInterval(600)
            guard
                case .done(let ticket) = try await subject.store.snooze(
                    number, until: until, by: .operatorOnHost, now: subject.now)
            else { throw ContractBroken(description: "it was not put off") }
            try subject.require(ticket.snoozedUntil == until && ticket.status == .pending, "\(ticket)")
            try subject.require(try await subject.listed(.hide).isEmpty, "out of sight")
            try subject.require(try await subject.listed(.only) == [number], "but there")
            try subject.require(try await subject.store.nextWake() == until, "the store knows when")
            try subject.require(try await subject.store.wakeDue(now: subject.now, limit: 10).isEmpty, "not yet")
            subject.clock.advance(by: .seconds(600))
            try subject.require(try await subject.listed(.hide) == [number], "in sight when its time has come")
            try subject.require(try await subject.store.wakeDue(now: subject.now, limit: 10) == [number], "now")
            let view = try await subject.view(number)
            try subject.require(view.ticket.status == .open && view.ticket.snoozedUntil == nil, "\(view.ticket)")
            try subject.require(view.messages.last?.direction == .note, "with a note")
            try subject.require(try await subject.store.nextWake() == nil, "nothing else waits")
        },
        StoreContract("a customer's answer brings a ticket back at once, a machine's does not") { subject in
            let (number, acknowledgement) = try await subject.openAcknowledged()
            let until = subject.now.addingTimeInterval(86_400)
            _ = try await subject.store.snooze(number, until: until, by: .operatorOnHost, now: subject.now)
            var machine = SampleMail.answering(acknowledgement)
            machine.headers.append("Auto-Submitted: auto-replied")
            machine.messageID = "machine@customer.example"
            _ = try await subject.receive(machine)
            try subject.require(try await subject.view(number).ticket.snoozedUntil == until, "a machine wakes nobody")
            _ = try await subject.receive(.answering(acknowledgement))
            try subject.require(try await subject.listed(.hide) == [number], "somebody wrote")
            try subject.require(try await subject.view(number).ticket.snoozedUntil == nil, "and it is not put off")
        },
        StoreContract("closing and bringing back end it, and a closed ticket is not put off") { subject in
            let number = try await subject.open()
            let until = subject.now.addingTimeInterval(600)
            _ = try await subject.store.snooze(number, until: until, by: .operatorOnHost, now: subject.now)
            _ = try await subject.store.wake(number, by: .operatorOnHost, now: subject.now)
            try subject.require(try await subject.view(number).ticket.snoozedUntil == nil, "brought back")
            _ = try await subject.store.snooze(number, until: until, by: .operatorOnHost, now: subject.now)
            _ = try await subject.store.change(
                number, to: TicketChanges(status: .closed), ifVersion: nil, by: .operatorOnHost, now: subject.now)
            try subject.require(try await subject.view(number).ticket.snoozedUntil == nil, "closed")
            let outcome = try await subject.store.snooze(
                number, until: until, by: .operatorOnHost, now: subject.now)
            try subject.require(outcome == .isClosed, "\(outcome)")
            let nowhere = try subject.unwrap(TicketNumber(77), "a number")
            let none = try await subject.store.wake(nowhere, by: .operatorOnHost, now: subject.now)
            try subject.require(none == .notFound, "\(none)")
        },
    ]
}

extension StoreSubject {
    var dispatch: Dispatch { Dispatch(settings: settings, keys: keys, world: clock.world) }

    func listed(_ snoozing: Snoozing) async throws -> [TicketNumber] {
        try await store.tickets(TicketFilter(snoozing: snoozing)).tickets.map(\.number)
    }
}
