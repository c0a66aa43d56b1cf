internal import Desk
internal import Vault

/// A restriction as it lies.
struct RestrictionRow: Sendable {
    var person: PersonID
    var ground: Restriction.Ground
    var beganAt: Int64
    var author: String
    /// The last version of the person's key that is held.
    var through: UInt32
    var notice: OutboxEntryID?
    var noticedAt: Int64?

    static let select = "SELECT person, ground, began_at, author, through, notice, noticed_at FROM restriction"

    /// In the order of `select`.
    init(_ row: any SQLRow) throws(StoreFailure) {
        guard let ground = Restriction.Ground(rawValue: row.text(1)) else { throw .damaged }
        self.ground = ground
        person = PersonID(try row.id(0))
        beganAt = row.integer(2)
        author = row.text(3)
        through = UInt32(clamping: row.integer(4))
        notice = try row.idIfAny(5).map { OutboxEntryID($0) }
        noticedAt = row.integerIfAny(6)
    }
}

/// Rows of what is withheld.
extension DeskRecords {
    func restrictions(of person: PersonID) throws(StoreFailure) -> [RestrictionRow] {
        try session.all(
            "\(RestrictionRow.select) WHERE person = ? ORDER BY began_at, ground", [.id(person.object)]
        ) { row throws(StoreFailure) in try RestrictionRow(row) }
    }

    func restrictions() throws(StoreFailure) -> [RestrictionRow] {
        try session.all("\(RestrictionRow.select) ORDER BY began_at, person, ground", []) { row throws(StoreFailure) in
            try RestrictionRow(row)
        }
    }

    func isRestricted(_ person: PersonID) throws(StoreFailure) -> Bool {
        try session.exists("SELECT 1 FROM restriction WHERE person = ?", [.id(person.object)])
    }

    /// A number that became part of another leads to that one.
    func isWithheld(_ ticket: TicketNumber) throws(StoreFailure) -> Bool {
        try session.exists(
            """
            SELECT 1 FROM withheld_ticket
            WHERE ticket = COALESCE((SELECT merged_into FROM ticket WHERE number = ?), ?)
            """, [.integer(ticket.value), .integer(ticket.value)])
    }

    func withheldTickets(of person: PersonID) throws(StoreFailure) -> Set<TicketNumber> {
        Set(
            try session.all(
                "SELECT ticket FROM withheld_ticket WHERE person = ?", [.id(person.object)]
            ) { row throws(StoreFailure) in TicketNumber(row.integer(0)) }.compactMap { $0 })
    }

    /// As it is shown, with what became of the letter.
    func shown(_ row: RestrictionRow) throws(StoreFailure) -> Restriction {
        var restriction = Restriction(
            person: row.person, ground: row.ground, since: Moment.date(row.beganAt), author: row.author)
        if let notice = row.notice {
            // A mail that is not kept any more has left.
            restriction.notice = Restriction.Notice(
                entry: notice, queuedAt: Moment.date(row.noticedAt ?? row.beganAt),
                state: try entry(notice)?.state ?? .sent)
        }
        return restriction
    }
}
