import Web

/// How erasures look on a terminal.
enum ErasureText {
    static func preview(_ counts: APIErasureCounts) -> String {
        [
            "This removes:",
            "  \(counts.tickets) tickets whole; \(counts.emptied) stay because others wrote in them, without this "
                + "person's part",
            "  \(counts.messages) messages with \(counts.attachments) attachments, \(counts.quarantined) "
                + "from quarantine",
            "  \(counts.mails) entries of the outbox, sent or waiting",
            "  \(counts.copies) known copies in mailboxes, and others that are found there by sender",
        ].joined(separator: "\n")
    }

    static func outcome(_ erasure: APIErasure) -> String {
        switch erasure.state {
        case "held":
            "Nothing was erased: the daily limit is reached. The data protection officer lets it go on with\n"
                + "  ticketd erasures approve \(erasure.id)"
        case "on-hold":
            "Nothing was erased: a legal hold keeps it, and the person's data is restricted until it is lifted:\n"
                + "  ticketd holds list"
        case "waiting":
            "Nothing was erased yet: it waits until \(TicketText.day(erasure.notBefore)) and can be taken back with\n"
                + "  ticketd erasures cancel \(erasure.id)"
        default:
            "The keys are destroyed and the rows are gone. Copies in mailboxes, the search of the files and the "
                + "confirmation follow:\n  ticketd erasures show \(erasure.id)"
        }
    }

    static func line(_ erasure: APIErasure) -> String {
        let messages = erasure.erased.map { "\($0.messages) messages" } ?? "-"
        return [
            erasure.id, erasure.state.padded(to: 9), TicketText.day(erasure.askedAt), messages,
            erasure.mentionCount > 0 ? "\(erasure.mentionCount) mentions to look at" : "",
        ].filter { !$0.isEmpty }.joined(separator: "  ")
    }

    static func whole(_ erasure: APIErasure) -> String {
        var lines = [
            "erasure      \(erasure.id)", "state        \(erasure.state)",
            "asked for    \(TicketText.day(erasure.askedAt)), identity checked by \(erasure.how), "
                + "ordered by \(erasure.author)",
        ]
        if let erased = erasure.erased {
            lines += [
                "tickets      \(erased.tickets) gone, \(erased.emptied) emptied",
                "messages     \(erased.messages) with \(erased.attachments) attachments, "
                    + "\(erased.quarantined) from quarantine",
                "outbox       \(erased.mails) entries",
                "mailbox      \(erasure.copies.removed) copies removed"
                    + (erasure.copies.left > 0 ? ", \(erasure.copies.left) LEFT: remove them by hand" : ""),
            ]
        }
        if erasure.recipients.told + erasure.recipients.untold > 0 {
            lines.append(
                "recipients   \(erasure.recipients.told) told"
                    + (erasure.recipients.untold > 0 ? ", \(erasure.recipients.untold) COULD NOT BE TOLD" : ""))
        }
        if let search = erasure.search {
            lines.append(
                "files        \(search.bytes) bytes searched, "
                    + (search.found == 0 ? "no mark of the person found" : "\(search.found) MARKS FOUND"))
        }
        if erasure.erased != nil {
            lines.append(
                "backups      "
                    + (erasure.openableUntil.map {
                        "a backup of the keys could open the data until \(TicketText.day($0))"
                    }
                        ?? "no backup of the keys is configured; of others nothing is known here"))
        }
        lines += erasure.unreachable.map { "not reached  \(Output.safeLine($0))" }
        if let confirmation = erasure.confirmation { lines.append("confirmation \(confirmation)") }
        if let finished = erasure.finishedAt { lines.append("over         \(TicketText.day(finished))") }
        lines += mentions(erasure.mentions ?? [])
        return lines.joined(separator: "\n")
    }

    private static func mentions(_ mentions: [APIErasure.Mention]) -> [String] {
        guard !mentions.isEmpty else { return [] }
        return ["", "Others still name the person. Read each and decide; then replace its words:"]
            + mentions.map { "  ticketd tickets redact \($0.ticket) \($0.message)" }
    }
}
