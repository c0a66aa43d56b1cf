package import Desk
import Foundation
import Mail

/// The states of a mail that leaves: P3 and P4 at the store.
extension StoreContract {
    static let outbox = [
        StoreContract("a claim belongs to one run and is made once") { subject in
            _ = try await subject.open()
            let (mine, other) = (subject.newRun(), subject.newRun())
            let entry = try subject.unwrap(try await subject.claim(run: mine).first, "a due mail")
            try subject.require(entry.attempts == 1 && !entry.isRepetition, "the try is counted")
            try subject.require(try await subject.claim(run: other).isEmpty, "nobody else gets it")
            let foreign = try await subject.store.mayBegin(entry.id, run: other)
            try subject.require(foreign != .granted, "nobody else may begin it")
            try await subject.refuses(.notFound) {
                try await subject.store.markHanding(entry.id, run: other, now: subject.now)
            }
            try await subject.store.settle(entry.id, as: .sent(reply: "250"), run: other, now: subject.now)
            let states = try await subject.states()
            try subject.require(states == [.claimed], "nobody else settles it: \(states)")
        },
        StoreContract("a mail waits for its time and the store knows when that is") { subject in
            let settings = try DeskSettings.make(mailboxes: [subject.profile], undo: .seconds(15))
            let (number, _) = try await subject.openAcknowledged()
            _ = try await subject.store.answer(
                number, with: ReplyDraft(text: "Use water."), by: .operatorOnHost,
                dispatch: Dispatch(settings: settings, keys: subject.keys, world: subject.clock.world))
            try subject.require(try await subject.claim(run: subject.newRun()).isEmpty, "not yet")
            let due = try await subject.store.nextDue(mailbox: subject.profile.name)
            try subject.require(due == subject.now.addingTimeInterval(15), "in fifteen seconds")
            subject.clock.advance(by: .seconds(15))
            try subject.require(try await subject.claim(run: subject.newRun()).count == 1, "now")
        },
        StoreContract("a deferred mail is tried again with the same bytes") { subject in
            _ = try await subject.open()
            let run = subject.newRun()
            let first = try subject.unwrap(try await subject.claim(run: run).first, "a due mail")
            try await subject.store.settle(
                first.id, as: .deferred(until: subject.now.addingTimeInterval(600), reply: "451 4.7.1"), run: run,
                now: subject.now)
            try subject.require(try await subject.claim(run: run).isEmpty, "not before its time")
            subject.clock.advance(by: .seconds(600))
            let second = try subject.unwrap(try await subject.claim(run: run).first, "the mail")
            try subject.require(second.attempts == 2 && !second.isRepetition, "the second try")
            try subject.require(second.outbound?.bytes == first.outbound?.bytes, "byte for byte")
        },
        StoreContract("a mail of unknown fate is repeated once, flagged, and not a third time") { subject in
            _ = try await subject.open()
            let run = subject.newRun()
            let entry = try subject.unwrap(try await subject.claim(run: run).first, "a due mail")
            try await subject.store.markHanding(entry.id, run: run, now: subject.now)
            try await subject.store.settle(entry.id, as: .unknown(retryAt: subject.now), run: run, now: subject.now)
            let again = try subject.unwrap(try await subject.claim(run: run).first, "the repetition")
            try subject.require(again.isRepetition, "it is flagged")
            try subject.require(again.outbound?.bytes == entry.outbound?.bytes, "byte for byte")
            try await subject.store.markHanding(entry.id, run: run, now: subject.now)
            let recovered = try await subject.store.recoverClaims(run: subject.newRun(), now: subject.now)
            try subject.require(recovered.unknown == 1, "a crash finds it handed over")
            subject.clock.advance(by: .seconds(86_400))
            try subject.require(try await subject.claim(run: subject.newRun()).isEmpty, "no third time")
            let states = try await subject.states()
            try subject.require(states == [.failed], "it ends failed: \(states)")
        },
        StoreContract("a new run recovers what a dead one held") { subject in
            _ = try await subject.open()
            _ = try await subject.open(
                .make {
                    $0.from = "Bob <bob@customer.example>"
                    $0.messageID = "bob@customer.example"
                })
            let dead = subject.newRun()
            let claimed = try await subject.claim(run: dead)
            try await subject.store.markHanding(claimed[0].id, run: dead, now: subject.now)
            let run = subject.newRun()
            let recovered = try await subject.store.recoverClaims(run: run, now: subject.now)
            try subject.require(recovered == (1, 1), "one was claimed, one was handed over: \(recovered)")
            let due = try await subject.claim(run: run)
            try subject.require(due.map(\.id) == [claimed[1].id], "the claimed one is due at once")
            try subject.require(due.first?.attempts == 1, "and its try did not count")
            subject.clock.advance(by: Limits.unknownRetryAfter)
            let repeated = try await subject.claim(run: run)
            try subject.require(repeated.map(\.isRepetition) == [true], "the other one is repeated later, flagged")
        },
        StoreContract("a failure ends a mail, tells the ticket and reopens it; an agent can try again") { subject in
            let (number, _) = try await subject.openAcknowledged()
            try await subject.answered(number, ReplyDraft(text: "Use water.", close: true))
            let run = subject.newRun()
            let entry = try subject.unwrap(try await subject.claim(run: run).first, "the answer")
            try await subject.store.settle(
                entry.id, as: .failed(reason: "refused by the server", reply: "550 5.1.1"), run: run, now: subject.now)
            let view = try await subject.view(number)
            try subject.require(view.ticket.status == .open, "a human has to look again")
            let note = try subject.unwrap(view.messages.last, "the note")
            try subject.require(
                note.direction == .note && note.text.contains("refused by the server"), "it says what happened")
            let delivery = view.messages.flatMap(\.recipients).last
            try subject.require(
                delivery?.state == .failed && delivery?.lastReply == "550 5.1.1" && delivery?.reason != nil,
                "the mail shows it")
            try await subject.store.retryEntry(entry.id, now: subject.now)
            try subject.require(try await subject.sendAll().count == 1, "tried again it leaves")
        },
        StoreContract("a mail can be taken back until it is claimed") { subject in
            let (number, _) = try await subject.openAcknowledged()
            let first = try subject.unwrap(try await subject.answered(number).recipients.first?.entry, "an entry")
            try subject.require(try await subject.store.withdrawEntry(first, now: subject.now), "in time")
            try subject.require(try await subject.sendAll().isEmpty, "it does not leave")
            let second = try subject.unwrap(try await subject.answered(number).recipients.first?.entry, "an entry")
            _ = try await subject.claim(run: subject.newRun())
            let wasInTime = try await subject.store.withdrawEntry(second, now: subject.now)
            try subject.require(!wasInTime, "claimed is too late")
            try await subject.refuses(.notFound) {
                try await subject.store.retryEntry(first, now: subject.now)
            }
        },
        StoreContract("what was not begun goes back uncounted") { subject in
            _ = try await subject.open()
            let run = subject.newRun()
            let entry = try subject.unwrap(try await subject.claim(run: run).first, "a due mail")
            try await subject.store.release([entry.id], run: run)
            let again = try subject.unwrap(try await subject.claim(run: run).first, "it")
            try subject.require(again.attempts == 1, "the try was not counted")
            let later = subject.now.addingTimeInterval(60)
            try await subject.store.settle(entry.id, as: .released(until: later), run: run, now: subject.now)
            try subject.require(
                try await subject.store.nextDue(mailbox: subject.profile.name) == later, "it rests with its mailbox")
        },
        StoreContract("lists and counts show every entry and nothing personal") { subject in
            let (number, _) = try await subject.openAcknowledged()
            subject.clock.advance(by: .seconds(1))
            try await subject.answered(number)
            let counts = try await subject.store.outboxCounts()
            try subject.require(counts == [.sent: 1, .queued: 1], "counted: \(counts)")
            let all = try await subject.store.outboxEntries(state: nil, visible: nil, limit: 10)
            try subject.require(all.map(\.state) == [.queued, .sent], "newest first: \(all.map(\.state))")
            let sent = try await subject.store.outboxEntries(state: .sent, visible: nil, limit: 10)
            try subject.require(sent.map(\.lastReply) == ["250"], "by state")
            let none = try await subject.store.outboxEntries(state: nil, visible: [], limit: 10)
            try subject.require(none.isEmpty, "who sees no mailbox sees no entry")
            let entry = try subject.unwrap(all.first?.id, "an entry")
            try subject.require(
                try await subject.store.mailbox(ofEntry: entry) == subject.profile.name, "its mailbox is known")
        },
    ]
}

extension StoreSubject {
    package func states() async throws -> [DeliveryState] {
        try await store.outboxEntries(state: nil, visible: nil, limit: 100).map(\.state)
    }
}
