/// What happened, in one language, as a person without a lawyer understands it. The report to the authority and the
/// letters to people are made of the same words, so that nobody is told another story.
package struct BreachWords: Sendable, Equatable, Codable {
    package var nature: String
    package var consequences: String
    package var measures: String
    /// What the people themselves can do; only in the letters.
    package var advice: String

    package init(nature: String = "", consequences: String = "", measures: String = "", advice: String = "") {
        self.nature = nature
        self.consequences = consequences
        self.measures = measures
        self.advice = advice
    }

    /// Everything Art. 33(5) and 34(2) ask for.
    package var isWhole: Bool {
        [nature, consequences, measures].allSatisfy { $0.contains { !$0.isWhitespace } }
    }

    var texts: [String] { [nature, consequences, measures, advice] }
}
