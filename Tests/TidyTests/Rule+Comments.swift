import Foundation

extension Rule {
    static let purpose = Rule(name: "a file opens with what it is for") { file in
        guard file.isSource, let (line, hasDocumentation) = firstDeclaration(of: file), !hasDocumentation else {
            return []
        }
        return [
            Finding(
                path: file.path, line: line,
                message: "put a `///` above the first declaration: what it does, promises and refuses.")
        ]
    }

    private static func firstDeclaration(of file: SourceFile) -> (line: Int, hasDocumentation: Bool)? {
        var hasDocumentation = false
        for (index, indented) in file.lines.enumerated() {
            let line = indented.drop { $0 == " " }  // inside `#if` declarations are indented
            if line.hasPrefix("///") {
                hasDocumentation = true
            } else if line.isEmpty || isComment(line) || isImport(line) {
                hasDocumentation = false
            } else if !line.hasPrefix("@") && !line.hasPrefix("#") {
                return (index + 1, hasDocumentation)
            }
        }
        return nil
    }

    private static func isComment(_ line: Substring) -> Bool { line.hasPrefix("//") }

    private static func isImport(_ line: Substring) -> Bool {
        line.hasPrefix("import ") || line.contains(" import ") && !line.contains("(")
    }

    static let leftovers = Rule(name: "no note to oneself") { file in
        comments(of: file).compactMap { line, comment in
            let words = comment.split { !$0.isLetter }
            guard let note = words.first(where: { notes.contains(String($0)) }) else { return nil }
            return Finding(
                path: file.path, line: line,
                message: "\(note): do it now, or open an issue. A file that needs marks is two files.")
        }
    }

    private static let notes: Set = ["TO" + "DO", "FIX" + "ME", "MA" + "RK", "XX" + "X", "HA" + "CK"]

    static let oldCode = Rule(name: "no code in comments") { file in
        comments(of: file).compactMap { line, comment in
            guard !comment.hasPrefix("/"), looksLikeCode(comment) else { return nil }
            return Finding(
                path: file.path, line: line, message: "this comment is code. Delete it; git remembers. Say why instead."
            )
        }
    }

    private static func looksLikeCode(_ comment: String) -> Bool {
        let text = comment.trimmingCharacters(in: .whitespaces)
        if text == "}" || text == "{" || text.hasSuffix("{") || text.hasSuffix(";") || text.hasPrefix("}") {
            return true
        }
        let words = text.split(separator: " ")
        switch words.first {
        case "let", "var": return text.contains(" = ")
        case "import": return words.count == 2
        case "func", "guard", "return", "print(": return text.hasSuffix(")") || text.hasSuffix("}")
        case "try", "await": return text.contains("(")
        default: return text.hasPrefix("@") && text.contains("func ")
        }
    }

    /// What stands after `//` on each line; a `///` comment begins with "/".
    private static func comments(of file: SourceFile) -> [(line: Int, comment: String)] {
        Search.offsets(of: Array("//".utf8), in: file.text).compactMap { offset in
            let isFirst = offset == 0 || file.code[offset - 1] != Masking.comment
            guard isFirst, file.code[offset] == Masking.comment else { return nil }
            let end = file.text[offset...].firstIndex(of: UInt8(ascii: "\n")) ?? file.text.count
            return (file.line(at: offset), String(decoding: file.text[(offset + 2)..<end], as: UTF8.self))
        }
    }
}
