import Desk

/// What a change of many tickets would do. `items` and `digest` go into the call that does it.
package struct APIBulkPreview: Codable, Sendable, Equatable {
    package var count: Int
    package var items: [BulkBody.Item]
    package var unchanged: Int
    package var missing: [Int64]
    package var digest: String

    init(_ preview: BulkPreview) {
        count = preview.items.count
        items = preview.items.map { BulkBody.Item(number: $0.number.value, version: $0.version) }
        unchanged = preview.unchanged
        missing = preview.missing.map(\.value)
        digest = preview.digest
    }
}

/// What it did. What is skipped was changed by somebody since the preview.
package struct APIBulkOutcome: Codable, Sendable, Equatable {
    package var changed: [Int64]
    package var skipped: [Int64]

    init(_ outcome: BulkOutcome) {
        changed = outcome.changed.map(\.value)
        skipped = outcome.skipped.map(\.value)
    }
}
