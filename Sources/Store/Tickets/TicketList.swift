internal import Desk
internal import Foundation

/// One page of tickets, newest change first, or those in which words were found.
///
/// Pages are found by key, so that the last is as cheap as the first. The index is by status, so a list of all is
/// merged from one list of each status. A look for what is sealed in a ticket opens tickets and stops after a number of
/// them; the page then says where to go on.
struct TicketList {
    private let records: DeskRecords
    private let filter: TicketFilter
    private let hits: SearchHits?
    private let now: Int64

    init(records: DeskRecords, filter: TicketFilter, hits: SearchHits?, now: Int64) {
        self.records = records
        self.filter = filter
        self.hits = hits
        self.now = now
    }

    func page() throws(StoreFailure) -> TicketPage {
        var page: TicketPage
        switch hits {
        case nil: page = try walk(among: nil)
        case .any(let numbers, _) where numbers.count <= Limits.searchFetched: page = try newest(of: numbers)
        case .any(let numbers, _): page = try walk(among: numbers)
        case .ranked(let numbers, _): page = try best(of: numbers)
        }
        page.coverage = hits?.coverage
        return page
    }

    private var limit: Int { min(max(filter.limit, 1), Desk.Limits.pageLengthMaximum) }

    private func walk(among numbers: Set<Int64>?) throws(StoreFailure) -> TicketPage {
        var found: [Ticket] = []
        var opened = 0
        var key = filter.after
        while true {
            let rows = try rows(after: key, among: numbers)
            for row in rows {
                key = Self.key(row)
                opened += 1
                if let ticket = try match(row) { found.append(ticket) }
                if found.count == limit || (looksInside && opened >= Limits.searchedTickets) {
                    return TicketPage(tickets: found, next: key)
                }
            }
            if rows.count < limit { return TicketPage(tickets: found, next: nil) }
        }
    }

    private func newest(of numbers: Set<Int64>) throws(StoreFailure) -> TicketPage {
        var rows: [TicketRow] = []
        for number in numbers {
            guard let row = try wanted(number) else { continue }
            if let after = filter.after, !Self.isBefore(Self.key(row), after) { continue }
            rows.append(row)
        }
        rows.sort { Self.isBefore(Self.key($1), Self.key($0)) }
        var found: [Ticket] = []
        for row in rows {
            if let ticket = try match(row) { found.append(ticket) }
            if found.count == limit { return TicketPage(tickets: found, next: Self.key(row)) }
        }
        return TicketPage(tickets: found, next: nil)
    }

    private func best(of numbers: [Int64]) throws(StoreFailure) -> TicketPage {
        var found: [Ticket] = []
        for number in numbers.prefix(Limits.searchedTickets) {
            if let row = try wanted(number), let ticket = try match(row) { found.append(ticket) }
            if found.count == limit { break }
        }
        return TicketPage(tickets: found, next: nil)
    }

    private func wanted(_ number: Int64) throws(StoreFailure) -> TicketRow? {
        guard let number = TicketNumber(number), let row = try records.row(ofTicket: number), row.mergedInto == nil
        else { return nil }
        return isWanted(row) ? row : nil
    }

    private static func key(_ row: TicketRow) -> PageKey {
        PageKey(updatedAt: row.updatedAt, number: row.number.value)
    }

    private static func isBefore(_ key: PageKey, _ other: PageKey) -> Bool {
        (key.updatedAt, key.number) < (other.updatedAt, other.number)
    }

    private func rows(after key: PageKey?, among numbers: Set<Int64>?) throws(StoreFailure) -> [TicketRow] {
        var rows: [TicketRow] = []
        for status in filter.status.map({ [$0] }) ?? TicketStatus.allCases {
            rows += try self.rows(of: status, after: key, among: numbers)
        }
        rows.sort { ($0.updatedAt, $0.number.value) > ($1.updatedAt, $1.number.value) }
        return Array(rows.prefix(limit))
    }

    private func rows(
        of status: TicketStatus, after key: PageKey?, among numbers: Set<Int64>?
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
            guard numbers?.contains(row.integer(0)) ?? true else { return .goOn }
            let ticket = try TicketRow(row)
            if isWanted(ticket) { rows.append(ticket) }
            return rows.count >= limit ? .enough : .goOn
        }
        return rows
    }

    private func isWanted(_ ticket: TicketRow) -> Bool {
        guard !ticket.isWithheld, filter.visible?.contains(ticket.mailbox) ?? true else { return false }
        return filter.criteria.matchesOutside(
            status: ticket.status, mailbox: ticket.mailbox, priority: ticket.priority,
            snoozedUntil: ticket.snoozedUntil.map(Moment.date), updatedAt: Moment.date(ticket.updatedAt),
            now: Moment.date(now))
    }

    private var looksInside: Bool { filter.criteria.looksInside }

    private func match(_ row: TicketRow) throws(StoreFailure) -> Ticket? {
        if hits != nil, try !opens(row) { return nil }
        let ticket = try records.shown(row)
        return filter.criteria.matchesInside(ticket) ? ticket : nil
    }

    /// Whose ticket cannot be opened any more is not found by what was in it, whatever is still remembered.
    private func opens(_ row: TicketRow) throws(StoreFailure) -> Bool {
        do throws(StoreFailure) {
            _ = try records.particulars(of: row)
            return true
        } catch .keyDestroyed, .keyHeld, .damaged {
            return false
        }
    }
}
