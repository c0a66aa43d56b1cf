import Desk
import DeskTesting
import GRDB
import Mail
import Testing

@testable import Store

@Suite struct PersonKeyTests {
    @Test func `keys are made for people only, once each, and never for a mail that is known`() async throws {
        let fixture = try await StoreFixture()
        let subject = try fixture.subject()
        let (number, acknowledgement) = try await subject.openAcknowledged()
        #expect(try await keys(fixture) == 1)
        try await subject.answered(number)
        let sent = try #require(try await subject.sendAll().first)
        _ = try await subject.receive(.bounce(of: sent, action: "failed", status: "5.1.1"))
        _ = try await subject.receive(.answering(acknowledgement))
        #expect(try await keys(fixture) == 1)
        // The person was erased and the mail lies in the mailbox still: seeing it again makes nobody.
        try await fixture.store.engine.pool.write { try $0.execute(sql: "DELETE FROM person") }
        let again = try await subject.receive(.make { $0.messageID = "first@customer.example" })
        #expect(again == [.ignored(.alreadyImported)])
        #expect(try await keys(fixture) == 1)
        _ = try await subject.receive(
            .make { $0.messageID = "new1@customer.example" }, .make { $0.messageID = "new2@customer.example" })
        #expect(try await keys(fixture) == 2)
    }

    /// People's keys; the one that is kept for trying backups is nobody's.
    private func keys(_ fixture: StoreFixture) async throws -> Int? {
        try await fixture.store.cabinet.queue.read {
            try Int.fetchOne($0, sql: "SELECT COUNT(*) FROM person_key WHERE owner <> (SELECT instance FROM cabinet)")
        }
    }
}
