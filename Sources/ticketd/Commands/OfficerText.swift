import Foundation
import Web

/// The data protection officer's desk on a terminal.
enum OfficerText {
    static func whole(_ officer: APIOfficer) -> String {
        var lines: [String] = []
        if let need = officer.assessment {
            let grounds = need.grounds.isEmpty ? "" : " (\(need.grounds.joined(separator: ", ")))"
            lines.append("need        \(need.outcome)\(grounds), decided by \(need.by), law \(need.law)")
            lines.append("reasons     \(Output.safe(need.reasons))")
            lines.append("people      \(need.persons) constantly busy with automated processing, \(need.country)")
            if !need.contact.isEmpty { lines.append("contact     \(Output.safeLine(need.contact))") }
            lines.append("review      by \(need.review)")
        }
        if let contact = officer.contact {
            let parts = [contact.name, contact.email, contact.phone].filter { !$0.isEmpty }
            lines.append("officer     \(Output.safeLine(parts.joined(separator: ", ")))")
        }
        if let who = officer.appointment {
            lines.append("appointed   \(who.position), from \(who.from)\(who.until.map { " until \($0)" } ?? "")")
            lines.append("knowledge   \(Output.safeLine(who.qualification))")
            lines.append(
                "told        authority \(who.toldAuthority ?? "not yet"), published \(who.published ?? "not yet")")
        }
        if !officer.tasks.isEmpty { lines += ["", tasks(officer)] }
        if !officer.open.isEmpty { lines += ["", "Still open:"] + officer.open.map { "- \(Output.safeLine($0))" } }
        return lines.joined(separator: "\n")
    }

    static func tasks(_ officer: APIOfficer) -> String {
        guard !officer.tasks.isEmpty else { return "No tasks. They begin with `ticketd dpo assess`." }
        return officer.tasks.map { task in
            let state = task.doneOn.map { "done \($0)" } ?? "due  \(task.due)"
            return "\(state)  \(task.key.padded(to: 16)) \(Output.safeLine(task.words)) (Art. \(task.article))"
        }.joined(separator: "\n")
    }

    /// A key as one segment of a path.
    static func segment(_ key: String) -> String {
        key.addingPercentEncoding(withAllowedCharacters: .alphanumerics.union(CharacterSet(charactersIn: "-"))) ?? ""
    }
}
