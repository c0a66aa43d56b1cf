package import Foundation

/// `POST /api/v1/breaches/{breach}/affected`: one question about who is affected. Exactly one way to ask is given.
package struct AffectedBody: StrictBody {
    package var tickets: [Int64]?
    /// With `to`: a time window; with `reader` besides: what that reader opened in it.
    package var from: Date?
    package var to: Date?
    package var mailbox: String?
    /// A name of the audit log: `agent:…`, `token:…`, `operator`.
    package var reader: String?
    /// A message or answer that went to somebody else.
    package var message: String?
    /// The same by its mail of the outbox.
    package var entry: String?
    /// `desk` or `keys`: a copy that was taken at `backupAt`.
    package var backup: String?
    package var backupAt: Date?
    package var epoch: Int?
    /// Only count.
    package var preview: Bool

    enum CodingKeys: String, CodingKey, CaseIterable {
        case tickets, from, to, mailbox, reader, message, entry, backup, backupAt, epoch, preview
    }

    package init(preview: Bool = false) {
        self.preview = preview
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
        tickets = try container.decodeIfPresent([Int64].self, forKey: .tickets)
        from = try container.decodeIfPresent(Date.self, forKey: .from)
        to = try container.decodeIfPresent(Date.self, forKey: .to)
        mailbox = try container.decodeIfPresent(String.self, forKey: .mailbox)
        reader = try container.decodeIfPresent(String.self, forKey: .reader)
        message = try container.decodeIfPresent(String.self, forKey: .message)
        entry = try container.decodeIfPresent(String.self, forKey: .entry)
        backup = try container.decodeIfPresent(String.self, forKey: .backup)
        backupAt = try container.decodeIfPresent(Date.self, forKey: .backupAt)
        epoch = try container.decodeIfPresent(Int.self, forKey: .epoch)
        preview = try container.decodeIfPresent(Bool.self, forKey: .preview) ?? false
    }
}
