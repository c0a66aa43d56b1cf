import Foundation

@testable import Mail

/// Real messages with expected results, which lie beside the repository or at TICKETD_CORPORA and are not part of it.
///
/// `messages.txt` lists the messages; `score.py` and `consensus.py` compare a report of all of them with what other
/// parsers' authors expect, and with what most parsers say.
enum Corpora {
    static let folder: URL = {
        let place = ProcessInfo.processInfo.environment["TICKETD_CORPORA"]
        // Tests/MailTests/Corpora/Corpora.swift, four steps up; a link to the tests leads to the real tree.
        let root = URL(filePath: #filePath).resolvingSymlinksInPath()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return place.map { URL(filePath: $0) } ?? root.appending(path: "../shared/corpora").standardizedFileURL
    }()

    static let isThere = FileManager.default.fileExists(atPath: folder.appending(path: "messages.txt").path)

    static let absence = "no corpora at \(folder.path); TICKETD_CORPORA may name another place"

    static func messages() throws -> [(id: String, bytes: [UInt8])] {
        try lines("messages.txt").map { id in
            (id, [UInt8](try Data(contentsOf: folder.appending(path: id))))
        }
    }

    /// The messages that the expectations are about: more than those of the list.
    static func scoredIDs() throws -> [String] {
        struct Expectation: Decodable {
            let id: String
        }
        var ids = Set(try lines("messages.txt"))
        for name in ["gold.json", "vectors.json"] {
            let expectations = try JSONDecoder().decode(
                [Expectation].self, from: Data(contentsOf: folder.appending(path: name)))
            ids.formUnion(expectations.map(\.id))
        }
        return ids.sorted()
    }

    private static func lines(_ name: String) throws -> [String] {
        let text = String(decoding: try Data(contentsOf: folder.appending(path: name)), as: UTF8.self)
        return text.split(separator: "\n").map(String.init)
    }
}
