/// What an erasure does with one table. The rules of all tables are `ErasureRule.all`; a test walks the schema and
/// fails on a column with personal data that no rule speaks of.
///
/// The statements run in the transaction that erases, in the order of the list. Whose rows they are about stands in
/// tables of that transaction (`ErasureScope`): `erasing` (person, address), `erased_hash`, `erased_ticket`,
/// `emptied_ticket`, `erased_message` (id, ticket, position) and `erased_entry`.
struct ErasureRule: Sendable {
    enum Treatment: Sendable {
        /// The person's rows or values go, by these statements.
        case erased([String])
        /// The columns stay, for a reason that can be told to the person.
        case kept(because: String)
        /// They are about somebody else than those who write to us.
        case notAbout(people: String)
    }

    let table: String
    /// The personal columns of the table that it speaks of.
    let columns: [String]
    let treatment: Treatment

    static func erased(_ table: String, _ columns: [String], _ statements: String...) -> ErasureRule {
        ErasureRule(table: table, columns: columns, treatment: .erased(statements))
    }

    static func kept(_ table: String, _ columns: [String], because reason: String) -> ErasureRule {
        ErasureRule(table: table, columns: columns, treatment: .kept(because: reason))
    }

    static func notAbout(_ table: String, _ columns: [String], people: String) -> ErasureRule {
        ErasureRule(table: table, columns: columns, treatment: .notAbout(people: people))
    }

    /// In the order in which they are carried out: what refers to a row goes before the row.
    static let all = copies + outbox + content + people + records

    static var statements: [String] {
        all.flatMap { rule in
            switch rule.treatment {
            case .erased(let statements): statements
            case .kept, .notAbout: [String]()
            }
        }
    }
}
