import Foundation

/// Blanks the contents of string literals and of names in backticks with spaces, and comments with `Masking.comment`,
/// so that rules can tell them apart, keeping every newline and quote where it is.
///
/// Code inside `\( )` stays code. A regex literal is taken for code, which only makes the rules stricter.
struct Masking {
    /// A byte that no source contains.
    static let comment: UInt8 = 0x0B
    private static let space = UInt8(ascii: " ")

    private enum Mode {
        case code(parentheses: Int)
        case string(pounds: Int, isMultiline: Bool)
    }

    private let text: [UInt8]
    private var masked: [UInt8]
    private var offset = 0
    private var modes: [Mode] = [.code(parentheses: 0)]

    static func code(of text: [UInt8]) -> [UInt8] {
        var masking = Masking(text: text)
        masking.run()
        return masking.masked
    }

    private init(text: [UInt8]) {
        self.text = text
        self.masked = text
    }

    private mutating func run() {
        while offset < text.count {
            switch modes.last {
            case .string(let pounds, let isMultiline): stepInString(pounds: pounds, isMultiline: isMultiline)
            case .code(let parentheses): stepInCode(parentheses: parentheses)
            case nil: offset = text.count
            }
        }
    }

    private mutating func stepInCode(parentheses: Int) {
        guard Self.mayMatter(text[offset]) else {
            offset += 1
            return
        }
        if starts("//") {
            let end = text[offset...].firstIndex(of: UInt8(ascii: "\n")) ?? text.count
            mask(count: end - offset, with: Self.comment)
        } else if starts("/*") {
            blankBlockComment()
        } else if text[offset] == UInt8(ascii: "`") {
            let rest = text[(offset + 1)...].prefix { $0 != UInt8(ascii: "\n") }
            offset += 1
            mask(count: rest.firstIndex(of: UInt8(ascii: "`")).map { $0 - offset } ?? 0)  // a name that is a sentence
            offset += 1
        } else if let opening = openingQuote() {
            modes.append(.string(pounds: opening.pounds, isMultiline: opening.isMultiline))
            offset += opening.length
        } else if text[offset] == UInt8(ascii: "("), modes.count > 1 {
            modes[modes.count - 1] = .code(parentheses: parentheses + 1)
            offset += 1
        } else if text[offset] == UInt8(ascii: ")"), modes.count > 1 {
            if parentheses == 1 {
                modes.removeLast()  // the end of an interpolation
            } else {
                modes[modes.count - 1] = .code(parentheses: parentheses - 1)
            }
            offset += 1
        } else {
            offset += 1
        }
    }

    /// Most bytes do not, and debug builds are slow.
    private static func mayMatter(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "/"), UInt8(ascii: "\""), UInt8(ascii: "#"), UInt8(ascii: "("), UInt8(ascii: ")"),
            UInt8(ascii: "`"):
            true
        default: false
        }
    }

    private mutating func stepInString(pounds: Int, isMultiline: Bool) {
        let fence = String(repeating: "#", count: pounds)
        let quote = (isMultiline ? "\"\"\"" : "\"") + fence
        if starts(quote) {
            modes.removeLast()
            offset += quote.utf8.count
        } else if starts("\\" + fence + "(") {
            modes.append(.code(parentheses: 1))
            mask(count: 1 + pounds)
            offset += 1
        } else if starts("\\" + fence) {
            mask(count: 2 + pounds)
        } else if text[offset] == UInt8(ascii: "\n"), !isMultiline {
            modes.removeLast()  // not a string after all
        } else {
            mask(count: 1)
        }
    }

    private func openingQuote() -> (pounds: Int, isMultiline: Bool, length: Int)? {
        var end = offset
        while end < text.count, text[end] == UInt8(ascii: "#") { end += 1 }
        guard end < text.count, text[end] == UInt8(ascii: "\"") else { return nil }
        let isMultiline = text[end...].starts(with: "\"\"\"\n".utf8)
        return (end - offset, isMultiline, end - offset + (isMultiline ? 3 : 1))
    }

    private func starts(_ word: String) -> Bool {
        text[offset...].starts(with: word.utf8)
    }

    private mutating func mask(count: Int, with blank: UInt8 = space) {
        for place in offset..<min(offset + count, text.count) where text[place] != UInt8(ascii: "\n") {
            masked[place] = blank
        }
        offset = min(offset + count, text.count)
    }

    private mutating func blankBlockComment() {
        var depth = 0
        repeat {
            if starts("/*") {
                depth += 1
                mask(count: 2, with: Self.comment)
            } else if starts("*/") {
                depth -= 1
                mask(count: 2, with: Self.comment)
            } else {
                mask(count: 1, with: Self.comment)
            }
        } while depth > 0 && offset < text.count
    }
}
