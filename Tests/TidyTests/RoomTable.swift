import Foundation

/// Reads the sentence of each room where it stands: in README's table and above the target in Package.swift.
enum RoomTable {
    static func rows(inReadme readme: String) -> [String: String] {
        var rows: [String: String] = [:]
        for line in readme.split(separator: "\n") where line.hasPrefix("| `") {
            let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
            let room = cells[0].replacing("`", with: "")
            guard cells.count > 1, room.allSatisfy(\.isLetter) else { continue }
            rows[room] = plain(cells[1])
        }
        return rows
    }

    static func sentences(inPackage package: String) -> [String: String] {
        var sentences: [String: String] = [:]
        var last: String?
        for line in package.split(separator: "\n").map({ $0.trimmingCharacters(in: .whitespaces) }) {
            if line.hasPrefix("// ") {
                last = plain(String(line.dropFirst(3)))
            } else if let sentence = last, let start = line.firstRange(of: "name: \"")?.upperBound {
                sentences[String(line[start...].prefix { $0 != "\"" })] = sentence
                last = nil
            }
        }
        return sentences
    }

    private static func plain(_ sentence: String) -> String {
        var text = sentence.replacing("`", with: "")
        if text.hasSuffix(".") { text.removeLast() }
        return text
    }
}
