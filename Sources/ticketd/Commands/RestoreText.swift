import Desk
import Foundation
import Store

/// How copies and the plan of a restore are shown.
enum RestoreText {
    static func verdict(_ copy: BackupExamination) -> String {
        let name = Output.safeLine(copy.path)
        guard copy.isWhole else {
            return "\(name): " + copy.problems.map(\.rawValue).joined(separator: "; ") + "."
        }
        let content = copy.set == .keys ? "\(copy.count) keys of people" : "\(copy.count) tickets"
        let made = copy.manifest.map { "made \(instant($0.madeAt)), as its manifest says" }
        return "\(name): whole and opens, \(content), \(made ?? "no manifest beside it")."
    }

    static func json(_ copy: BackupExamination) -> String {
        JSONText.text(
            .object([
                ("path", .string(copy.path)), ("set", copy.set.map { .string($0.rawValue) } ?? .null),
                ("whole", .bool(copy.isWhole)), ("problems", .list(copy.problems.map { .string($0.rawValue) })),
                ("madeAt", copy.manifest.map { .string(instant($0.madeAt)) } ?? .null),
            ]))
    }

    static func plan(_ plan: RestorePlan) -> String {
        var lines = [
            verdict(plan.desk), verdict(plan.keys),
            plan.ledgerFolder.map {
                "Erasure ledger: \(plan.ledgerLines) lines, from \($0). Done again after these backups: "
                    + "\(plan.erasures) erasures, \(plan.wishes) unsubscribes, \(plan.lifts) taken back, "
                    + "\(plan.withdrawals) consents withdrawn, \(plan.restrictions) restrictions and holds."
            } ?? "Erasure ledger: none was found. Nothing that was ended after these backups can be ended again.",
            "Outbox: \(plan.unknown) waiting answers become unknown and leave only by `ticketd outbox retry`; "
                + "\(plan.withdrawn) automatic mails are withdrawn.",
            "Mailboxes: every folder is looked through again; what the backup lacks is imported, unacknowledged.",
            "Ticket numbers go on after #\(plan.lastTicket). Access tokens revoked after the backup work again: see "
                + "`ticketd tokens list`.",
        ]
        if let gap = plan.gap {
            lines.append(
                "GAP: the ledger has \(gap.has) lines, and line \(gap.needs) was written and is missing or another. "
                    + "People erased or unsubscribed since could come back. Find a newer copy of erasures.log, or "
                    + "give --accept-ledger-gap and treat it as a possible breach.")
        }
        if let aside = plan.aside { lines.append("What is there now is put aside: \(aside)") }
        return lines.joined(separator: "\n")
    }

    private static func instant(_ seconds: Int64) -> String {
        Date(timeIntervalSince1970: TimeInterval(seconds)).formatted(.iso8601)
    }
}
