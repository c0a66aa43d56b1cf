/// One ticket of a change of many, in the state it was previewed in.
package struct BulkItem: Sendable, Equatable {
    package var number: TicketNumber
    package var version: Int64

    package init(number: TicketNumber, version: Int64) {
        self.number = number
        self.version = version
    }
}

/// Which tickets are to be changed.
package enum BulkSelection: Sendable {
    case numbers([TicketNumber])
    case criteria(TicketCriteria)
}

/// What a change of many tickets would do.
package struct BulkPreview: Sendable, Equatable {
    package var items: [BulkItem]
    /// Selected, and already as the change would make them.
    package var unchanged: Int
    /// Not there, or not to be seen.
    package var missing: [TicketNumber]
    /// Presented with the items, it proves that this is what was previewed, by whom.
    package var digest: String

    package init(items: [BulkItem], unchanged: Int, missing: [TicketNumber], digest: String) {
        self.items = items
        self.unchanged = unchanged
        self.missing = missing
        self.digest = digest
    }
}

/// What it did.
package struct BulkOutcome: Sendable, Equatable {
    package var changed: [TicketNumber]
    /// Somebody changed them since the preview, or they are gone: left alone.
    package var skipped: [TicketNumber]

    package init(changed: [TicketNumber], skipped: [TicketNumber]) {
        self.changed = changed
        self.skipped = skipped
    }
}
