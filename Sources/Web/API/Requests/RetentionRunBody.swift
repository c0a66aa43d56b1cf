import Foundation

/// `POST /api/v1/retention/run`: look at once, or only count.
package struct RetentionRunBody: StrictBody {
    /// One mailbox; every mailbox when absent.
    package var mailbox: String?
    package var dryRun: Bool

    enum CodingKeys: String, CodingKey, CaseIterable {
        case mailbox, dryRun
    }

    package init(mailbox: String? = nil, dryRun: Bool) {
        self.mailbox = mailbox
        self.dryRun = dryRun
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
        mailbox = try container.decodeIfPresent(String.self, forKey: .mailbox)
        dryRun = try container.decodeIfPresent(Bool.self, forKey: .dryRun) ?? false
    }
}
