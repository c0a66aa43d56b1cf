import Foundation
import Mail

/// `Your order [#1042]`: the subject of a mail that answers nothing.
///
/// A prefix of an answer is taken away, because a first mail does not pose as one; the tag survives however long the
/// rest is, as in `ReplySubject`.
package enum OpeningSubject {
    package static func text(_ subject: String, ticket: TicketNumber) -> String {
        let line = TextSafety.singleLine(ReplySubject.bare(subject))
        let room = Limits.subjectLength - " ".unicodeScalars.count - ticket.tag.unicodeScalars.count
        let limited = String(String.UnicodeScalarView(line.unicodeScalars.prefix(room)))
            .trimmingCharacters(in: .whitespaces)
        return limited.isEmpty ? ticket.tag : "\(limited) \(ticket.tag)"
    }
}
