/// Where a sealed field lives. Sealing binds the value to it: in another table, column or row it does not open.
///
/// `within` binds it to a second id as well, as a message's content key is bound to its ticket (privacy.md, Keys).
package struct FieldPlace: Hashable, Sendable {
    package let table: String
    package let column: String
    package let row: RowID
    package let within: ObjectID?

    package init(table: String, column: String, row: RowID, within: ObjectID? = nil) {
        self.table = table
        self.column = column
        self.row = row
        self.within = within
    }

    package init(table: String, column: String, row: ObjectID, within: ObjectID? = nil) {
        self.init(table: table, column: column, row: .object(row), within: within)
    }

    package init(table: String, column: String, row: Int64, within: ObjectID? = nil) {
        self.init(table: table, column: column, row: .integer(row), within: within)
    }
}
