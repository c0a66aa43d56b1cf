/// Tickets as a table for a spreadsheet (RFC 4180). A cell is never taken for a formula: one that begins like one gets
/// an apostrophe in front, which every spreadsheet hides (P17).
enum ExportTable {
    static func tickets(_ tickets: [(ticket: ExportedTicket, messages: Int)]) -> [UInt8] {
        var rows = [
            ["number", "subject", "status", "mailbox", "opened", "changed", "closed", "messages", "yours"]
        ]
        for (ticket, messages) in tickets {
            rows.append([
                String(ticket.number.value), ticket.subject ?? "", ticket.status.rawValue, ticket.mailbox.value,
                ExportMoment.text(ticket.createdAt), ExportMoment.text(ticket.updatedAt),
                ticket.closedAt.map(ExportMoment.text) ?? "", String(messages), ticket.isOfPerson ? "yes" : "no",
            ])
        }
        return Array(rows.map { $0.map(cell).joined(separator: ",") + "\r\n" }.joined().utf8)
    }

    private static func cell(_ text: String) -> String {
        var text = text
        if let first = text.unicodeScalars.first, "=+-@\t\r".unicodeScalars.contains(first) { text = "'" + text }
        guard text.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) else { return text }
        return "\"" + text.replacing("\"", with: "\"\"") + "\""
    }
}
