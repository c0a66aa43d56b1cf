import Foundation
import Web

/// How tickets look on a terminal.
enum TicketText {
    static func line(_ ticket: APITicket) -> String {
        let number = "#\(ticket.number)".padded(to: 7)
        let who = Output.safeLine(ticket.person.name ?? ticket.person.address ?? "(erased)")
        let subject = Output.safeLine(ticket.subject)
        return "\(number) \(ticket.status.padded(to: 8)) \(day(ticket.updatedAt))  \(subject)  — \(who)"
    }

    static func whole(_ ticket: APITicket) -> String {
        var lines = [
            "#\(ticket.number)  \(Output.safeLine(ticket.subject))",
            "status \(ticket.status)   mailbox \(ticket.mailbox)   version \(ticket.version)"
                + (ticket.assignee.map { "   assigned to \(Output.safeLine($0))" } ?? ""),
            "from "
                + [ticket.person.name, ticket.person.address].compactMap { $0 }.map(Output.safeLine)
                .joined(separator: ", "),
        ]
        if !ticket.tags.isEmpty { lines.append("tags " + ticket.tags.map(Output.safeLine).joined(separator: ", ")) }
        if let related = ticket.possiblyRelated, !related.isEmpty {
            lines.append("possibly related: " + related.map { "#\($0)" }.joined(separator: ", "))
        }
        for message in ticket.messages ?? [] { lines += ["", heading(message)] + body(message) }
        return lines.joined(separator: "\n")
    }

    private static func heading(_ message: APIMessage) -> String {
        let arrow =
            switch message.direction {
            case "in": "◀"
            case "out": "▶"
            default: "•"
            }
        var facts = [day(message.at)]
        if message.direction == "in" { facts.append(message.verified ? "sender verified" : "sender not verified") }
        if message.automatic { facts.append("automatic" + (message.automaticReason.map { ": \($0)" } ?? "")) }
        if message.held { facts.append("HELD: written by a stranger") }
        return "\(arrow) \(Output.safeLine(message.author))  (\(facts.joined(separator: ", ")))"
    }

    private static func body(_ message: APIMessage) -> [String] {
        var lines = Output.safe(message.text).split(separator: "\n", omittingEmptySubsequences: false)
            .map { "    " + $0 }
        for attachment in message.attachments {
            let name = Output.safeLine(attachment.filename ?? "(no name)")
            let kind = "\(attachment.mediaType)  \(attachment.size) bytes"
            lines.append("    [attachment \(attachment.id)  \(name)  \(kind)]")
        }
        for recipient in message.recipients { lines.append("    " + delivery(recipient)) }
        if let replyTo = message.replyTo { lines.append("    [asks for answers to \(Output.safeLine(replyTo))]") }
        if !message.remarks.isEmpty {
            lines.append("    [\(message.remarks.map(Output.safeLine).joined(separator: "; "))]")
        }
        return lines
    }

    static func delivery(_ delivery: APIDelivery) -> String {
        let to = delivery.to.map(Output.safeLine) ?? "(erased)"
        let reason = delivery.reason.map { ": \(Output.safeLine($0))" } ?? ""
        return "→ \(to)  \(delivery.state)\(reason)"
    }

    static func day(_ date: Date) -> String {
        date.formatted(.iso8601.year().month().day().dateTimeSeparator(.space).time(includingFractionalSeconds: false))
    }
}

extension String {
    func padded(to width: Int) -> String {
        count >= width ? self : self + String(repeating: " ", count: width - count)
    }
}
