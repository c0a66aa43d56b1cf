import Foundation
import Web

/// How retention looks on a terminal.
enum RetentionText {
    static func whole(_ retention: APIRetention) -> String {
        var lines: [String] = []
        if let paused = retention.pausedAt {
            lines += [
                "PAUSED since \(TicketText.day(paused)): the clock went forward by more than a day. If it is right:",
                "  ticketd retention run --confirm-clock", "",
            ]
        }
        lines += retention.mailboxes.flatMap(mailbox)
        return lines.joined(separator: "\n")
    }

    private static func mailbox(_ line: APIRetentionLine) -> [String] {
        guard let days = line.days else {
            return [
                "\(line.mailbox): nothing is deleted until its legal basis and retention are configured; "
                    + "`ticketd config check` asks for them"
            ]
        }
        var lines = [
            "\(line.mailbox): closed tickets \(days.closedTickets) days, with an art9 or art10 label "
                + "\(days.labelledTickets), attachments \(days.attachments), "
                + "imported copies on the server \(days.importedCopies)"
        ]
        if let waiting = line.waiting {
            lines += plan(waiting.plan).map { "  " + $0 }
            lines.append("  " + fate(of: waiting, in: line.mailbox))
        }
        lines.append("  last run " + (line.ranAt.map { TicketText.day($0) } ?? "-"))
        let removed = line.removed
        lines.append(
            "  removed so far: \(removed.tickets) tickets, \(removed.messages) messages, "
                + "\(removed.ticketFiles + removed.files) files, \(removed.people) people, "
                + "\(removed.copies) copies on the server")
        return lines
    }

    private static func fate(of waiting: APIRetentionLine.Waiting, in mailbox: String) -> String {
        if let approved = waiting.approvedAt {
            return "approved \(TicketText.day(approved)); it begins within a minute"
        }
        guard let mailed = waiting.mailedAt else {
            return "WAITS: this could not be mailed yet, so it cannot be approved"
        }
        return "WAITS since \(TicketText.day(waiting.horizon)), mailed \(TicketText.day(mailed)): "
            + "ticketd retention approve \(mailbox)"
    }

    static func plan(_ plan: APIRetentionPlan) -> [String] {
        let due = plan.due
        return [
            "\(due.tickets) of \(plan.total) tickets with \(due.messages) messages and \(due.ticketFiles) files "
                + "would be deleted",
            "\(due.strippedTickets) further tickets would lose \(due.files) files",
            "\(due.copies) copies of imported mail would be expunged on the server",
            "\(plan.held) tickets stay although their time is over",
        ]
    }

    static func dryRun(_ answer: APIRetentionDryRun) -> String {
        guard !answer.mailboxes.isEmpty else {
            return "No mailbox has its legal basis and retention configured, so nothing would be deleted."
        }
        return answer.mailboxes.flatMap { line in
            ["\(line.mailbox):"] + plan(line.plan).map { "  " + $0 }
                + (line.plan.isLarge ? ["  more than one ticket in twenty: it would wait for an approval"] : [])
        }.joined(separator: "\n")
    }
}
