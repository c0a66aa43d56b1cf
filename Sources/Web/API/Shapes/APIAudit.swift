package import Desk
package import Foundation

/// `GET /api/v1/audit`: entries, oldest first. Ids, codes and counts; nothing about a person.
package struct APIAudit: Codable, Sendable, Equatable {
    package struct Entry: Codable, Sendable, Equatable {
        package var sequence: Int64
        package var at: Date
        package var event: String
        @OrNull package var object: String?
        /// null, with `details`, when somebody changed the entry so that it cannot be read.
        @OrNull package var actor: String?
        @OrNull package var details: [String: AuditDetail]?

        package init(_ record: AuditRecord) {
            sequence = record.sequence
            at = record.at
            event = record.event
            object = record.objectHex
            actor = record.actor
            details = record.details
        }
    }

    package var entries: [Entry]
    /// The `after` of the next page; null after the last one.
    @OrNull package var next: Int64?

    package init(_ records: [AuditRecord], isWhole: Bool) {
        entries = records.map { Entry($0) }
        next = isWhole ? nil : records.last?.sequence
    }
}

/// `GET /api/v1/audit/verification`: what reading the whole chain found. That its end was cut off shows only against an
/// anchor of the machine's log or of a mail to the DPO.
package struct APIAuditVerification: Codable, Sendable, Equatable {
    package var intact: Bool
    package var entries: Int64
    /// The first entry that is missing or not what was written.
    @OrNull package var firstBad: Int64?
    /// The first of the anchors given that does not stand in the log; null when all do.
    @OrNull package var lostAnchor: Int64?
    /// Where the log ends: the last entry's number and hash.
    @OrNull package var sequence: Int64?
    @OrNull package var head: String?

    package init(_ verdict: AuditVerdict) {
        intact = verdict.isIntact
        entries = verdict.entries
        firstBad = verdict.firstBad
        lostAnchor = verdict.lostAnchor
        sequence = verdict.head?.sequence
        head = verdict.head?.hex
    }
}
