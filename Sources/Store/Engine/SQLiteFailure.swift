internal import Desk
internal import GRDB
internal import GRDBSQLite

/// What a result code of SQLite means to the desk. Codes only: SQLite's texts may hold values.
enum SQLiteFailure {
    static func of(_ code: Int32) -> StoreFailure {
        switch code {
        // The log's index is a file in memory: when it cannot grow, the disk is full and nothing was lost.
        case SQLITE_IOERR_SHMSIZE, SQLITE_IOERR_SHMMAP, SQLITE_IOERR_SHMOPEN: return .notWritable
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
