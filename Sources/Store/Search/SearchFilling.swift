internal import Desk
internal import Mail

/// Brings what is searched of a ticket to what the desk has of it.
///
/// Not searched are quotes, which stand in the mail they are from or belong to somebody who was erased; what ticketd
/// itself wrote; tickets of special categories (gdpr.md B5); what is withheld (Art. 18); and what does not open.
struct SearchFilling {
    let records: DeskRecords
    let entries: SearchEntries

    /// With `afresh`, also what seems to be as it was: somebody in it has another name. Answers whether anything that
    /// was searched is not any more.
    @discardableResult
    func bring(_ number: TicketNumber, afresh: Bool = false) throws(StoreFailure) -> Bool {
        guard let ticket = try records.row(ofTicket: number), ticket.mergedInto == nil, !ticket.isWithheld,
            let particulars = try searchable(ticket)
        else { return try entries.forget(number) }
        var there = try entries.markers(of: number)
        var removed = false
        let wanted = try self.wanted(of: ticket)
        for (place, marker) in there where afresh || wanted[place] != marker {
            try entries.remove(place, of: number)
            there[place] = nil
            removed = true
        }
        for (place, marker) in wanted.sorted(by: { $0.key < $1.key }) where there[place] == nil {
            let words: (head: String, text: String)
            if place == SearchEntries.headPlace {
                words = try head(of: ticket, particulars)
            } else {
                words = try self.words(of: place, in: ticket) ?? ("", "")
            }
            try entries.put(
                SearchText.kept(words.head), SearchText.kept(words.text), at: place, of: number, marker: marker)
        }
        try entries.note(number, updatedAt: ticket.updatedAt)
        return removed
    }

    /// Everything in which the person wrote or asked.
    func tickets(of person: PersonID) throws(StoreFailure) -> Set<Int64> {
        var tickets: Set<Int64> = []
        for sql in [
            "SELECT DISTINCT ticket FROM message WHERE owner = ?", "SELECT number FROM ticket WHERE requester = ?",
        ] {
            tickets.formUnion(
                try records.session.all(sql, [.id(person.object)]) { row throws(StoreFailure) in row.integer(0) })
        }
        return tickets
    }

    /// Tickets before a place in the list of all, newest change first.
    func tickets(after key: PageKey?, limit: Int) throws(StoreFailure) -> [PageKey] {
        var keys: [PageKey] = []
        for status in TicketStatus.allCases {
            keys += try records.session.all(
                """
                SELECT updated_at, number FROM ticket
                WHERE status = ? AND merged_into IS NULL AND (updated_at, number) < (?, ?)
                ORDER BY updated_at DESC, number DESC LIMIT ?
                """,
                [
                    .integer(status.code), .integer(key?.updatedAt ?? Int64.max), .integer(key?.number ?? Int64.max),
                    .integer(limit),
                ]
            ) { row throws(StoreFailure) in PageKey(updatedAt: row.integer(0), number: row.integer(1)) }
        }
        keys.sort { ($0.updatedAt, $0.number) > ($1.updatedAt, $1.number) }
        return Array(keys.prefix(limit))
    }

    private func searchable(_ ticket: TicketRow) throws(StoreFailure) -> TicketParticulars? {
        do throws(StoreFailure) {
            let particulars = try records.particulars(of: ticket)
            return particulars.labels.contains { $0 == .art9 || $0 == .art10 } ? nil : particulars
        } catch .keyDestroyed, .keyHeld, .damaged {
            return nil
        }
    }

    /// By place, what marks the state of its words: the end of what is sealed, which no two sealings have in common.
    private func wanted(of ticket: TicketRow) throws(StoreFailure) -> [Int64: Int64] {
        var wanted = [SearchEntries.headPlace: Self.marker(ticket.particulars)]
        try records.session.look(
            "SELECT position, cek FROM message WHERE ticket = ? AND (is_automatic = 0 OR direction = ?)",
            [.integer(ticket.number.value), .integer(TicketMessage.Direction.in.code)]
        ) { row throws(StoreFailure) in
            let (place, key) = (row.integer(0), row.blob(1))
            guard !key.isEmpty, (1...SearchEntries.lastPlace).contains(place) else { return .goOn }
            wanted[place] = Self.marker(key)
            return .goOn
        }
        return wanted
    }

    private static func marker(_ sealed: [UInt8]) -> Int64 {
        sealed.suffix(8).reduce(0) { $0 << 8 | Int64($1) }
    }

    private func head(
        of ticket: TicketRow, _ particulars: TicketParticulars
    ) throws(StoreFailure) -> (head: String, text: String) {
        let requester = try records.summary(of: ticket.requester)
        let words = [particulars.subject, requester.name, requester.address?.text].compactMap { $0 }
        return ((words + particulars.tags).joined(separator: "\n"), "")
    }

    private func words(
        of place: Int64, in ticket: TicketRow
    ) throws(StoreFailure) -> (head: String, text: String)? {
        guard let message = try records.message(at: place, of: ticket.number) else { return nil }
        do throws(StoreFailure) {
            let key = try records.key(of: message)
            let content = try records.content(of: message, key: key)
            var heads: [String] = []
            if message.direction == .in {
                heads += [content.author, content.subject]
                if let author = message.author, author != ticket.requester {
                    heads += [try records.summary(of: author).address?.text].compactMap { $0 }
                }
            }
            heads += try names(of: message.id, key: key)
            let text = String(decoding: content.text.utf8.prefix(Limits.searchTextBytes), as: UTF8.self)
            return (
                heads.joined(separator: "\n"), QuoteFolding(text, subject: content.subject).written
            )
        } catch .keyDestroyed, .keyHeld, .damaged {
            return nil
        }
    }

    private func names(of message: TicketMessageID, key: MessageKey) throws(StoreFailure) -> [String] {
        try records.session.all(
            "SELECT id, label FROM attachment WHERE message = ?", [.id(message.object)]
        ) { row throws(StoreFailure) in
            let place = Place.label(of: AttachmentID(try row.id(0)))
            return try AttachmentLabel(bytes: key.open(row.blob(1), at: place)).filename
        }.compactMap { $0 }
    }
}
