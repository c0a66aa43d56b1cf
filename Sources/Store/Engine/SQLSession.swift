internal import Desk

/// One connection for the time of one access. Statements are prepared once and kept by their text, so the text is
/// always a literal: no value is ever written into it.
protocol SQLSession: AnyObject {
    /// Carries out a statement and answers how many rows it changed.
    @discardableResult
    func run(_ sql: String, _ values: [SQLValue]) throws(StoreFailure) -> Int
    /// Looks at the rows of an answer until `body` says that it has seen enough.
    func look(
        _ sql: String, _ values: [SQLValue], _ body: (any SQLRow) throws(StoreFailure) -> Looking
    ) throws(StoreFailure)
}

enum Looking {
    case goOn
    case enough
}

extension SQLSession {
    @discardableResult
    func run(_ sql: String) throws(StoreFailure) -> Int { try run(sql, []) }

    /// The first row, made into a value; nil when there is none.
    func first<Value>(
        _ sql: String, _ values: [SQLValue], _ make: (any SQLRow) throws(StoreFailure) -> Value
    ) throws(StoreFailure) -> Value? {
        var found: Value?
        try look(sql, values) { row throws(StoreFailure) in
            found = try make(row)
            return .enough
        }
        return found
    }

    func all<Value>(
        _ sql: String, _ values: [SQLValue], _ make: (any SQLRow) throws(StoreFailure) -> Value
    ) throws(StoreFailure) -> [Value] {
        var found: [Value] = []
        try look(sql, values) { row throws(StoreFailure) in
            found.append(try make(row))
            return .goOn
        }
        return found
    }

    func exists(_ sql: String, _ values: [SQLValue]) throws(StoreFailure) -> Bool {
        try first(sql, values) { row throws(StoreFailure) in true } ?? false
    }

    /// Runs `body` so that its changes can be taken back alone. When it throws they are, and the failure goes on.
    func savepoint<Value>(
        _ body: () throws(StoreFailure) -> Value
    ) throws(StoreFailure) -> Value {
        try run("SAVEPOINT one")
        let value: Value
        do throws(StoreFailure) {
            value = try body()
        } catch {
            // A full disk or a failed write has already taken back everything: there is nothing to return to.
            if !error.endsTransaction {
                try run("ROLLBACK TO one")
                try run("RELEASE one")
            }
            throw error
        }
        try run("RELEASE one")
        return value
    }
}

extension StoreFailure {
    /// Failures of the place rather than of a value: whatever else the transaction would do fails as well.
    var endsTransaction: Bool {
        switch self {
        case .notWritable, .busy, .ioFailed: true
        case .damaged, .keyDestroyed, .keyHeld, .notFound: false
        }
    }
}
