internal import Desk
internal import Foundation
internal import Mail

/// One page of tickets, newest change first, with or without a search.
///
/// Pages are found by key, so that the last is as cheap as the first. The index is by status, so a list of all is
/// merged from one list of each status. A search, or a look for what is sealed in a ticket, opens tickets newest first
/// and stops after a number of them; the page then says where to go on.
struct TicketList {
    private let records: DeskRecords
    private let filter: TicketFilter
    private let words: [String]
    private let now: Int64

    init(records: DeskRecords, filter: TicketFilter, now: Int64) {
        self.records = records
        self.filter = filter
        self.now = now
        words = (filter.text ?? "").lowercased().split(whereSeparator: \.isWhitespace).prefix(Limits.searchWords)
            .map(String.init)
    }

    func page() throws(StoreFailure) -> TicketPage {
        let limit = min(max(filter.limit, 1), Desk.Limits.pageLengthMaximum)
        var found: [Ticket] = []
        var opened = 0
        var key = filter.after
        while true {
            let rows = try rows(after: key, limit: limit)
            for row in rows {
                key = PageKey(updatedAt: row.updatedAt, number: row.number.value)
                opened += 1
                if let ticket = try match(row) { found.append(ticket) }
                if found.count == limit || (looksInside && opened >= Limits.searchedTickets) {
                    return TicketPage(tickets: found, next: key)
                }
            }
            if rows.count < limit { return TicketPage(tickets: found, next: nil) }
        }
    }

    private func rows(after key: PageKey?, limit: Int) throws(StoreFailure) -> [TicketRow] {
        var rows: [TicketRow] = []
        for status in filter.status.map({ [$0] }) ?? TicketStatus.allCases {
            rows += try self.rows(of: status, after: key, limit: limit)
        }
        rows.sort { ($0.updatedAt, $0.number.value) > ($1.updatedAt, $1.number.value) }
        return Array(rows.prefix(limit))
    }

    private func rows(
        of status: TicketStatus, after key: PageKey?, limit: Int
    ) throws(StoreFailure) -> [TicketRow] {
        var rows: [TicketRow] = []
        try records.session.look(
            """
            \(TicketRow.select) WHERE status = ? AND merged_into IS NULL AND (updated_at, number) < (?, ?)
            ORDER BY updated_at DESC, number DESC
            """,
            [
                .integer(status.code), .integer(key?.updatedAt ?? Int64.max), .integer(key?.number ?? Int64.max),
            ]
        ) { row throws(StoreFailure) in
            let ticket = try TicketRow(row)
            if isWanted(ticket) { rows.append(ticket) }
            return rows.count >= limit ? .enough : .goOn
        }
        return rows
    }

    private func isWanted(_ ticket: TicketRow) -> Bool {
        guard filter.visible?.contains(ticket.mailbox) ?? true else { return false }
        return filter.criteria.matchesOutside(
            status: ticket.status, mailbox: ticket.mailbox, priority: ticket.priority,
            snoozedUntil: ticket.snoozedUntil.map(Moment.date), updatedAt: Moment.date(ticket.updatedAt),
            now: Moment.date(now))
    }

    private var looksInside: Bool { !words.isEmpty || filter.criteria.looksInside }

    /// The ticket when every word stands somewhere in it.
    private func match(_ row: TicketRow) throws(StoreFailure) -> Ticket? {
        let ticket = try records.shown(row)
        guard filter.criteria.matchesInside(ticket) else { return nil }
        guard !words.isEmpty else { return ticket }
        var missing = words
        let head = [ticket.subject, ticket.requester.address?.text ?? "", ticket.requester.name ?? ""]
        Self.strike(&missing, in: head.joined(separator: "\n"))
        if missing.isEmpty { return ticket }
        for message in try records.messages(of: row.number, limit: Limits.messagesShown) {
            Self.strike(&missing, in: try text(of: message))
            if missing.isEmpty { return ticket }
        }
        return nil
    }

    private func text(of message: MessageRow) throws(StoreFailure) -> String {
        do throws(StoreFailure) {
            return try records.content(of: message, key: records.key(of: message)).text
        } catch .keyDestroyed, .damaged {
            return ""
        }
    }

    private static func strike(_ words: inout [String], in text: String) {
        let text = text.lowercased()
        words.removeAll { text.contains($0) }
    }
}
