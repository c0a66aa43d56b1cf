internal import Desk
internal import Foundation
internal import Mail
internal import Vault

/// What an export reads of a person, but for what was said.
extension DeskRecords {
    func export(_ id: ExportID) throws(StoreFailure) -> ExportRow? {
        try session.first("\(ExportRow.select) WHERE id = ?", [.id(id.object)]) { row throws(StoreFailure) in
            try ExportRow(row)
        }
    }

    func exports(of person: PersonID, limit: Int) throws(StoreFailure) -> [Export] {
        try session.all(
            "\(ExportRow.select) WHERE person = ? ORDER BY id DESC LIMIT ?", [.id(person.object), .integer(limit)]
        ) { row throws(StoreFailure) in try ExportRow(row).export }
    }

    func exportSubject(of export: Export) throws(StoreFailure) -> ExportSubject? {
        guard let person = export.person else { return nil }
        let summary = try summary(of: person)
        let facts = try session.first(
            "SELECT first_seen_at, is_informed, is_undeliverable FROM person WHERE id = ?", [.id(person.object)]
        ) { row throws(StoreFailure) in (row.integer(0), row.flag(1), row.flag(2)) }
        guard let (firstSeenAt, isInformed, isUndeliverable) = facts else { return nil }
        var subject = ExportSubject(
            person: summary, firstSeenAt: Moment.date(firstSeenAt), isInformed: isInformed,
            isUndeliverable: isUndeliverable)
        subject.tickets = try exportedTickets(of: person)
        subject.requests = try rightsRequests(of: person, limit: Limits.exportedFacts).reversed()
        for agent in try AgentRecords(self).all() {
            subject.staff.formUnion([agent.name, agent.address?.text].compactMap { $0 })
        }
        guard export.kind == .access else { return subject }
        if let address = summary.address { try addWishes(of: address, to: &subject) }
        subject.erasures = try earlierErasures(of: summary)
        subject.exports = try exports(of: person, limit: Limits.exportedFacts).filter { $0.id != export.id }.reversed()
        subject.restrictions = try shownRestrictions(of: person)
        subject.holds = try holds().filter { $0.person == person }
        subject.disclosures = try disclosures(about: person, limit: Limits.exportedFacts)
        try addFacts(of: person, to: &subject)
        subject.reads = try reads(of: subject.tickets)
        for ticket in subject.tickets where ticket.isOfPerson {
            guard let row = try row(ofTicket: ticket.number) else { continue }
            subject.drafts += try drafts(on: row).map {
                ExportSubject.Unsent(ticket: ticket.number, savedAt: $0.savedAt, text: $0.text)
            }
        }
        return subject
    }

    /// Tickets that became part of others stand there.
    private func exportedTickets(of person: PersonID) throws(StoreFailure) -> [ExportedTicket] {
        let numbers = try session.all(
            """
            SELECT ticket FROM participant WHERE person = ?
            UNION SELECT number FROM ticket WHERE requester = ? ORDER BY 1
            """, [.id(person.object), .id(person.object)]
        ) { row throws(StoreFailure) in row.integer(0) }
        var tickets: [ExportedTicket] = []
        for number in numbers.compactMap({ TicketNumber($0) }) {
            guard let row = try row(ofTicket: number), row.mergedInto == nil else { continue }
            let isOfPerson = row.requester == person
            let ticket = try shown(row)
            var others = try participants(of: row)
            if !isOfPerson { others.append(ticket.requester) }
            var exported = ExportedTicket(
                number: number, mailbox: row.mailbox, isOfPerson: isOfPerson,
                subject: isOfPerson ? ticket.subject : nil, status: row.status,
                tags: isOfPerson ? ticket.tags : [], labels: isOfPerson ? ticket.labels : [],
                createdAt: ticket.createdAt, updatedAt: ticket.updatedAt,
                closedAt: row.closedAt.map(Moment.date), lastPosition: row.messageCount,
                others: others.filter { $0.id != person })
            exported.keptFrom = ticket.keptFrom
            tickets.append(exported)
        }
        return tickets
    }

    private func addWishes(of address: EmailAddress, to subject: inout ExportSubject) throws(StoreFailure) {
        let groups = try session.all("SELECT DISTINCT suppression_group FROM mailbox", []) { row throws(StoreFailure) in
            row.text(0)
        }
        for group in Set(groups + ["default"]).sorted() {
            for hash in hashes.suppression(address, group: group) {
                subject.wishes += try session.all(
                    "SELECT ticket, scope, at, source FROM suppression WHERE hash = ? ORDER BY at", [.blob(hash)]
                ) { row throws(StoreFailure) in
                    ExportSubject.Wish(
                        group: group, ticket: TicketNumber(row.integer(0)),
                        scope: UnsubscribeScope(rawValue: UInt8(clamping: row.integer(1))),
                        since: Moment.date(row.integer(2)), source: row.text(3))
                }
                subject.lifts += try session.all(
                    "SELECT id, at, evidence FROM suppression_lift WHERE hash = ? ORDER BY at", [.blob(hash)]
                ) { row throws(StoreFailure) in
                    let evidence = try sealer.desk.open(row.blob(2), at: Place.evidence(try row.id(0)))
                    return ExportSubject.Lift(
                        group: group, at: Moment.date(row.integer(1)),
                        evidence: String(decoding: evidence, as: UTF8.self))
                }
            }
        }
    }

    /// Taken back, or waiting: of a finished one nobody is left to ask.
    private func earlierErasures(of person: PersonSummary) throws(StoreFailure) -> [Erasure] {
        guard let address = person.address else { return [] }
        let rows = try session.all(
            "\(ErasureRow.select) WHERE evidence = ? ORDER BY id",
            [.blob(sealer.keys.evidenceHash(ofAddress: address.normalized))]
        ) { row throws(StoreFailure) in try ErasureRow(row) }
        return rows.map(\.erasure)
    }

    /// By day, ticket and kind of reader: a person learns when and what for, not who (C-579/21).
    private func reads(of tickets: [ExportedTicket]) throws(StoreFailure) -> [ExportSubject.Read] {
        let own = Set(tickets.filter(\.isOfPerson).map(\.number.value))
        var reads: [ExportSubject.Read] = []
        try session.look(
            """
            SELECT hour / 24, ticket, CASE WHEN SUBSTR(reader, 1, 6) = 'token:' THEN 1 ELSE 0 END, COUNT(DISTINCT hour)
            FROM read_log GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
            """, []
        ) { row throws(StoreFailure) in
            guard own.contains(row.integer(1)), let ticket = TicketNumber(row.integer(1)) else { return .goOn }
            reads.append(
                ExportSubject.Read(
                    day: Moment.date(row.integer(0) * 24 * Moment.millisecondsPerHour), ticket: ticket,
                    hours: Int(clamping: row.integer(3)), reader: row.flag(2) ? .program : .staff))
            return reads.count < Limits.exportedFacts ? .goOn : .enough
        }
        return reads
    }

    /// Mails that nobody could read and that say in their header that they are from this address.
    func exportedOriginals(of address: EmailAddress) throws(StoreFailure) -> [ExportSubject.Original] {
        var originals: [ExportSubject.Original] = []
        try session.look("SELECT message, ticket, at, content FROM quarantine ORDER BY message", []) {
            row throws(StoreFailure) in
            let id = TicketMessageID(try row.id(0))
            let bytes = try sealer.desk.open(row.blob(3), at: Place.quarantined(id))
            guard HeaderLines(bytes).isFrom(address), let ticket = TicketNumber(row.integer(1)) else { return .goOn }
            originals.append(
                ExportSubject.Original(
                    message: id, ticket: ticket, at: Moment.date(row.integer(2)), size: bytes.count))
            return .goOn
        }
        return originals
    }
}
