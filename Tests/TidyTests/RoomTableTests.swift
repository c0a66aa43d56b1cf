import Foundation
import Testing

/// One picture, one sentence a room: README, Package.swift and the folders of Sources say the same.
struct RoomTableTests {
    @Test func `README lists the rooms that exist, with the sentences of the package`() throws {
        let readme = try #require(Repository.contents(of: "README.md"), "README.md shows the rooms; write it.")
        let rows = RoomTable.rows(inReadme: readme)
        #expect(
            Set(rows.keys) == Repository.folders(in: "Sources"), "the table of README.md and the folders of Sources")
        let package = try #require(Repository.contents(of: "Package.swift"))
        let sentences = RoomTable.sentences(inPackage: package)
        for (room, sentence) in rows {
            #expect(sentences[room] == sentence, "\(room): the sentences of README.md and Package.swift differ")
        }
    }

    @Test func `the import table knows the rooms that exist`() {
        #expect(Set(Rule.table.keys) == Repository.folders(in: "Sources"))
    }

    @Test func `rows and sentences are found`() {
        let readme = "| Room | What |\n|---|---|\n| `Mail` | turns `bytes` round; no I/O | x |\n"
        #expect(RoomTable.rows(inReadme: readme) == ["Mail": "turns bytes round; no I/O"])
        let package = "        // keys, sealing\n        .target(\n            name: \"Vault\", dependencies: []),\n"
        #expect(RoomTable.sentences(inPackage: package) == ["Vault": "keys, sealing"])
    }
}
