import Foundation

extension Rule {
    static let typeNames = Rule(name: "types have names of the helpdesk") { file in
        declaredTypes(in: file).compactMap { offset, name in
            let words = camelWords(name)
            let bad =
                words.first { bannedWords.contains($0) } ?? words.last.flatMap { bannedEndings.contains($0) ? $0 : nil }
            guard let bad else { return nil }
            return file.finding(
                at: offset, "\(name): '\(bad)' says nothing. Name it for what it is or does at the desk.")
        }
    }

    private static let bannedWords: Set = [
        "Manager", "Helper", "Helpers", "Util", "Utils", "Utility", "Utilities", "Impl", "Misc",
    ]
    /// Only at the end: a data subject is somebody.
    private static let bannedEndings: Set = ["Info", "Data"]

    static let fileName = Rule(name: "a file is named for a type it declares") { file in
        guard file.path != "Package.swift" else { return [] }
        let names = declaredTypes(in: file, extending: true).flatMap { $0.name.split(separator: ".").map(String.init) }
        guard !names.contains(file.subject) else { return [] }
        let found = names.first ?? "nothing"
        return [
            Finding(
                path: file.path, line: 1,
                message:
                    "no type \(file.subject) is declared or extended here, but \(found). Rename the file or the type.")
        ]
    }

    /// Names after the keyword, dotted ones too. `class` also stands before `func` and in protocols.
    private static func declaredTypes(in file: SourceFile, extending: Bool = false) -> [(offset: Int, name: String)] {
        let keywords = ["struct", "class", "enum", "actor", "protocol", "typealias"] + (extending ? ["extension"] : [])
        return keywords.flatMap { keyword in
            file.places(of: keyword).compactMap { offset in
                var start = offset + keyword.utf8.count
                guard start < file.code.count, file.code[start] == UInt8(ascii: " ") else { return nil }
                while start < file.code.count, Search.isSpace(file.code[start]) { start += 1 }
                var end = start
                while end < file.code.count, Search.isName(file.code[end]) || file.code[end] == UInt8(ascii: ".") {
                    end += 1
                }
                let name = String(decoding: file.code[start..<end], as: UTF8.self)
                return name.isEmpty || ["func", "var", "let", "subscript"].contains(name) ? nil : (offset, name)
            }
        }.sorted { $0.offset < $1.offset }
    }

    private static func camelWords(_ name: String) -> [String] {
        name.reduce(into: [String]()) { words, character in
            if character.isUppercase || words.isEmpty {
                words.append(String(character))
            } else {
                words[words.count - 1].append(character)
            }
        }
    }
}
