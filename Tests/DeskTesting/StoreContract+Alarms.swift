import Desk
import Foundation
import Mail

/// The book of alarms, and what an alarm can be about.
extension StoreContract {
    static let alarms = [
        StoreContract("alarms are kept as they are, and nothing that was not kept last") { subject in
            try subject.require(try await subject.store.alarms().isEmpty, "a new book is empty")
            let told = Alarm(
                key: AlarmKey(.loginRefused, of: subject.profile.name), since: subject.now,
                goneAt: subject.now + 1, toldAt: subject.now + 2, triedAt: subject.now + 3, isUnmailed: true)
            let plain = Alarm(key: AlarmKey(.clockJump), since: subject.now)
            try await subject.store.keep([plain, told])
            try subject.require(
                try await subject.store.alarms().sorted { $0.key < $1.key } == [told, plain], "both are there")
            try await subject.store.keep([plain])
            try subject.require(try await subject.store.alarms() == [plain], "the other is gone")
        },
        StoreContract("the figures of alarms count what waits, what is unread and what was automatic") { subject in
            let empty = try await subject.store.alarmFigures(now: subject.now)
            try subject.require(empty == AlarmFigures(), "nothing yet: \(empty)")
            let began = subject.now
            _ = try await subject.open()
            let waiting = try await subject.store.alarmFigures(now: subject.now)
            let oldest = try subject.unwrap(waiting.oldestWaiting[subject.profile.name], "the acknowledgement")
            // Times of the queue are kept to the minute.
            try subject.require(abs(oldest.timeIntervalSince(began)) < 60, "since \(oldest)")
            try subject.require(
                waiting.courtesies.toEverybodyLastHour == 1 && waiting.courtesies.toUnverifiedLastHour == 0,
                "\(waiting.courtesies)")
            try await subject.sendAll()
            try subject.require(
                try await subject.store.alarmFigures(now: subject.now).oldestWaiting.isEmpty, "sent is not waiting")
            subject.clock.advance(by: .seconds(3601))
            try subject.require(
                try await subject.store.alarmFigures(now: subject.now).courtesies == CourtesyCount(), "an hour later")
        },
        StoreContract("mail in quarantine counts for its mailbox until somebody has looked") { subject in
            _ = try await subject.receive([
                Arrival(
                    uid: subject.nextUID(), receivedAt: subject.now,
                    content: .unreadable(bytes: [1, 2, 3], reason: .stoppedTheDaemon))
            ])
            let figures = try await subject.store.alarmFigures(now: subject.now)
            try subject.require(figures.quarantined == [subject.profile.name: 1], "\(figures.quarantined)")
            let mail = try subject.unwrap(try await subject.store.quarantine().first, "the mail")
            _ = try await subject.store.lookAtQuarantined(mail.id, by: .operatorOnHost, now: subject.now)
            let after = try await subject.store.alarmFigures(now: subject.now)
            try subject.require(after.quarantined.isEmpty, "once somebody looked: \(after.quarantined)")
        },
        StoreContract("muted notices are known by their hash, since when, and lifted again") { subject in
            let address = try Samples.address("ops@desk.example")
            let hash = try subject.unwrap(StaffIdentity.hashes(of: address, keys: subject.keys).first, "a hash")
            let mute = Suppression(
                hash: hash.hash, keyVersion: hash.version, scope: .notices, ticket: nil, at: subject.now, source: .page)
            try subject.require(try await subject.store.noticeMutes([hash.hash]).isEmpty, "nobody has muted")
            try await subject.store.suppress(mute, by: .daemon)
            let since = subject.now
            subject.clock.advance(by: .seconds(60))
            try await subject.store.suppress(mute, by: .daemon)
            try subject.require(
                try await subject.store.noticeMutes([hash.hash, [1]]) == [hash.hash: since], "muted since the first")
            let customer = try subject.suppression(of: address.text)
            try subject.require(customer.hash != hash.hash, "the same address as a customer is another matter")
            try await subject.store.suppress(customer, by: .daemon)
            try subject.require(
                try await subject.store.noticeMutes([customer.hash]).isEmpty, "an unsubscribe mutes no notice")
            try await subject.store.liftSuppression(
                hash: hash.hash, evidence: "settings page", by: .daemon, now: subject.now)
            try subject.require(try await subject.store.noticeMutes([hash.hash]).isEmpty, "heard again")
        },
    ]
}
