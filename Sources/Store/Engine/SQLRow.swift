internal import Desk
internal import Vault

/// One row of an answer, readable only while it is being looked at.
///
/// A column that does not hold what the schema says reads as zero or empty, and `id` throws `.damaged`.
protocol SQLRow {
    func isNull(_ column: Int) -> Bool
    func integer(_ column: Int) -> Int64
    func text(_ column: Int) -> String
    func blob(_ column: Int) -> [UInt8]
}

extension SQLRow {
    func flag(_ column: Int) -> Bool { integer(column) != 0 }
    func integerIfAny(_ column: Int) -> Int64? { isNull(column) ? nil : integer(column) }
    func textIfAny(_ column: Int) -> String? { isNull(column) ? nil : text(column) }
    func blobIfAny(_ column: Int) -> [UInt8]? { isNull(column) ? nil : blob(column) }

    func id(_ column: Int) throws(StoreFailure) -> ObjectID {
        guard let id = ObjectID(bytes: blob(column)) else { throw .damaged }
        return id
    }

    func idIfAny(_ column: Int) throws(StoreFailure) -> ObjectID? {
        isNull(column) ? nil : try id(column)
    }
}
