import Foundation
import Mail

/// `Re: Printer on fire [#1042]`, without piling up prefixes and tags of earlier rounds.
///
/// What a header would obey is shown (P17), and however long the subject was, the tag survives: a follow-up whose mail
/// program lost everything else is still found by it.
package enum ReplySubject {
    private static let prefixes = ["re:", "aw:", "sv:", "antw:", "odp:", "res:", "rif:", "vs:", "fwd:", "fw:", "wg:"]

    package static func text(answering subject: String, ticket: TicketNumber) -> String {
        let rest = TextSafety.singleLine(bare(subject.replacingOccurrences(of: ticket.tag, with: " ")))
        let room = Limits.subjectLength - "Re:  ".unicodeScalars.count - ticket.tag.unicodeScalars.count
        let limited = trimmed(Substring(rest.unicodeScalars.prefix(room)))
        return limited.isEmpty ? "Re: \(ticket.tag)" : "Re: \(limited) \(ticket.tag)"
    }

    /// A subject without control characters and without reply prefixes.
    package static func bare(_ subject: String) -> String {
        let line = String(String.UnicodeScalarView(subject.unicodeScalars.map { $0.isOneLine ? $0 : " " }))
        var rest = trimmed(line[...])
        // Only as much is lowered as a prefix has, so that a line of nothing but prefixes takes linear time.
        while let prefix = prefixes.first(where: { rest.prefix($0.count).lowercased() == $0 }) {
            rest = trimmed(rest.dropFirst(prefix.count))
        }
        return String(rest)
    }

    private static func trimmed(_ text: Substring) -> Substring {
        var text = text
        while let first = text.first, first == " " { text.removeFirst() }
        while let last = text.last, last == " " { text.removeLast() }
        return text
    }
}
