internal import Desk
internal import GRDB
internal import GRDBSQLite
internal import Glibc

/// What a result code of SQLite means to the desk. Codes only: SQLite's texts may hold values.
enum SQLiteFailure {
    // Extended codes are macros that do not reach Swift: the number of the detail above the code.
    private static let shmOpen = SQLITE_IOERR | 18 << 8
    private static let shmSize = SQLITE_IOERR | 19 << 8
    private static let shmMap = SQLITE_IOERR | 21 << 8

    /// `systemError` is what the system said when the code is one of input or output.
    static func of(_ code: Int32, systemError: Int32 = 0) -> StoreFailure {
        // A kernel that turned the disk read-only, or a quota: nothing was lost and reading goes on (P9).
        if code & 0xFF == SQLITE_IOERR, systemError == EROFS || systemError == EDQUOT { return .notWritable }
        switch code {
        // The log's index is a file in memory: when it cannot grow, the disk is full and nothing was lost.
        case shmOpen, shmSize, shmMap: return .notWritable
        default: break
        }
        switch code & 0xFF {
        case SQLITE_FULL, SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_PERM: return .notWritable
        case SQLITE_BUSY, SQLITE_LOCKED, SQLITE_PROTOCOL: return .busy
        case SQLITE_IOERR, SQLITE_NOMEM: return .ioFailed
        default: return .damaged
        }
    }

    static func of(_ error: any Error) -> StoreFailure {
        switch error {
        case let failure as StoreFailure: failure
        case let error as DatabaseError: of(error.extendedResultCode.rawValue)
        default: .damaged
        }
    }
}
