import Foundation

extension Rule {
    /// Arrows point at the desk. SwiftPM does not stop layer-skipping, so the table of the design stands here.
    static let imports = Rule(name: "a room imports what the table allows") { file in
        guard let allowed = allowedImports(of: file) else { return [] }
        return importedModules(of: file).compactMap { line, module in
            guard !allowed.contains(module) else { return nil }
            let list = allowed.sorted().joined(separator: ", ")
            return Finding(
                path: file.path, line: line,
                message: "\(file.room) may not import \(module). It may import \(list); ask Desk for a port instead.")
        }
    }

    private static let everywhere: Set = ["Foundation", "Synchronization"]

    /// Other rooms and outside packages. Glibc and Dispatch stand only where C is called or a socket is waited for.
    static let table: [String: Set<String>] = [
        "CCurl": [],
        "COpenSSL": [],
        "Curl": ["CCurl", "Glibc", "Dispatch"],
        "Mail": ["Glibc"],
        "Vault": ["COpenSSL", "Glibc"],
        "Desk": ["Mail", "Vault"],
        "Store": ["Desk", "Mail", "Vault", "GRDB", "GRDBSQLite", "Glibc", "Dispatch"],
        "Post": ["Curl", "Desk", "Mail", "Glibc", "Dispatch"],
        "Web": [
            "Desk", "Mail", "HummingbirdCore", "HTTPTypes", "Logging", "Mustache", "NIOCore", "NIOPosix",
            "ServiceLifecycle", "Glibc",
        ],
        "ticketd": [
            "Curl", "Desk", "Mail", "Post", "Store", "Vault", "Web", "ArgumentParser", "Logging", "ServiceLifecycle",
            "UnixSignals", "TOMLKit", "Glibc", "Dispatch",
        ],
    ]

    /// Tests speak HTTP through `Curl`, as the command line does.
    private static let testOnly: Set = ["Testing", "DeskTesting", "LoopbackMail", "Curl", "Glibc", "Dispatch"]

    /// A test target imports its room and what its room imports; TicketdTests tests `ticketd`.
    static func allowedImports(of file: SourceFile) -> Set<String>? {
        if file.isSource { return table[file.room].map { $0.union(everywhere) } }
        switch file.room {
        case "LoopbackMail": return everywhere.union(["Glibc", "Dispatch"])
        case "DeskTesting": return everywhere.union(["Desk", "Mail", "Vault"])
        default: break
        }
        let room = file.room.hasSuffix("Tests") ? String(file.room.dropLast("Tests".count)) : file.room
        let tested = room == "Ticketd" ? "ticketd" : room
        return (table[tested] ?? []).union(everywhere).union(testOnly).union([tested])
    }

    private static func importedModules(of file: SourceFile) -> [(line: Int, module: String)] {
        // In `code`, because other languages import too, in strings.
        String(decoding: file.code, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
            .enumerated().compactMap { index, line in
                var words = line.split(separator: " ").map(String.init)
                while let first = words.first, first.hasPrefix("@") || accessLevels.contains(first) {
                    words.removeFirst()
                }
                guard words.first == "import", words.count > 1 else { return nil }
                let path = kinds.contains(words[1]) && words.count > 2 ? words[2] : words[1]
                return (index + 1, String(path.prefix { $0 != "." }))
            }
    }

    private static let accessLevels: Set = ["package", "internal", "fileprivate", "private", "public"]
    private static let kinds: Set = ["struct", "class", "enum", "protocol", "func", "var", "let", "typealias", "actor"]
}
