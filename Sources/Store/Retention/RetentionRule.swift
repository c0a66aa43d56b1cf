/// How the rows of one table end (Art. 5(1)(e); gdpr.md A16). The rules of all tables are `RetentionRule.all`; a test
/// walks the schema and fails on a table without one.
struct RetentionRule: Sendable {
    enum Ending: Sendable {
        /// After periods of their own, by a statement of the daily sweep for each. Its one placeholder is bound to the
        /// start of its period: what is older goes.
        case swept([(period: RetentionPeriod, statement: String)])
        /// With the ticket it is about, by the rules of `ErasureRule`.
        case withTicket
        /// With the person it is about, by the rules of `ErasureRule`: erased, or of whom nothing else is left.
        case withPerson
        /// By the work it is for, which says when it is over.
        case ended(by: String)
        /// It has no end of its own: it is about no customer, or outlives them for a reason.
        case standing(because: String)
    }

    let table: String
    let ending: Ending

    static func swept(_ table: String, after period: RetentionPeriod, _ statement: String) -> RetentionRule {
        RetentionRule(table: table, ending: .swept([(period, statement)]))
    }

    /// One whose rows first lose something and go later.
    static func swept(
        _ table: String, _ steps: (after: RetentionPeriod, statement: String)...
    ) -> RetentionRule {
        RetentionRule(table: table, ending: .swept(steps.map { ($0.after, $0.statement) }))
    }

    static func withTicket(_ table: String) -> RetentionRule { RetentionRule(table: table, ending: .withTicket) }

    static func withPerson(_ table: String) -> RetentionRule { RetentionRule(table: table, ending: .withPerson) }

    static func ended(_ table: String, by work: String) -> RetentionRule {
        RetentionRule(table: table, ending: .ended(by: work))
    }

    static func standing(_ table: String, because reason: String) -> RetentionRule {
        RetentionRule(table: table, ending: .standing(because: reason))
    }

    static let all = tickets + people + records + staff + operation
}
