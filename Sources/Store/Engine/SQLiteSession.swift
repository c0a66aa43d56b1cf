internal import Desk
internal import GRDB

/// SQL on one connection of SQLite. Lives no longer than the access it was made for.
final class SQLiteSession: SQLSession {
    private let database: Database

    init(_ database: Database) {
        self.database = database
    }

    @discardableResult
    func run(_ sql: String, _ values: [SQLValue]) throws(StoreFailure) -> Int {
        let statement = try statement(sql)
        defer { statement.reset() }
        try statement.bind(values)
        while try statement.step() {}
        return statement.changedRows
    }

    func look(
        _ sql: String, _ values: [SQLValue], _ body: (any SQLRow) throws(StoreFailure) -> Looking
    ) throws(StoreFailure) {
        let statement = try statement(sql)
        defer { statement.reset() }
        try statement.bind(values)
        while try statement.step() {
            if try body(statement) == .enough { return }
        }
    }

    /// Everything `body` changes, durable when this returns, or nothing. It takes the write lock at once, so that two
    /// writers cannot both have read what only one may change.
    func transaction<Value>(
        _ body: (any SQLSession) throws(StoreFailure) -> Value
    ) throws(StoreFailure) -> Value {
        try run("BEGIN IMMEDIATE")
        do throws(StoreFailure) {
            let value = try body(self)
            try run("COMMIT")
            return value
        } catch {
            // A full disk or a failed write has rolled back already.
            if database.isInsideTransaction { try run("ROLLBACK") }
            throw error
        }
    }

    private func statement(_ sql: String) throws(StoreFailure) -> SQLiteStatement {
        guard let connection = database.sqliteConnection else { throw .ioFailed }
        do {
            return SQLiteStatement(try database.cachedStatement(sql: sql).sqliteStatement, of: connection)
        } catch {
            throw SQLiteFailure.of(error)
        }
    }
}
