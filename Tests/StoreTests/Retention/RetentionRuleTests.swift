import Desk
import DeskTesting
import Foundation
import GRDB
import Testing

@testable import Store

/// Every table has an end (Art. 5(1)(e)).
@Suite struct RetentionRuleTests {
    /// Whoever adds a table adds its rule to `RetentionRule+Tables.swift`: by what its rows end, or why they do not.
    @Test func `no table of either file is without a rule, and no rule without a table`() async throws {
        let store = try await StoreFixture().store
        let desk = try await store.engine.pool.read { try Self.tables(of: $0) }
        let keys = try await store.cabinet.queue.read { try Self.tables(of: $0) }
        let ruled = RetentionRule.all.map(\.table)
        for table in desk + keys {
            #expect(ruled.count { $0 == table } == 1, "\(table) needs one rule in RetentionRule+Tables.swift")
        }
        #expect(Set(ruled) == Set(desk + keys))
    }

    /// A rule alone deletes nothing: what it says must be what is done.
    @Test func `what a rule promises is carried out by something`() throws {
        let erasing = ErasureRule.statements.joined(separator: "\n") + Expiry.rest.joined(separator: "\n")
        for rule in RetentionRule.all {
            switch rule.ending {
            case .swept(let steps):
                #expect(!steps.isEmpty)
                for (_, statement) in steps {
                    #expect(statement.contains(" \(rule.table) ") && statement.count { $0 == "?" } == 1)
                }
            case .withTicket, .withPerson:
                // Keys lie in a file of their own and go before the rows.
                guard rule.table != "person_key" else { continue }
                #expect(
                    erasing.contains("DELETE FROM \(rule.table) "), "nothing deletes the rows of \(rule.table)")
            case .ended(let work): #expect(work.count > 5)
            case .standing(let reason): #expect(reason.count > 10)
            }
        }
    }

    @Test func `every statement of the sweep runs, and again`() async throws {
        let fixture = try await StoreFixture()
        _ = try await fixture.store.sweep(now: fixture.clock.now)
        fixture.clock.advance(by: .seconds(10 * 366 * 86_400))
        _ = try await fixture.store.sweep(now: fixture.clock.now)
        #expect(try await fixture.store.retentionClock().sweptAt == fixture.clock.now)
    }

    @Test(arguments: [
        (RetentionPeriod.hours(24), 86_400.0), (.days(30), 30 * 86_400),
        // 2026-11-24: the year of 2023 is kept to the end of 2026.
        (.yearsAfterTheYear(3), Double(1_795_501_200 - 1_672_531_200)),
    ])
    func `a period begins where its rows are still kept`(period: RetentionPeriod, seconds: Double) async throws {
        let now = Date(timeIntervalSince1970: 1_795_501_200)
        #expect(Moment.date(period.start(now: now)) == now.addingTimeInterval(-seconds))
    }

    private static func tables(of database: Database) throws -> [String] {
        try String.fetchAll(
            database, sql: "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    }
}
