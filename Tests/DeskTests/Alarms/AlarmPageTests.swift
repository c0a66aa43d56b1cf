import Desk
import Foundation
import Testing

/// The page that tells the operator what each alarm is.
struct AlarmPageTests {
    @Test func `the page of alarms has each of them once, with whether it turns readyz red and may be muted`() throws {
        let rows = try Self.page.split(separator: "\n").filter { $0.hasPrefix("| `") }.map {
            $0.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
        }
        let written = rows.map { Array($0.prefix(3)) }.sorted { $0[0] < $1[0] }
        let known = AlarmKind.allCases.map {
            ["`\($0.rawValue)`", $0.stopsWork ? "red" : "–", $0.isMutable ? "may" : "–"]
        }
        #expect(written == known.sorted { $0[0] < $1[0] })
        #expect(rows.allSatisfy { $0.count == 5 && !$0[3].isEmpty && !$0[4].isEmpty })
    }

    private static var page: String {
        get throws {
            let root = URL(filePath: #filePath).appending(path: "../../../..").standardized
            return try String(contentsOf: root.appending(path: "Sources/Desk/Desk.docc/Alarms.md"), encoding: .utf8)
        }
    }
}
