package import Foundation

/// One statement in a register. It stays as it was made; a newer one takes its place.
package struct RegisterEntry: Sendable, Equatable {
    package let id: RegisterEntryID
    package let register: Register
    package let at: Date
    /// Who stated it: an id or a role, never a name.
    package let author: String
    /// The statement as JSON; sealed in the store, because a contact person may stand in it.
    package let statement: [UInt8]

    package init(id: RegisterEntryID, register: Register, at: Date, author: String, statement: [UInt8]) {
        self.id = id
        self.register = register
        self.at = at
        self.author = author
        self.statement = statement
    }
}

/// What can stand in a register.
package protocol RegisterStatement: Codable, Sendable, Equatable {
    static var register: Register { get }
}

/// A statement with when and by whom it was made.
package struct Dated<Statement: RegisterStatement>: Sendable, Equatable {
    package let at: Date
    package let author: String
    package let statement: Statement

    package init(at: Date, author: String, statement: Statement) {
        self.at = at
        self.author = author
        self.statement = statement
    }
}

extension RegisterEntry {
    package init<Statement: RegisterStatement>(
        _ statement: Statement, id: RegisterEntryID, at: Date, author: String
    ) throws(DeskRefusal) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        let bytes: [UInt8]
        do { bytes = Array(try encoder.encode(statement)) } catch {
            throw .invalid(field: "statement", expected: "text that can be written down")
        }
        guard bytes.count <= Limits.registerStatementBytes else {
            throw .invalid(field: "statement", expected: "at most \(Limits.registerStatementBytes) bytes in all")
        }
        self.init(id: id, register: Statement.register, at: at, author: author, statement: bytes)
    }

    /// nil when it was written by a program that knew more, or is damaged.
    package func read<Statement: RegisterStatement>(as: Statement.Type) -> Dated<Statement>? {
        do {
            let value = try JSONDecoder().decode(Statement.self, from: Data(statement))
            return Dated(at: at, author: author, statement: value)
        } catch {
            return nil
        }
    }
}
