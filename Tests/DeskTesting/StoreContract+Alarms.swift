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
        StoreContract("a ladder is climbed by who would have got more than a day's automatic mail") { subject in
            func write(_ count: Int) async throws -> Int {
                for _ in 0..<count {
                    let uid = subject.nextUID()
                    _ = try await subject.open(.make { $0.messageID = "again\(uid)@customer.example" })
                }
                return try await subject.store.alarmFigures(now: subject.now).laddersClimbed
            }
            try subject.require(try await write(3) == 0, "three in a day climb nothing")
            try subject.require(try await write(1) == 1, "the fourth climbs the ladder")
            try subject.require(try await write(5) == 1, "one address is one, however much it writes")
            subject.clock.advance(by: .seconds(86_401))
            let later = try await subject.store.alarmFigures(now: subject.now).laddersClimbed
            try subject.require(later == 0, "a day later it is over")
        },
        StoreContract("many strangers that the hourly limit holds back climb no ladder") { subject in
            _ = try await subject.openMany(Limits.courtesiesPerHour + 5)
            let figures = try await subject.store.alarmFigures(now: subject.now)
            try subject.require(
                figures.laddersClimbed == 0 && figures.courtesies.toEverybodyLastHour == Limits.courtesiesPerHour,
                "\(figures)")
        },
        StoreContract("a token counts as ending in its last fifth, at most a week, and a week beyond") { subject in
            func count(at day: Double) async throws -> Int {
                let figures = try await subject.store.alarmFigures(now: subject.now.addingTimeInterval(day * 86_400))
                return figures.endingTokens
            }
            for (index, days) in [100.0, 5].enumerated() {
                let token = AccessTokenRecord(
                    id: AccessTokenID(from: subject.clock.world), label: "script",
                    hash: [UInt8](repeating: UInt8(index), count: 32), scopes: [.ticketsRead], mailboxes: nil,
                    createdAt: subject.now, expiresAt: subject.now.addingTimeInterval(days * 86_400))
                try await subject.store.addToken(token, by: .operatorOnHost)
            }
            for (day, expected) in [(3.9, 0), (4.1, 1), (11.9, 1), (12.1, 0), (92, 0), (94, 1), (106, 1), (108, 0)] {
                try subject.require(try await count(at: day) == expected, "on day \(day)")
            }
            for token in try await subject.store.tokens() {
                _ = try await subject.store.revokeToken(token.id, by: .operatorOnHost, now: subject.now)
            }
            try subject.require(try await count(at: 94) == 0, "a revoked one is nobody's trouble")
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
