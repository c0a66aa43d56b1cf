import DeskTesting
import Foundation
import Testing
import Vault

@testable import Desk

/// What is a sign of a breach, and what is not; and how it becomes a candidate.
struct BreachWatchTests {
    @Test func `a quiet desk has no signs`() {
        #expect(Self.sights().found.isEmpty)
    }

    @Test func `an audit log that does not fit is a sign`() {
        #expect(Self.signs { $0.firstBadEntry = 17 } == ["audit-broken entry 17 1"])
    }

    @Test func `one damaged record is a bad disk, several are a sign`() {
        #expect(Self.signs { $0.damagedAccesses = Limits.damagedAccesses - 1 }.isEmpty)
        #expect(Self.signs { $0.damagedAccesses = Limits.damagedAccesses } == ["opening-failed 2026-09-21 3"])
    }

    @Test func `a busy hour is work, an hour nobody can work is a sign`() {
        let hour = Self.now.addingTimeInterval(-600)
        let read = { (tickets: Int) in BreachSights.Reading(reader: "agent:1", hour: hour, tickets: tickets) }
        #expect(Self.signs { $0.readings = [read(Limits.ticketsReadAnHour - 1)] }.isEmpty)
        #expect(Self.signs { $0.readings = [read(900)] } == ["mass-reading agent:1, 2026-09-21 14:03 UTC 900"])
    }

    @Test func `some wrong passwords are nothing, guessing is a sign`() {
        #expect(Self.signs { $0.entries = [Self.entry("login.failed", #"{"failures":5}"#)] }.isEmpty)
        let guessed = Self.signs { $0.entries = [Self.entry("login.failed", #"{"failures":12}"#)] }
        #expect(guessed == ["login-guessing somebody, 2026-09-21 12"])
        let flooded = Self.signs { $0.entries = [Self.entry("login.flooded", #"{"attempts":60}"#)] }
        #expect(flooded == ["login-flood 2026-09-21 60"])
    }

    @Test func `a restore is a sign only with a gap`() {
        #expect(Self.signs { $0.entries = [Self.entry("store.restored", #"{"lines":4}"#)] }.isEmpty)
        #expect(Self.signs { $0.entries = [Self.entry("store.restored", #"{"lines":4,"gap":0}"#)] }.isEmpty)
        let gap = Self.signs { $0.entries = [Self.entry("store.restored", #"{"lines":4,"gap":2}"#)] }
        #expect(gap == ["restore-gap entry 1 2"])
    }

    @Test func `many exports of one hand in one day are a sign`() {
        let exports = { (count: Int) in
            (1...count).map { number in
                var entry = Self.entry("export.opened", #"{"actor":"operator"}"#)
                entry.object = ObjectID(high: 7, low: UInt64(number))
                return entry
            }
        }
        // The parts of one archive are one export.
        #expect(Self.signs { $0.entries = (1...99).flatMap { _ in exports(1) } }.isEmpty)
        #expect(Self.signs { $0.entries = exports(Limits.exportsADay - 1) }.isEmpty)
        let many = Self.signs { $0.entries = exports(Limits.exportsADay) }
        #expect(many == ["mass-export operator, 2026-09-21 \(Limits.exportsADay)"])
    }

    @Test func `what is long past is not told anew`() {
        let old = Self.now.addingTimeInterval(-8 * 86_400)
        #expect(Self.signs { $0.entries = [Self.entry("login.flooded", "{}", at: old)] }.isEmpty)
    }

    @Test func `each sign is raised once, and the officer hears of it`() async throws {
        let test = try TestDesk()
        test.store.arrange {
            $0.firstBadAudit = 3
            $0.sights = BreachSights(now: Self.now, damagedAccesses: 9)
        }
        let watch = BreachWatch(desk: test.desk)
        #expect(await watch.round(verifying: true))
        #expect(await watch.round(verifying: true))
        #expect(test.store.snapshot.candidates.map(\.sign) == [.auditBroken, .openingFailed])
        let standing = await test.desk.lookForAlarms()
        #expect(standing.contains { $0.key.kind == .breachCandidate && $0.count == 2 })
        #expect(AlarmKind.breachCandidate.isForOfficer && !AlarmKind.breachCandidate.isMutable)
        test.store.fail(reading: .busy)
        #expect(await watch.round(verifying: true) == false)
    }

    private static let now = TestDesk.start

    private static func sights() -> BreachSights { BreachSights(now: now) }

    private static func signs(_ change: (inout BreachSights) -> Void) -> [String] {
        var sights = sights()
        change(&sights)
        return sights.found.map { "\($0.sign.rawValue) \($0.subject) \($0.count)" }
    }

    private static func entry(_ event: String, _ details: String, at: Date = now) -> AuditRecord {
        AuditRecord(sequence: 1, at: at, event: event, object: nil, details: Array(details.utf8))
    }
}
