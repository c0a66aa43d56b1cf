internal import GRDB

/// What every connection to a database of ours is told before it does anything else (gdpr.md B9).
enum SQLitePragmas {
    static func apply(to database: Database, pageSize: Int) throws {
        // Only an empty file takes a page size.
        try database.execute(sql: "PRAGMA page_size = \(pageSize)")
        try database.execute(sql: "PRAGMA cache_size = -\(Limits.cacheKiB)")
        // Freed pages are overwritten, and nothing is ever spilled into a temporary file.
        try database.execute(sql: "PRAGMA secure_delete = ON")
        try database.execute(sql: "PRAGMA temp_store = MEMORY")
        // A damaged or hostile file must not run functions or lead reads astray.
        try database.execute(sql: "PRAGMA trusted_schema = OFF")
        try database.execute(sql: "PRAGMA cell_size_check = ON")
        // An I/O error on a mapped page is a signal that ends the process instead of a code that can be answered.
        try database.execute(sql: "PRAGMA mmap_size = 0")
    }
}
