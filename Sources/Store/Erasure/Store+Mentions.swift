package import Desk
package import Foundation
internal import Mail
internal import Vault

/// What others wrote about an erased person. No key reaches it: a human reads it and decides (gdpr.md B10, rule 6).
extension Store {
    package func findMentions(of id: ErasureID) async throws(StoreFailure) -> Int {
        guard let brief = try await brief(of: id) else { return 0 }
        let needles = Self.needles(of: brief)
        var found: [(ticket: TicketNumber, message: TicketMessageID)] = []
        var last = (ticket: Int64(0), position: Int64(0))
        while !needles.isEmpty {
            let page = try await mentions(of: needles, after: last)
            found += page.found
            guard let next = page.last else { break }
            last = next
        }
        let hits = found
        try await engine.write { session throws(StoreFailure) in
            for mention in hits {
                try session.run(
                    """
                    INSERT INTO erasure_mention (erasure, ticket, message) VALUES (?, ?, ?)
                    ON CONFLICT (erasure, ticket, message) DO NOTHING
                    """, [.id(id.object), .integer(mention.ticket.value), .id(mention.message.object)])
            }
        }
        return hits.count
    }

    package func redact(
        _ message: TicketMessageID, of number: TicketNumber, text: String, by author: Principal, now: Date
    ) async throws(StoreFailure) -> RedactionOutcome {
        let (sealer, now) = (sealer, Moment.milliseconds(now))
        return try await engine.write { session throws(StoreFailure) in
            let records = DeskRecords(session, sealer: sealer)
            guard let ticket = try records.ticket(number), let row = try records.message(message, of: number) else {
                return .notFound
            }
            let entries = try records.entries(of: number).filter { $0.position == row.position }
            guard entries.allSatisfy(\.state.isTerminal) else { return .onItsWay }
            do throws(StoreFailure) {
                try records.redact(row, text: text)
            } catch .keyDestroyed {
                return .alreadyErased
            }
            var changed = ticket
            changed.updatedAt = now
            changed.version += 1
            try records.update(changed)
            try session.run(
                "DELETE FROM erasure_mention WHERE ticket = ? AND message = ?",
                [.integer(number.value), .id(message.object)])
            try AuditLog(records).append(
                .messageRedacted(ticket: number, message: message), by: author.auditName, at: now)
            guard let redacted = try records.message(message, of: number) else { throw .damaged }
            let current = try records.entries(of: number).filter { $0.position == row.position }
            return .redacted(try records.shown(redacted, entries: current))
        }
    }

    private struct Page: Sendable {
        var found: [(ticket: TicketNumber, message: TicketMessageID)] = []
        /// Where it ended; nil when there is nothing after it.
        var last: (ticket: Int64, position: Int64)?
    }

    private func mentions(
        of needles: [String], after last: (ticket: Int64, position: Int64)
    ) async throws(StoreFailure) -> Page {
        let sealer = sealer.opening(held: true)
        return try await engine.read { session throws(StoreFailure) in
            let records = DeskRecords(session, sealer: sealer)
            var page = Page()
            let rows = try session.all(
                """
                SELECT id, position, direction, author, owner, at, is_automatic, is_verified, is_held, cek, content,
                       ticket
                FROM message WHERE (ticket, position) > (?, ?) ORDER BY ticket, position LIMIT ?
                """, [.integer(last.ticket), .integer(last.position), .integer(Limits.searchedMessages)]
            ) { row throws(StoreFailure) in
                guard let ticket = TicketNumber(row.integer(11)) else { throw .damaged }
                return try MessageRow(row, of: ticket)
            }
            for row in rows {
                if try Self.speaks(row, of: needles, records) { page.found.append((row.ticket, row.id)) }
            }
            if rows.count == Limits.searchedMessages { page.last = rows.last.map { ($0.ticket.value, $0.position) } }
            return page
        }
    }

    private static func speaks(
        _ row: MessageRow, of needles: [String], _ records: DeskRecords
    ) throws(StoreFailure) -> Bool {
        do throws(StoreFailure) {
            let content = try records.content(of: row, key: records.key(of: row))
            let parts =
                [content.author, content.subject, content.text, content.replyTo ?? ""] + content.to + content.cc
                + content.remarks
            let text = parts.joined(separator: "\n").lowercased()
            return needles.contains { text.contains($0) }
        } catch .keyDestroyed, .damaged {
            return false
        }
    }

    /// The address, and a name of more than one word.
    private static func needles(of brief: ErasureBrief) -> [String] {
        var needles = [brief.address?.text, brief.address?.normalized].compactMap { $0?.lowercased() }
        if let name = brief.name, name.utf8.count > Limits.searchedNameBytes, name.contains(" ") {
            needles.append(name.lowercased())
        }
        return Array(Set(needles))
    }
}
