internal import Desk
internal import Foundation
internal import Vault

/// Rows of the register of breaches.
extension DeskRecords {
    func breach(_ number: BreachNumber) throws(StoreFailure) -> Breach? {
        let breach = try session.first(
            "\(Self.selectBreaches) WHERE number = ?", [.integer(number.value)]
        ) { row throws(StoreFailure) in try opened(row) }
        guard let breach else { return nil }
        return try counted(breach)
    }

    func breaches(includingClosed: Bool, limit: Int) throws(StoreFailure) -> [Breach] {
        let rows = try session.all(
            """
            \(Self.selectBreaches) WHERE state <> 'closed' OR ? = 1
            ORDER BY CASE WHEN state = 'closed' THEN 1 ELSE 0 END,
                CASE WHEN state = 'closed' THEN -number ELSE aware_at END, number LIMIT ?
            """, [.flag(includingClosed), .integer(limit)]
        ) { row throws(StoreFailure) in try opened(row) }
        var breaches: [Breach] = []
        for row in rows { breaches.append(try counted(row)) }
        return breaches
    }

    func add(_ breach: Breach) throws(StoreFailure) {
        try session.run(
            """
            INSERT INTO breach (number, is_drill, state, opened_at, opened_by, detected_at, aware_at, kinds, risk,
                notified_at, law, erased_people, erased_records, version, content)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, ?, ?)
            """,
            [
                .integer(breach.number.value), .flag(breach.isDrill), .text(breach.state.rawValue),
                .integer(Moment.milliseconds(breach.openedAt)), .text(breach.openedBy),
                .integer(Moment.milliseconds(breach.detectedAt)), .integer(Moment.milliseconds(breach.awareAt)),
            ] + (try changing(breach)))
    }

    func update(_ breach: Breach) throws(StoreFailure) {
        try session.run(
            """
            UPDATE breach SET state = ?, kinds = ?, risk = ?, notified_at = ?, law = ?, version = ?, content = ?
            WHERE number = ?
            """, [.text(breach.state.rawValue)] + (try changing(breach)) + [.integer(breach.number.value)])
    }

    private func changing(_ breach: Breach) throws(StoreFailure) -> [SQLValue] {
        [
            .text(breach.kinds.map(\.rawValue).sorted().joined(separator: " ")), .text(breach.risk?.rawValue),
            .integer(breach.notifiedAt.map(Moment.milliseconds)), .text(breach.law), .integer(breach.version),
            .blob(
                try sealer.desk.seal(
                    BreachContent(breach).bytes(), at: Place.breach(breach.number), padded: true)),
        ]
    }

    private static let selectBreaches = """
        SELECT number, is_drill, state, opened_at, opened_by, detected_at, aware_at, kinds, law, erased_people,
               erased_records, version, content
        FROM breach
        """

    private func opened(_ row: any SQLRow) throws(StoreFailure) -> Breach {
        guard let number = BreachNumber(row.integer(0)), let state = Breach.State(rawValue: row.text(2)) else {
            throw .damaged
        }
        let content = try BreachContent.read(try sealer.desk.open(row.blob(12), at: Place.breach(number)))
        let kinds = row.text(7).split(separator: " ").compactMap { BreachAccount.Kind(rawValue: String($0)) }
        return Breach(
            number: number, isDrill: row.flag(1), state: state, openedAt: Moment.date(row.integer(3)),
            openedBy: row.text(4), detectedAt: Moment.date(row.integer(5)),
            awareAt: Moment.date(row.integer(6)), decidedBy: content.decidedBy, kinds: Set(kinds),
            account: content.account, assessments: content.assessments, filings: content.filings,
            communications: content.communications, queries: content.queries, closing: content.closing,
            law: row.text(8),
            erased: AffectedCounts(people: Int(clamping: row.integer(9)), records: Int(clamping: row.integer(10))),
            version: row.integer(11))
    }

    private func counted(_ original: Breach) throws(StoreFailure) -> Breach {
        var breach = original
        let number = SQLValue.integer(breach.number.value)
        breach.counted =
            try session.first(
                "SELECT COUNT(DISTINCT person), COALESCE(SUM(messages), 0) FROM breach_person WHERE breach = ?",
                [number]
            ) { row throws(StoreFailure) in
                AffectedCounts(people: Int(clamping: row.integer(0)), records: Int(clamping: row.integer(1)))
            } ?? AffectedCounts()
        var letters = BreachLetterCounts()
        try session.look(
            """
            SELECT l.entry, o.state FROM breach_letter l LEFT JOIN outbox o ON o.id = l.entry WHERE l.breach = ?
            """, [number]
        ) { row throws(StoreFailure) in
            switch try Self.letter(entry: row.blobIfAny(0), state: row.integerIfAny(1)) {
            case .unaddressed: letters.withoutAddress += 1
            case .mailed(.sent), .mailed(.delayed): letters.sent += 1
            case .mailed(.failed), .mailed(.suppressed), .mailed(.withdrawn): letters.failed += 1
            case .mailed, .none: letters.waiting += 1
            }
            return .goOn
        }
        letters.unwritten = try lettersUnwritten(of: breach.number)
        breach.letters = letters
        return breach
    }

    func lettersUnwritten(of breach: BreachNumber) throws(StoreFailure) -> Int {
        try session.first(
            """
            SELECT COUNT(DISTINCT p.person) FROM breach_person p WHERE p.breach = ? AND NOT EXISTS (
                SELECT 1 FROM breach_letter l WHERE l.breach = p.breach AND l.person = p.person)
            """, [.integer(breach.value)]
        ) { row throws(StoreFailure) in Int(clamping: row.integer(0)) } ?? 0
    }

    func affected(
        by breach: BreachNumber, after person: PersonID?, limit: Int
    ) throws(StoreFailure) -> [AffectedPerson] {
        let rows = try session.all(
            """
            SELECT person, SUM(messages) FROM breach_person WHERE breach = ? AND person > ?
            GROUP BY person ORDER BY person LIMIT ?
            """, [.integer(breach.value), .blob(person?.object.bytes ?? []), .integer(limit)]
        ) { row throws(StoreFailure) in (PersonID(try row.id(0)), Int(clamping: row.integer(1))) }
        var people: [AffectedPerson] = []
        for (id, records) in rows {
            people.append(
                AffectedPerson(
                    person: id, address: try summary(of: id).address, records: records,
                    tickets: try tickets(of: id, in: breach), letter: try letter(to: id, about: breach)))
        }
        return people
    }

    private func letter(
        to person: PersonID, about breach: BreachNumber
    ) throws(StoreFailure) -> AffectedPerson.Letter {
        try session.first(
            """
            SELECT l.entry, o.state FROM breach_letter l LEFT JOIN outbox o ON o.id = l.entry
            WHERE l.breach = ? AND l.person = ?
            """, [.integer(breach.value), .id(person.object)]
        ) { row throws(StoreFailure) in try Self.letter(entry: row.blobIfAny(0), state: row.integerIfAny(1)) } ?? .none
    }

    private func tickets(of person: PersonID, in breach: BreachNumber) throws(StoreFailure) -> [TicketNumber] {
        try session.all(
            "SELECT ticket FROM breach_person WHERE breach = ? AND person = ? ORDER BY ticket LIMIT ?",
            [.integer(breach.value), .id(person.object), .integer(Limits.affectedTicketsShown)]
        ) { row throws(StoreFailure) in TicketNumber(row.integer(0)) }.compactMap { $0 }
    }

    private static func letter(entry: [UInt8]?, state: Int64?) throws(StoreFailure) -> AffectedPerson.Letter {
        guard entry != nil else { return .unaddressed }
        // A mail that is not kept any more has left.
        guard let state else { return .mailed(.sent) }
        return .mailed(try DeliveryState(code: state))
    }
}
