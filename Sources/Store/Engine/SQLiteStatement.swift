internal import Desk
internal import GRDB
internal import GRDBSQLite
internal import Glibc

/// A prepared statement of one connection: binds, steps, reads. The only place that calls SQLite itself, because the
/// boxes of a wrapper cost more than sealing the value that is bound.
struct SQLiteStatement: SQLRow {
    private let handle: OpaquePointer
    private let connection: OpaquePointer

    init(_ handle: OpaquePointer, of connection: OpaquePointer) {
        self.handle = handle
        self.connection = connection
    }

    func bind(_ values: [SQLValue]) throws(StoreFailure) {
        guard Int(sqlite3_bind_parameter_count(handle)) == values.count else {
            preconditionFailure("A statement is given exactly the values it asks for.")
        }
        for (index, value) in values.enumerated() {
            let code = bind(value, at: Int32(truncatingIfNeeded: index + 1))
            guard code == SQLITE_OK else { throw SQLiteFailure.of(code) }
        }
    }

    /// True while there is a row to look at.
    func step() throws(StoreFailure) -> Bool {
        // SQLite keeps the system's word for a failed write, but not for one at a commit.
        errno = 0
        let code = sqlite3_step(handle)
        let systemError = errno
        switch code {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        default:
            throw SQLiteFailure.of(sqlite3_extended_errcode(connection), systemError: systemError)
        }
    }

    /// Lets go of rows and values, so that no read stays open and no personal byte stays bound.
    func reset() {
        // The code of a reset repeats that of the step before it, which was reported there.
        _ = sqlite3_reset(handle)
        _ = sqlite3_clear_bindings(handle)
    }

    var changedRows: Int { Int(sqlite3_changes(connection)) }

    func isNull(_ column: Int) -> Bool {
        sqlite3_column_type(handle, Int32(truncatingIfNeeded: column)) == SQLITE_NULL
    }

    func integer(_ column: Int) -> Int64 {
        sqlite3_column_int64(handle, Int32(truncatingIfNeeded: column))
    }

    func text(_ column: Int) -> String {
        String(decoding: blob(column), as: UTF8.self)
    }

    func blob(_ column: Int) -> [UInt8] {
        let column = Int32(truncatingIfNeeded: column)
        guard let start = sqlite3_column_blob(handle, column) else { return [] }
        return Array(UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, column))))
    }

    private func bind(_ value: SQLValue, at index: Int32) -> Int32 {
        // SQLITE_TRANSIENT: SQLite copies, because the arrays may move before the step.
        let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
        switch value {
        case .null:
            return sqlite3_bind_null(handle, index)
        case .integer(let number):
            return sqlite3_bind_int64(handle, index, number)
        case .text(var text):
            return text.withUTF8 { bytes in
                bytes.withMemoryRebound(to: CChar.self) {
                    sqlite3_bind_text64(handle, index, $0.baseAddress, UInt64($0.count), copied, UInt8(SQLITE_UTF8))
                }
            }
        case .blob(let bytes):
            guard !bytes.isEmpty else { return sqlite3_bind_zeroblob(handle, index, 0) }
            return bytes.withUnsafeBytes {
                sqlite3_bind_blob64(handle, index, $0.baseAddress, UInt64($0.count), copied)
            }
        }
    }
}
