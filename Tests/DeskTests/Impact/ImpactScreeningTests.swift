import Desk
import DeskTesting
import Testing

/// Whether an impact assessment is needed, by the nine criteria, and the draft of Art. 35(7).
struct ImpactScreeningTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let criteria: [ImpactCriterion]
        var isListed = false
        var isExempt = false
        let isNeeded: Bool
    }

    @Test(arguments: [
        Row(testDescription: "none", criteria: [], isNeeded: false),
        Row(testDescription: "one", criteria: [.vulnerable], isNeeded: false),
        Row(testDescription: "two", criteria: [.vulnerable, .matching], isNeeded: true),
        Row(testDescription: "two, exempt", criteria: [.vulnerable, .matching], isExempt: true, isNeeded: false),
        Row(testDescription: "decided by a program", criteria: [.automatedDecision], isExempt: true, isNeeded: true),
        Row(testDescription: "35(3)(b)", criteria: [.sensitive, .largeScale], isExempt: true, isNeeded: true),
        Row(testDescription: "listed", criteria: [], isListed: true, isNeeded: true),
    ])
    func `the criteria decide`(row: Row) {
        let screening = ImpactScreening(
            criteria: row.criteria, isListed: row.isListed, isExempt: row.isExempt, reasons: "R")
        #expect(screening.needsAssessment == row.isNeeded)
        #expect(screening.decision.hasPrefix(row.isNeeded ? "An assessment" : "None"))
    }

    @Test func `an assessment needs a screening before it, and stands with it`() async throws {
        let test = try TestDesk()
        let made = ImpactScreening.Assessment(
            on: "2026-09-01", by: "B. Muster", advice: "Go on.", views: "Asked the council.", isResidualHigh: false,
            consultedOn: nil)
        await #expect(throws: DeskRefusal.self) { try await test.desk.recordImpact(made, as: .operatorOnHost) }
        _ = try await test.desk.screenImpact(
            ImpactScreening(criteria: [.sensitive, .vulnerable], isListed: false, isExempt: false, reasons: "R"),
            as: .operatorOnHost)
        let kept = try await test.desk.recordImpact(made, as: .operatorOnHost)
        #expect(kept.statement.assessment == made && kept.statement.needsAssessment)
        let draft = try await test.desk.impactDraft(as: .operatorOnHost)
        #expect(draft.text.contains("Go on.") && draft.text.contains("Asked the council."))
    }

    /// Art. 35(7)(a) to (d), 35(2), 35(9), 36: each there, and what only people know marked as open.
    @Test func `the draft has every part of Art 35(7) and pretends to judge nothing`() async throws {
        let test = try TestDesk()
        let draft = try await test.desk.impactDraft(as: .operatorOnHost)
        let articles = draft.sections.map(\.article).joined(separator: " ")
        for article in ["35(7)(a)", "35(7)(b)", "35(7)(c)", "35(7)(d)", "35(2)", "35(9)", "36"] {
            #expect(articles.contains(article), "\(article)")
        }
        #expect(draft.text.contains(SecurityMeasure.encryption.words(in: .english)))
        #expect(draft.text.contains("support@example.com") && draft.text.contains("Nobody has asked yet"))
        for section in draft.sections where section.article == "35(7)(c)" {
            #expect(section.lines.last?.contains(ImpactDraft.open) == true)
        }
    }

    @Test func `what is no day or says nothing is refused`() async throws {
        let test = try TestDesk()
        await #expect(throws: DeskRefusal.self) {
            try await test.desk.screenImpact(
                ImpactScreening(criteria: [], isListed: false, isExempt: false, reasons: " "), as: .operatorOnHost)
        }
        _ = try await test.desk.screenImpact(
            ImpactScreening(criteria: [], isListed: false, isExempt: false, reasons: "R"), as: .operatorOnHost)
        await #expect(throws: DeskRefusal.self) {
            try await test.desk.recordImpact(
                ImpactScreening.Assessment(
                    on: "yesterday", by: "B", advice: "A", views: "V", isResidualHigh: false, consultedOn: nil),
                as: .operatorOnHost)
        }
    }
}
