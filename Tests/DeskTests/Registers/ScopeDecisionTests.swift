import Desk
import Testing

/// The questionnaire of Art. 2, 3 and 27 (EDPB Guidelines 3/2018).
struct ScopeDecisionTests {
    typealias Row = (yes: [ScopeQuestion], outcome: ScopeDecision.Outcome)

    @Test(arguments: [
        Row([.household, .established, .inContext], .outsideHousehold),
        Row([.unionInstitution, .established, .inContext], .outsideUnionInstitution),
        Row([.lawEnforcement], .outsideLawEnforcement),
        Row([.established, .inContext], .establishment),
        // An establishment whose activities the desk does not serve decides nothing by itself.
        Row([.established], .notApplicable),
        Row([.established, .peopleInUnion, .offers], .offering),
        // Where people live or whose citizens they are is nothing: they have to be in the Union.
        Row([.offers], .notApplicable),
        Row([.peopleInUnion], .notApplicable),
        Row([.peopleInUnion, .offers, .monitors], .offering),
        Row([.peopleInUnion, .monitors], .monitoring),
        Row([.internationalLaw], .internationalLaw),
        Row([], .notApplicable),
    ])
    func `the questions decide in the order of the law`(row: Row) {
        #expect(Self.decision(row.yes).outcome == row.outcome)
    }

    @Test(arguments: [
        ([ScopeQuestion.peopleInUnion, .offers], true),
        ([.peopleInUnion, .monitors, .occasional, .unlikelyRisk], false),
        ([.peopleInUnion, .monitors, .occasional, .unlikelyRisk, .specialData], true),
        ([.peopleInUnion, .monitors, .occasional], true),
        ([.peopleInUnion, .offers, .publicAuthority], false),
        ([.established, .inContext], false),
    ])
    func `a representative is asked for where Art 27 wants one`(yes: [ScopeQuestion], isNeeded: Bool) {
        let asked = Self.decision(yes).followUps.contains { $0.contains("Art. 27") }
        #expect(asked == isNeeded)
        var answers = Self.answers(yes)
        answers.representative = "Rep AG, Dublin"
        #expect(!ScopeDecision(answers, reasons: "x").followUps.contains { $0.contains("Art. 27") })
    }

    @Test func `an offer needs a sign of one, and a decision its reasons`() throws {
        #expect(throws: DeskRefusal.self) { try Self.decision([.peopleInUnion, .offers]).validate() }
        var answers = Self.answers([.peopleInUnion, .offers])
        answers.signs = [.delivery]
        try ScopeDecision(answers, reasons: "We deliver to Austria.").validate()
        #expect(throws: DeskRefusal.self) { try ScopeDecision(answers, reasons: " ").validate() }
    }

    @Test func `only what still matters is asked`() {
        let home = Self.answers([.established, .inContext])
        #expect(!ScopeQuestion.peopleInUnion.matters(after: home))
        #expect(!ScopeQuestion.occasional.matters(after: home))
        let away = Self.answers([.peopleInUnion, .offers])
        #expect(ScopeQuestion.occasional.matters(after: away))
        #expect(!ScopeQuestion.internationalLaw.matters(after: away))
        #expect(!ScopeQuestion.established.matters(after: Self.answers([.household])))
    }

    private static func answers(_ yes: [ScopeQuestion]) -> ScopeAnswers {
        var answers = ScopeAnswers()
        for question in yes { answers[keyPath: question.answer] = true }
        return answers
    }

    private static func decision(_ yes: [ScopeQuestion]) -> ScopeDecision {
        ScopeDecision(answers(yes), reasons: "x")
    }
}
