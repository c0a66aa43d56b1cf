/// One column of the store, why it is there, and how well it is kept: what the record names below each activity.
package struct StoredColumn: Sendable, Equatable {
    package var activity: ProcessingActivity
    package var table: String
    package var column: String
    /// "sealed", "pseudonymous", "clear" or "key".
    package var protection: String
    package var purpose: String

    package init(
        activity: ProcessingActivity, table: String, column: String, protection: String, purpose: String
    ) {
        self.activity = activity
        self.table = table
        self.column = column
        self.protection = protection
        self.purpose = purpose
    }
}
