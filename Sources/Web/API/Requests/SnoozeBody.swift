package import Foundation

/// `PUT /api/v1/tickets/{number}/snooze`.
package struct SnoozeBody: StrictBody {
    package var until: Date

    enum CodingKeys: String, CodingKey, CaseIterable {
        case until
    }

    package init(until: Date) {
        self.until = until
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
        let text = try container.decode(String.self, forKey: .until)
        do {
            until = try Date(text, strategy: .iso8601)
        } catch {
            // Read as text first: what a date that is none throws does not name its field.
            throw DecodingError.dataCorruptedError(forKey: .until, in: container, debugDescription: "no time")
        }
    }
}
