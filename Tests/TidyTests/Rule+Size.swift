import Foundation

extension Rule {
    static let fileLength = Rule(name: "a file has at most 400 lines") { file in
        let count = file.lines.count - (file.lines.last?.isEmpty == true ? 1 : 0)
        guard count > fileCap else { return [] }
        return [
            Finding(
                path: file.path, line: fileCap + 1,
                message: "the file has \(count) lines. Move a second aspect to \(file.subject)+Aspect.swift.")
        ]
    }

    static let lineLength = Rule(name: "a line has at most 120 columns") { file in
        file.lines.enumerated().compactMap { index, line in
            guard line.utf8.count > lineCap, line.count > lineCap else { return nil }
            return Finding(
                path: file.path, line: index + 1,
                message: "the line has \(line.count) columns. Break it, as `swift format` does.")
        }
    }

    static let functionLength = Rule(name: "a function has at most 60 lines") { file in
        functionStarts(in: file).compactMap { start in
            guard let open = bodyStart(after: start, in: file.code), let close = Search.closing(of: open, in: file.code)
            else { return nil }
            let count = file.line(at: close) - file.line(at: start) + 1
            guard count > functionCap else { return nil }
            return file.finding(at: start, "the function has \(count) lines. Give a step of it a name of its own.")
        }
    }

    private static func functionStarts(in file: SourceFile) -> [Int] {
        ["func", "init", "deinit", "subscript"].flatMap { file.places(of: $0) }.filter { offset in
            // `.init(…)` and `self.init(…)` are calls.
            offset == 0 || file.code[offset - 1] != UInt8(ascii: ".")
        }
    }

    /// The brace of the body; nothing for a requirement of a protocol, which ends before one.
    private static func bodyStart(after start: Int, in code: [UInt8]) -> Int? {
        var offset = start
        var depth = 0
        while offset < code.count {
            switch code[offset] {
            case UInt8(ascii: "("), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: ")"), UInt8(ascii: "]"): depth -= 1
            case UInt8(ascii: "{") where depth == 0: return offset
            case UInt8(ascii: "}") where depth == 0: return nil
            case UInt8(ascii: "\n") where depth == 0:
                let next = nextWord(after: offset, in: code)
                if endsSignature.contains(next) { return nil }
            default: break
            }
            if depth < 0 { return nil }
            offset += 1
        }
        return nil
    }

    private static let endsSignature: Set = [
        "func", "init", "var", "let", "static", "mutating", "package", "private", "fileprivate", "internal",
        "subscript",
        "associatedtype", "case", "deinit", "struct", "enum", "extension", "protocol",
    ]

    private static func nextWord(after offset: Int, in code: [UInt8]) -> String {
        var start = offset
        while start < code.count, Search.isSpace(code[start]) { start += 1 }
        var end = start
        while end < code.count, Search.isName(code[end]) { end += 1 }
        return String(decoding: code[start..<end], as: UTF8.self)
    }
}
