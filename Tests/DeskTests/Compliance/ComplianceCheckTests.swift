import Desk
import DeskTesting
import Foundation
import Testing

/// Every check, shown on an installation that is broken on purpose in one place: that check says so, and only that one
/// is what changed.
struct ComplianceCheckTests {
    struct Break: Sendable, CustomTestStringConvertible {
        let id: String
        let outcome: ComplianceCheck.Outcome
        let change: @Sendable (inout ComplianceSights) throws -> Void
        var testDescription: String { "\(id) \(outcome.rawValue)" }

        init(
            _ id: String, _ outcome: ComplianceCheck.Outcome = .fail,
            _ change: @escaping @Sendable (inout ComplianceSights) throws -> Void
        ) {
            self.id = id
            self.outcome = outcome
            self.change = change
        }
    }

    @Test(arguments: governance + lawfulness + minimisation + rights + security + breaches)
    func `a broken installation fails the check that is about it`(_ broken: Break) async throws {
        let sights = try await Self.sound()
        let before = try Self.row(broken.id, of: sights)
        #expect(before.outcome == .pass || before.outcome == .notApplicable, "\(before.id): \(before.evidence)")
        var changed = sights
        try broken.change(&changed)
        let after = try Self.row(broken.id, of: changed)
        #expect(after.outcome == broken.outcome, "\(after.evidence)")
        #expect(!after.remedy.isEmpty || after.outcome == .unknown)
        #expect(!after.evidence.isEmpty && !after.evidence.contains("customer.example"))
    }

    @Test func `every check is broken by some row, and a sound installation fails none`() async throws {
        let rows = Self.governance + Self.lawfulness + Self.minimisation + Self.rights + Self.security + Self.breaches
        #expect(Set(rows.map(\.id)) == Set(ComplianceCheck.all.map(\.id)))
        #expect(Set(ComplianceCheck.all.map(\.id)).count == ComplianceCheck.all.count)
        let report = ComplianceReport(try await Self.sound(), standing: [])
        for row in report.rows { #expect(row.outcome == .pass || row.outcome == .notApplicable, "\(row)") }
    }

    /// Demand of Art. 22: nothing judges a person, and what would is seen.
    @Test func `there is no profiling, and a column that would be one is found`() async throws {
        var sights = try await Self.sound()
        #expect(try Self.row("L11", of: sights).evidence.hasPrefix("none"))
        sights.columns.append(
            StoredColumn(
                activity: .tickets, table: "person", column: "churn_score", protection: "clear", purpose: "marketing"))
        #expect(try Self.row("L11", of: sights).outcome == .fail)
    }

    @Test func `no check or gap claims what no program can`() {
        let words = ComplianceCheck.all.flatMap { [$0.title, $0.remedy] } + ComplianceGap.all.map(\.title)
        for word in words {
            #expect(!word.lowercased().contains("compliant") && !word.lowercased().contains("certified"))
        }
        #expect(Set(ComplianceGap.all.map(\.id)).isDisjoint(with: ComplianceCheck.all.map(\.id)))
    }

    /// Art. 83(4) and (5): the amount or the part, whichever is higher.
    @Test(arguments: [
        (Int64(0), Int64(10_000_000), Int64(20_000_000)), (500_000_000, 10_000_000, 20_000_000),
        (500_000_050, 10_000_001, 20_000_002), (1_000_000_000, 20_000_000, 40_000_000),
    ])
    func `a ceiling is the higher of amount and part`(turnover: Int64, lower: Int64, higher: Int64) throws {
        let ceiling = try #require(FineCeiling(turnover: turnover))
        #expect(ceiling.amount(of: .lower) == lower && ceiling.amount(of: .higher) == higher)
        #expect(ceiling.amount(of: .none) == nil)
        #expect(FineCeiling(turnover: -1) == nil && FineCeiling(turnover: .max) == nil)
    }

    static func row(_ id: String, of sights: ComplianceSights) throws -> ComplianceReport.Row {
        try #require(ComplianceReport(sights, standing: []).rows.first { $0.id == id })
    }
}
