internal import Desk
internal import Synchronization

/// What committed transactions changed of tickets and people, for whoever keeps something that was made from them.
///
/// The database itself takes it down, by triggers that live as long as the writing connection, so that no verb can
/// forget to; what is rolled back is not told. Only numbers and ids are kept, in memory.
final class TicketWatch: Sendable {
    struct Changes: Sendable {
        var tickets: Set<Int64> = []
        /// Whose name or address is another, or gone.
        var people: Set<PersonID> = []
        /// More than could be remembered: everything has to be looked at again.
        var isEverything = false

        var isEmpty: Bool { tickets.isEmpty && people.isEmpty && !isEverything }
    }

    private let changes = Mutex(Changes())

    var isQuiet: Bool { changes.withLock { $0.isEmpty } }

    func note(tickets: [Int64], people: [PersonID]) {
        changes.withLock { changes in
            changes.tickets.formUnion(tickets)
            changes.people.formUnion(people)
            guard changes.tickets.count > Limits.watchedTickets || changes.people.count > Limits.watchedTickets else {
                return
            }
            changes = Changes(isEverything: true)
        }
    }

    /// Some of them, which nobody is told again.
    func take(_ most: Int) -> Changes {
        changes.withLock { changes in
            var taken = Changes()
            taken.isEverything = changes.isEverything
            taken.people = changes.people
            taken.tickets = Set(changes.tickets.prefix(most))
            changes.tickets.subtract(taken.tickets)
            changes.people = []
            changes.isEverything = false
            return taken
        }
    }

    /// Lays the triggers out. Only on the connection that writes, and after the schema is there.
    static func begin(_ session: any SQLSession) throws(StoreFailure) {
        for statement in statements { try session.run(statement) }
    }

    /// What a transaction changed, taken from the connection that just committed it.
    func collect(_ session: any SQLSession) throws(StoreFailure) {
        let tickets = try session.all("SELECT number FROM changed_ticket", []) { row throws(StoreFailure) in
            row.integer(0)
        }
        let people = try session.all("SELECT id FROM changed_person", []) { row throws(StoreFailure) in
            PersonID(try row.id(0))
        }
        guard !tickets.isEmpty || !people.isEmpty else { return }
        note(tickets: tickets, people: people)
        try session.run("DELETE FROM changed_ticket")
        try session.run("DELETE FROM changed_person")
    }

    private static let statements =
        [
            "CREATE TEMPORARY TABLE IF NOT EXISTS changed_ticket (number INTEGER PRIMARY KEY)",
            "CREATE TEMPORARY TABLE IF NOT EXISTS changed_person (id BLOB PRIMARY KEY)",
            """
            CREATE TEMPORARY TRIGGER IF NOT EXISTS person_changed AFTER UPDATE OF identity ON person BEGIN
            \(person("NEW")) END
            """,
            """
            CREATE TEMPORARY TRIGGER IF NOT EXISTS person_deleted AFTER DELETE ON person BEGIN
            \(person("OLD")) END
            """,
            // What a person wrote is withheld from now on, or is no more.
            """
            CREATE TEMPORARY TRIGGER IF NOT EXISTS restriction_added AFTER INSERT ON restriction BEGIN
            \(person("NEW", "person")) END
            """,
            """
            CREATE TEMPORARY TRIGGER IF NOT EXISTS restriction_deleted AFTER DELETE ON restriction BEGIN
            \(person("OLD", "person")) END
            """,
        ]
        + [("message", "ticket"), ("ticket", "number")].flatMap { table, column in
            [
                """
                CREATE TEMPORARY TRIGGER IF NOT EXISTS \(table)_added AFTER INSERT ON \(table) BEGIN
                \(ticket("NEW.\(column)")) END
                """,
                """
                CREATE TEMPORARY TRIGGER IF NOT EXISTS \(table)_changed AFTER UPDATE ON \(table) BEGIN
                \(ticket("OLD.\(column)")) \(ticket("NEW.\(column)")) END
                """,
                """
                CREATE TEMPORARY TRIGGER IF NOT EXISTS \(table)_deleted AFTER DELETE ON \(table) BEGIN
                \(ticket("OLD.\(column)")) END
                """,
            ]
        }

    // Not `INSERT OR IGNORE`: the conflict clause of the statement that set the trigger off would count instead.
    private static func ticket(_ value: String) -> String {
        "INSERT INTO changed_ticket (number) SELECT \(value) WHERE \(value) NOT IN (SELECT number FROM changed_ticket);"
    }

    private static func person(_ row: String, _ column: String = "id") -> String {
        let id = "\(row).\(column)"
        return "INSERT INTO changed_person (id) SELECT \(id) WHERE \(id) NOT IN (SELECT id FROM changed_person);"
    }
}
