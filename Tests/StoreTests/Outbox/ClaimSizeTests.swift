import DeskTesting
import GRDB
import Testing

@testable import Store

@Suite struct ClaimSizeTests {
    @Test func `large mails are claimed a few at a time, and one at least`() async throws {
        let fixture = try await StoreFixture()
        let subject = try fixture.subject()
        _ = try await subject.openMany(5)
        // Two fit together below the limit of what one claim opens; the fourth alone is larger than it.
        try await fixture.store.engine.pool.write { database in
            for (offset, mebibytes) in [7, 7, 7, 20, 1].enumerated() {
                try database.execute(
                    sql: """
                        UPDATE outbox_mail SET wire = zeroblob(?)
                        WHERE entry = (SELECT id FROM outbox ORDER BY next_attempt_at, id LIMIT 1 OFFSET ?)
                        """, arguments: [mebibytes << 20, offset])
            }
        }
        let run = subject.newRun()
        var claims: [Int] = []
        while let count = try await Optional(subject.claim(run: run).count), count > 0 { claims.append(count) }
        #expect(claims == [2, 1, 1, 1])
    }
}
