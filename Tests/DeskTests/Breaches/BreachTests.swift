import DeskTesting
import Foundation
import Testing

@testable import Desk

/// The clock of a breach, and the moves it may make.
struct BreachTests {
    private static let moments: [(Double, Bool)] = [(0, false), (259_199, false), (259_200, false), (259_201, true)]

    @Test(arguments: moments)
    func `72 hours are exact, and their end is in time`(after seconds: Double, isLate: Bool) throws {
        let breach = try Self.breach()
        #expect(breach.clock.isLate(Self.aware.addingTimeInterval(seconds)) == isLate)
        // A Friday evening ends on Monday evening: no weekend, no night.
        #expect(breach.clock.dueAt.timeIntervalSince(Self.aware) == 259_200)
    }

    @Test func `a late notification is recorded with its reasons only`() throws {
        let breach = try Self.breach()
        let late = Self.aware.addingTimeInterval(72 * 3600 + 1)
        #expect(throws: DeskRefusal.self) { try breach.after(.file(Self.filing(at: late))) }
        let told = try breach.after(.file(Self.filing(at: late, lateReasons: "Nobody looked on Sunday.")))
        #expect(!told.isClockRunning && told.notifiedAt == late)
        // What comes later adds to it and is not late.
        _ = try told.after(.file(Self.filing(at: late.addingTimeInterval(86_400))))
    }

    @Test func `in time needs no reasons, and what cannot have been is refused`() throws {
        let breach = try Self.breach()
        #expect(try !breach.after(.file(Self.filing(at: breach.clock.dueAt))).isClockRunning)
        let before = Self.aware.addingTimeInterval(-7200)
        #expect(throws: DeskRefusal.self) { try breach.after(.file(Self.filing(at: before))) }
        var ahead = Self.filing(at: Self.aware.addingTimeInterval(10))
        ahead.recordedAt = Self.aware
        #expect(throws: DeskRefusal.self) { try breach.after(.file(ahead)) }
    }

    @Test func `telling a controller does not end the clock`() throws {
        var filing = Self.filing(at: Self.aware)
        filing.recipient = .controller
        #expect(try Self.breach().after(.file(filing)).isClockRunning)
    }

    @Test(arguments: BreachAssessment.Risk.allCases)
    func `closing asks for what the risk asks for`(risk: BreachAssessment.Risk) throws {
        let closing = BreachAct.close(.init(reasons: "Learned.", at: Self.aware, by: "operator"))
        var breach = try Self.breach()
        #expect(throws: DeskRefusal.self) { try breach.after(closing) }
        breach = try breach.after(.describe(BreachChanges(words: ["en": Self.words])))
        #expect(throws: DeskRefusal.self) { try breach.after(closing) }
        breach = try breach.after(.assess(Self.assessment(risk)))
        #expect(breach.isClockRunning == (risk != .none))
        if risk.needsAuthority {
            #expect(throws: DeskRefusal.self) { try breach.after(closing) }
            breach = try breach.after(.file(Self.filing(at: Self.aware)))
        }
        if risk.needsPeople {
            #expect(throws: DeskRefusal.self) { try breach.after(closing) }
            breach = try breach.after(.communicate(Self.exemption))
        }
        let closed = try breach.after(closing)
        #expect(closed.state == .closed)
        #expect(throws: DeskRefusal.self) { try closed.after(.assess(Self.assessment(.high))) }
        #expect(try closed.after(.reopen).state == .open)
    }

    @Test func `nobody is told before the risk is assessed, and letters need people`() throws {
        let breach = try Self.breach()
        #expect(throws: DeskRefusal.self) { try breach.after(.communicate(Self.exemption)) }
        let assessed = try breach.after(.assess(Self.assessment(.high)))
        let letters = BreachCommunication(means: .letters, at: Self.aware, by: "operator")
        #expect(throws: DeskRefusal.self) { try assessed.after(.communicate(letters)) }
        var found = assessed
        found.counted = AffectedCounts(people: 1, records: 1)
        found.letters.unwritten = 1
        let told = try found.after(.communicate(letters)).after(.describe(BreachChanges(words: ["en": Self.words])))
            .after(.file(Self.filing(at: Self.aware)))
        let closing = BreachAct.close(.init(reasons: "Learned.", at: Self.aware, by: "operator"))
        #expect(throws: DeskRefusal.self, "a letter is not written yet") { try told.after(closing) }
    }

    @Test func `an exemption names its ground, a public communication its place`() throws {
        let assessed = try Self.breach().after(.assess(Self.assessment(.high)))
        for wrong in [
            BreachCommunication(means: .exempt, reasons: "sealed", at: Self.aware, by: "operator"),
            BreachCommunication(means: .exempt, ground: .publicNotice, reasons: "x", at: Self.aware, by: "operator"),
            BreachCommunication(means: .exempt, ground: .unintelligible, at: Self.aware, by: "operator"),
            BreachCommunication(
                means: .publicNotice, ground: .publicNotice, reasons: "too many", at: Self.aware, by: "operator"),
        ] {
            #expect(throws: DeskRefusal.self) { try assessed.after(.communicate(wrong)) }
        }
    }

    @Test func `what two people tell does not undo each other`() throws {
        var first = BreachChanges(words: ["en": .init(nature: "A reply went astray.")])
        first.cause = .misdirected
        let second = BreachChanges(words: ["en": .init(measures: "Deleted.")])
        let breach = try Self.breach().after(.describe(first)).after(.describe(second))
        #expect(breach.account.words["en"] == BreachWords(nature: "A reply went astray.", measures: "Deleted."))
        #expect(breach.account.cause == .misdirected)
        #expect(throws: DeskRefusal.self) { try breach.after(.describe(BreachChanges(words: ["xx": .init()]))) }
    }

    private static let scores: [(BreachScore?, String, BreachScore.Level)] = [
        (BreachScore(context: 1, identification: 1), "0.25", .low),
        (BreachScore(context: 2, identification: 4), "2.00", .medium),
        (BreachScore(context: 3, identification: 4), "3.00", .high),
        (BreachScore(context: 3, identification: 3, confidentiality: 2, isMalicious: true), "3.25", .high),
        (BreachScore(context: 4, identification: 4, confidentiality: 2, isMalicious: true), "5.00", .veryHigh),
    ]

    @Test(arguments: scores)
    func `the score is ENISA's, counted in quarters`(
        made: BreachScore?, text: String, level: BreachScore.Level
    ) throws {
        let score = try #require(made)
        #expect(score.text == text && score.level() == level)
        #expect(BreachScore(context: 5, identification: 1) == nil)
    }

    /// Friday, 20 November 2026, 18:00 UTC.
    static let aware = Date(timeIntervalSince1970: 1_795_197_600)

    static let words = BreachChanges.Words(
        nature: "A reply went astray.", consequences: "A stranger read it.", measures: "It was deleted.")

    static func breach(isDrill: Bool = false) throws -> Breach {
        let number = try #require(BreachNumber(1))
        return BreachDraft(
            isDrill: isDrill, detectedAt: aware.addingTimeInterval(-3600), awareAt: aware, decidedBy: "B. Muster",
            kinds: [.confidentiality]
        ).breach(numbered: number, by: .operatorOnHost, at: aware)
    }

    static func filing(at moment: Date, lateReasons: String? = nil) -> BreachFiling {
        BreachFiling(
            recipient: .authority, way: .portal, stage: .initial, reference: "A-1", at: moment,
            lateReasons: lateReasons, recordedAt: moment, by: "operator")
    }

    static func assessment(_ risk: BreachAssessment.Risk) -> BreachAssessment {
        BreachAssessment(risk: risk, reasons: "because", score: nil, at: aware, by: "operator")
    }

    static let exemption = BreachCommunication(
        means: .exempt, ground: .unintelligible, reasons: "sealed", at: aware, by: "operator")
}
