import Web

/// How copies for people look on a terminal.
enum ExportText {
    static func outcome(_ export: APIExport, file: String?) -> String {
        guard let file else {
            return "It is being made. Fetch it with\n  ticketd exports fetch \(export.id) --out FILE.zip"
        }
        var lines = [
            "\(export.messages ?? 0) messages and \(export.attachments ?? 0) attachments, \(export.bytes ?? 0) bytes, "
                + "in \(Output.safeLine(file))"
        ]
        if let covered = export.covered, covered > 0 {
            lines.append(
                "Others were covered in \(covered) places; the page index.html lists them. Read it before you hand "
                    + "it over."
            )
        }
        lines.append(
            "The file is not sealed: give it to the person on a way nobody else reads, and remove it afterwards.")
        return lines.joined(separator: "\n")
    }

    static func line(_ export: APIExport) -> String {
        let contents = export.messages.map { "\($0) messages" } ?? "-"
        let until = export.state == "ready" ? export.expiresAt.map { "until \(TicketText.day($0))" } ?? "" : ""
        return [
            export.id, export.kind.padded(to: 11), export.state.padded(to: 9), TicketText.day(export.askedAt), contents,
            until,
        ].filter { !$0.isEmpty }.joined(separator: "  ")
    }

    static func whole(_ export: APIExport) -> String {
        var lines = [
            "export       \(export.id)", "kind         \(export.kind)", "state        \(export.state)",
            "person       \(export.person ?? "(erased)")",
            "asked for    \(TicketText.day(export.askedAt)), identity checked by \(export.how), "
                + "ordered by \(export.author)",
        ]
        if let request = export.request { lines.append("request      \(request)") }
        if let messages = export.messages {
            lines.append(
                "contents     \(messages) messages, \(export.attachments ?? 0) attachments, \(export.bytes ?? 0) bytes")
            lines.append("covered      \(export.covered ?? 0) places of others")
        }
        if let expires = export.expiresAt { lines.append("expires      \(TicketText.day(expires))") }
        if let gone = export.goneAt { lines.append("shredded     \(TicketText.day(gone))") }
        return lines.joined(separator: "\n")
    }
}
