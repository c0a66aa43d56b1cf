import GRDB
import Testing

@testable import Store

@Suite struct FieldDictionaryTests {
    @Test func `every column of both files has a purpose, and no purpose is left without a column`() async throws {
        let store = try await StoreFixture().store
        let desk = try await store.engine.pool.read { try Self.columns(of: $0) }
        let keys = try await store.cabinet.queue.read { try Self.columns(of: $0) }
        let stored = desk + keys
        for column in stored {
            #expect(
                FieldDictionary.entry(table: column.table, column: column.name) != nil,
                "\(column.table).\(column.name) is stored without a reason")
        }
        for entry in FieldDictionary.entries {
            #expect(
                stored.contains { $0.table == entry.table && $0.name == entry.column },
                "\(entry.table).\(entry.column) is explained and does not exist")
            #expect(!entry.purpose.isEmpty)
        }
        #expect(FieldDictionary.entries.count == stored.count)
    }

    /// The record of Art. 30 names every table below an activity.
    @Test func `every table belongs to an activity of the record`() {
        for table in Set(FieldDictionary.entries.map(\.table)) {
            #expect(FieldDictionary.activities[table] != nil, "\(table) stands in no activity")
        }
        #expect(Set(FieldDictionary.activities.keys).isSubset(of: Set(FieldDictionary.entries.map(\.table))))
    }

    @Test func `what is sealed is a blob and never a key or an index`() async throws {
        let store = try await StoreFixture().store
        let columns = try await store.engine.pool.read { try Self.columns(of: $0) }
        let indexed = try await store.engine.pool.read { try Self.indexedColumns(of: $0) }
        for entry in FieldDictionary.entries where entry.kind == .sealed {
            let column = columns.first { $0.table == entry.table && $0.name == entry.column }
            #expect(column?.type == "BLOB", "\(entry.table).\(entry.column)")
            #expect(!indexed.contains("\(entry.table).\(entry.column)"), "\(entry.table).\(entry.column)")
        }
    }

    private struct Column {
        var table: String
        var name: String
        var type: String
    }

    private static func tables(of database: Database) throws -> [String] {
        try String.fetchAll(
            database, sql: "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    }

    private static func columns(of database: Database) throws -> [Column] {
        try tables(of: database).flatMap { table in
            try Row.fetchAll(database, sql: "PRAGMA table_info(\(table))").map {
                Column(table: table, name: $0["name"], type: $0["type"])
            }
        }
    }

    private static func indexedColumns(of database: Database) throws -> Set<String> {
        var found: Set<String> = []
        for table in try tables(of: database) {
            for index in try Row.fetchAll(database, sql: "PRAGMA index_list(\(table))") {
                let name: String = index["name"]
                for column in try Row.fetchAll(database, sql: "PRAGMA index_info(\(name))") {
                    found.insert("\(table).\(column["name"] as String? ?? "")")
                }
            }
        }
        return found
    }
}
