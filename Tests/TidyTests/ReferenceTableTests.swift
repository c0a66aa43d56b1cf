import Foundation
import Testing

/// The page that names the test of each known failure names tests there are.
struct ReferenceTableTests {
    private static let page = "Sources/Desk/Desk.docc/Mail.md"

    @Test func `every row of the tables of mail names a test there is, or says what is missing`() throws {
        let text = try #require(Repository.contents(of: Self.page), "\(Self.page) is missing")
        let rows = text.split(separator: "\n").filter { $0.first == "|" && $0.dropFirst(2).first?.isNumber == true }
        #expect(rows.count == 25 + 39, "\(rows.count) rows")
        let names = Self.testNames()
        #expect(names.count > 1_000, "the names of the tests were not found")
        for row in rows {
            let cell = row.split(separator: "|").last.map(String.init) ?? ""
            let named = cell.split(separator: "`", omittingEmptySubsequences: false).enumerated()
                .filter { $0.offset % 2 == 1 }.map { String($0.element) }
            if named.isEmpty {
                #expect(cell.trimmingCharacters(in: .whitespaces).hasPrefix("– "), "no test and no reason: \(row)")
            }
            for name in named where !names.contains(name) { Issue.record("there is no test `\(name)`: \(row)") }
        }
    }

    /// Functions between backticks, and clauses of contracts.
    private static func testNames() -> Set<String> {
        var names: Set<String> = []
        for (path, text) in Repository.textFiles where path.hasPrefix("Tests/") && path.hasSuffix(".swift") {
            for (opening, closing) in [("func `", "`"), ("Contract(\"", "\"")] {
                for piece in text.components(separatedBy: opening).dropFirst() {
                    names.insert(piece.components(separatedBy: closing)[0])
                }
            }
        }
        return names
    }
}
