import Foundation
import Mail
import Web

/// How tickets look on a terminal.
enum TicketText {
    static func line(_ ticket: APITicket) -> String {
        let number = "#\(ticket.number)".padded(to: 7)
        let who = Output.safeLine(ticket.person.name ?? ticket.person.address ?? "(erased)")
        let subject = Output.safeLine(ticket.subject)
        let marks = ([ticket.priority].filter { $0 != "normal" } + ticket.labels).map { "[\($0)] " }.joined()
        let later = ticket.snoozedUntil.map { "  (put off to \(day($0)))" } ?? ""
        let state = "\(ticket.status.padded(to: 8)) \(day(ticket.updatedAt))"
        return "\(number) \(state)  \(marks)\(subject)  — \(who)\(later)"
    }

    /// Quotes are folded to a line that counts them, unless everything is wanted.
    static func whole(_ ticket: APITicket, unfolded: Bool = false) -> String {
        var lines = [
            "#\(ticket.number)  \(Output.safeLine(ticket.subject))",
            "status \(ticket.status)   priority \(ticket.priority)   mailbox \(ticket.mailbox)"
                + "   version \(ticket.version)"
                + (ticket.assignee.map { "   assigned to \(Output.safeLine($0))" } ?? ""),
            "from "
                + [ticket.person.name, ticket.person.address].compactMap { $0 }.map(Output.safeLine)
                .joined(separator: ", "),
        ]
        if !ticket.tags.isEmpty { lines.append("tags " + ticket.tags.map(Output.safeLine).joined(separator: ", ")) }
        if !ticket.labels.isEmpty { lines.append("privacy labels " + ticket.labels.joined(separator: ", ")) }
        lines += neighbours(ticket) + (ticket.disclosures ?? []).map(disclosure)
        if let until = ticket.snoozedUntil { lines.append("put off to \(day(until)) UTC") }
        if let expiry = ticket.expiresAt { lines.append("kept until \(day(expiry)) UTC, then deleted") }
        lines += (ticket.colleagues ?? []).map(colleague)
        for (index, message) in (ticket.messages ?? []).enumerated() {
            lines +=
                ["", heading(message, number: index + 1)] + body(message, subject: ticket.subject, unfolded: unfolded)
        }
        return lines.joined(separator: "\n")
    }

    private static func neighbours(_ ticket: APITicket) -> [String] {
        var lines = (ticket.participants ?? []).map { "takes part: " + participant($0) }
        for (words, numbers) in [
            ("merged from", ticket.mergedFrom), ("linked", ticket.linked), ("possibly related", ticket.possiblyRelated),
        ] {
            guard let numbers, !numbers.isEmpty else { continue }
            lines.append("\(words): " + numbers.map { "#\($0)" }.joined(separator: ", "))
        }
        return lines
    }

    static func disclosure(_ disclosure: APIDisclosure) -> String {
        let what = disclosure.kind == "forward" ? "forwarded" : "copied"
        let files = disclosure.files > 0 ? " with \(disclosure.files) files" : ""
        let why = [disclosure.basis, disclosure.reason].compactMap { $0 }.map(Output.safeLine).joined(separator: ": ")
        return "disclosed: \(what)\(files) to \(disclosure.to.map(Output.safeLine) ?? "(erased)") on "
            + "\(day(disclosure.at)) by \(Output.safeLine(disclosure.by)) (\(disclosure.state))"
            + (why.isEmpty ? "" : ": \(why)")
    }

    static func participant(_ person: APITicket.Person) -> String {
        let names = [person.name, person.address].compactMap { $0 }.map(Output.safeLine)
        return "\(names.isEmpty ? "(erased)" : names.joined(separator: ", "))  [\(person.id)]"
    }

    /// The number is what other commands take for the message.
    private static func heading(_ message: APIMessage, number: Int) -> String {
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
        return "\(arrow) \(number)  \(Output.safeLine(message.author))  (\(facts.joined(separator: ", ")))"
    }

    private static func body(_ message: APIMessage, subject: String, unfolded: Bool) -> [String] {
        var lines = text(of: message, subject: subject, unfolded: unfolded).map { "    " + $0 }
        for attachment in message.attachments {
            let name = Output.safeLine(attachment.filename ?? "(no name)")
            let kind = "\(attachment.mediaType)  \(attachment.size) bytes"
            lines.append("    [attachment \(attachment.id)  \(name)  \(kind)]")
        }
        for recipient in message.recipients { lines.append("    " + delivery(recipient)) }
        for statement in message.statements {
            let words = Output.safe(statement.text).split(separator: "\n", omittingEmptySubsequences: false)
            lines.append("    [the person says about this, \(day(statement.at)):]")
            lines += words.map { "    | \($0)" }
        }
        if let replyTo = message.replyTo { lines.append("    [asks for answers to \(Output.safeLine(replyTo))]") }
        if !message.remarks.isEmpty {
            lines.append("    [\(message.remarks.map(Output.safeLine).joined(separator: "; "))]")
        }
        return lines
    }

    private static func text(of message: APIMessage, subject: String, unfolded: Bool) -> [String] {
        let segments = QuoteFolding(Output.safe(message.text), subject: subject).segments
        return segments.flatMap { segment -> [String] in
            let lines = segment.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            guard segment.kind != .written, !unfolded else { return lines.last == "" ? lines.dropLast() : lines }
            let count = lines.filter { !$0.isEmpty }.count
            let what = segment.kind == .quoted ? "quoted lines" : "lines of a mailing list"
            return count > 0 ? ["[\(count) \(what); --unfold shows them]"] : []
        }
    }

    static func delivery(_ delivery: APIDelivery) -> String {
        let to = delivery.to.map(Output.safeLine) ?? "(erased)"
        let reason = delivery.reason.map { ": \(Output.safeLine($0))" } ?? ""
        return "→ \(to)  \(delivery.state)\(reason)"
    }

    static func colleague(_ colleague: APIColleague) -> String {
        let name = Output.safeLine(colleague.name)
        if let since = colleague.draftingSince {
            return "! \(name) is writing an answer since \(day(since)) UTC"
        }
        return "! \(name) looked at it" + (colleague.seenAt.map { " at \(day($0)) UTC" } ?? "")
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
