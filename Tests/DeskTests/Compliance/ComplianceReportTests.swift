import Desk
import DeskTesting
import Foundation
import Testing

/// What is kept of a look, and what it sets off.
struct ComplianceReportTests {
    @Test func `since is kept while a check comes to the same, and begins anew when it changes`() async throws {
        let test = try TestDesk()
        let first = try await test.desk.checkCompliance(as: .operatorOnHost)
        let failing = first.rows.filter { $0.outcome == .fail }.map(\.id)
        #expect(first.hasFailed && first.began.map(\.id) == failing)
        test.clock.advance(by: .seconds(3 * 86_400))
        let second = try await test.desk.checkCompliance(as: .operatorOnHost)
        #expect(second.began.isEmpty)
        #expect(second.rows.first { $0.id == "G10" }?.since == first.at)
        _ = try await test.desk.screenImpact(
            ImpactScreening(criteria: [], isListed: false, isExempt: false, reasons: "Few."), as: .operatorOnHost)
        let third = try await test.desk.checkCompliance(as: .operatorOnHost)
        let mended = try #require(third.rows.first { $0.id == "G10" })
        #expect(mended.outcome == .pass && mended.since == third.at && mended.before == .fail)
    }

    @Test func `what a look came to stands in the audit log by its hash`() async throws {
        let test = try TestDesk()
        let report = try await test.desk.checkCompliance(as: .operatorOnHost)
        let entry = try #require(test.store.snapshot.audit.last)
        #expect(
            entry.event
                == .complianceChecked(
                    digest: report.digest, failed: report.count(.fail), warned: report.count(.warn)))
    }

    @Test func `the daemon checks once a day, goes round once a week, and what begins to fail is an alarm`()
        async throws
    {
        let test = try TestDesk()
        let seen = Seen()
        let watch = ComplianceWatch(desk: test.desk) { seen.add($0) }
        await watch.round()
        guard case .checked(let failing, let began) = seen.all.last else {
            Issue.record("\(seen.all)")
            return
        }
        #expect(failing > 0 && began.count == failing && seen.all.first == .wentRound(failedAt: nil))
        #expect(await test.desk.lookForAlarms().contains { $0.key.kind == .checkFailing })
        await watch.round()
        #expect(seen.all.count == 2)
        test.clock.advance(by: .seconds(86_400))
        await watch.round()
        #expect(seen.all.count == 3 && seen.all.last == .checked(failing: failing, began: []))
        test.clock.advance(by: .seconds(7 * 86_400))
        test.store.arrange { $0.compliance.failingStep = .erase }
        await watch.round()
        #expect(seen.all.count == 5 && seen.all[3] == .wentRound(failedAt: .erase))
        #expect(seen.all.last == .checked(failing: failing + 1, began: ["R05"]))
    }

    @Test func `a store that does not answer is said and ends nothing`() async throws {
        let test = try TestDesk()
        let seen = Seen()
        test.store.fail(reading: .busy)
        await ComplianceWatch(desk: test.desk) { seen.add($0) }.round()
        #expect(seen.all == [.storeFailed(.busy)])
    }
}

/// What a watch reported, in order.
private final class Seen: @unchecked Sendable {
    private let lock = NSLock()
    private var observations: [ComplianceWatch.Observation] = []

    var all: [ComplianceWatch.Observation] { lock.withLock { observations } }
    func add(_ one: ComplianceWatch.Observation) { lock.withLock { observations.append(one) } }
}
