import Desk
import Foundation
import Web

/// How the audit log is shown. Whoever can change the file can write into it, so its words are shown and not obeyed.
enum AuditText {
    static func line(_ entry: APIAudit.Entry) -> String {
        let details = (entry.details ?? [:]).sorted { $0.key < $1.key }.map { "\($0.key)=\(text($0.value))" }
        let facts = entry.details == nil ? ["(unreadable)"] : details
        let words =
            ["\(entry.sequence)", instant(entry.at), entry.actor ?? "?", entry.event]
            + [entry.object].compactMap { $0 } + facts
        return Output.safeLine(words.joined(separator: "  "))
    }

    static func line(_ verdict: APIAuditVerification) -> String {
        let end = verdict.sequence.map { "entry \($0), \(verdict.head ?? "")" } ?? "nowhere: it is empty"
        guard let bad = verdict.firstBad else {
            if let lost = verdict.lostAnchor {
                return
                    "The anchor \(lost) does not stand in the audit log: entries were cut off, or the log was written "
                    + "anew. Treat it as a possible breach. The log has \(verdict.entries) entries and ends at \(end)."
            }
            return "The audit log is intact: \(verdict.entries) entries. It ends at \(end)."
        }
        return "Entry \(bad) is missing or not what was written. Nothing from there on can be relied upon: "
            + "treat it as a possible breach. The log has \(verdict.entries) entries and ends at \(end)."
    }

    private static func instant(_ date: Date) -> String {
        date.formatted(.iso8601)
    }

    private static func text(_ detail: AuditDetail) -> String {
        switch detail {
        case .number(let number): "\(number)"
        case .word(let word): word
        }
    }
}
