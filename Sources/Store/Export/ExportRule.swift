/// What an export does with one table. The rules of all tables are `ExportRule.all`; a test walks the schema and fails
/// on a column with personal data that no rule speaks of.
struct ExportRule: Sendable {
    enum Treatment: Sendable {
        /// A person finds it in the export, there.
        case exported(as: String)
        /// It stays with us, for a reason that can be told to the person.
        case withheld(because: String)
        /// It is about somebody else than those who write to us.
        case notAbout(people: String)
    }

    let table: String
    /// The personal columns of the table that it speaks of.
    let columns: [String]
    let treatment: Treatment

    static func exported(_ table: String, _ columns: [String], as place: String) -> ExportRule {
        ExportRule(table: table, columns: columns, treatment: .exported(as: place))
    }

    static func withheld(_ table: String, _ columns: [String], because reason: String) -> ExportRule {
        ExportRule(table: table, columns: columns, treatment: .withheld(because: reason))
    }

    static func notAbout(_ table: String, _ columns: [String], people: String) -> ExportRule {
        ExportRule(table: table, columns: columns, treatment: .notAbout(people: people))
    }

    static let all = content + people + technical + others
}
