import Foundation

/// One Swift file as text: what was written, and the same bytes with comments and string contents blanked out.
///
/// Promises that `code` has the bytes of `text` at the same offsets, so that a finding in one is a line of the other.
/// Refuses to understand Swift: rules look for words, lines and braces, and the self-test shows that they find them.
struct SourceFile: Sendable {
    /// Relative to the repository, as in "Sources/Mail/Part.swift".
    let path: String
    let text: [UInt8]
    let code: [UInt8]
    let lines: [Substring]
    private let lineEnds: [Int]

    init(path: String, text: String) {
        self.path = path
        self.text = Array(text.utf8)
        self.code = Masking.code(of: self.text)
        self.lineEnds = Search.offsets(of: [UInt8(ascii: "\n")], in: self.text)
        self.lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    }

    /// The folder below Sources or Tests.
    var room: String {
        let parts = path.split(separator: "/")
        return parts.count > 2 ? String(parts[1]) : ""
    }

    var isSource: Bool { path.hasPrefix("Sources/") }

    /// The file's name without its ending and without the aspect after "+".
    var subject: String {
        let name = path.split(separator: "/").last ?? ""
        return String(name.prefix { $0 != "+" && $0 != "." })
    }

    func line(at offset: Int) -> Int {
        var low = 0
        var high = lineEnds.count
        while low < high {
            let middle = (low + high) / 2
            if lineEnds[middle] < offset { low = middle + 1 } else { high = middle }
        }
        return low + 1
    }

    func finding(at offset: Int, _ message: String) -> Finding {
        Finding(path: path, line: line(at: offset), message: message)
    }

    /// The offsets of `word` in `code`, where it is not part of a longer name.
    func places(of word: String) -> [Int] {
        let wanted = Array(word.utf8)
        guard let first = wanted.first, let last = wanted.last else { return [] }
        return Search.offsets(of: wanted, in: code).filter { offset in
            let before = offset > 0 ? code[offset - 1] : 0
            let end = offset + wanted.count
            let after = end < code.count ? code[end] : 0
            return !(Search.isName(first) && Search.isName(before)) && !(Search.isName(last) && Search.isName(after))
        }
    }
}

/// What a rule reports: where, and what to write instead.
struct Finding: Sendable, CustomStringConvertible {
    let path: String
    let line: Int
    let message: String

    var description: String { "\(path):\(line): \(message)" }
}
