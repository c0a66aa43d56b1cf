import TOMLKit

/// One parsed TOML file: its values and the line of each key. Nothing of the parser's own types leaves this file.
/// A syntax mistake is described without repeating the text at which it happened, because that text may be a secret.
struct TOMLDocument {
    let fields: [RawValue.Field]
    private let lines: TOMLLineIndex

    init(_ bytes: [UInt8], path: String) throws(UnreadableFile) {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw .init(path: path, what: "the file is not valid UTF-8", remedy: "save it as UTF-8")
        }
        guard bytes.count <= ConfigurationLimits.fileBytes else {
            throw .init(path: path, what: "the file is larger than 1 MiB", remedy: "check that it is the right file")
        }
        // The parser hands texts out as C strings, which would silently end at a zero.
        guard !bytes.contains(0), !text.contains("\\u0000"), !text.contains("\\U00000000") else {
            throw .init(path: path, what: "the file contains a zero character", remedy: "remove it")
        }
        do {
            let table = try TOMLTable(string: text)
            lines = TOMLLineIndex(bytes)
            fields = Self.fields(of: table, depth: 0)
        } catch let error as TOMLParseError {
            throw .init(
                path: path, line: error.source.begin.line, what: Self.withoutText(error.description),
                expected: "TOML 1.0: each key once, texts in double quotes",
                remedy: "correct the line at or before column \(error.source.begin.column)")
        } catch {
            throw .init(path: path, what: "the file cannot be read as TOML", remedy: "check its syntax")
        }
    }

    func line(of path: [String]) -> Int { lines.line(of: path) }

    /// Reads one value written in TOML, as an environment variable or a flag may hold it.
    static func value(_ text: String) -> RawValue? {
        do {
            return try TOMLDocument(Array("value = \(text)\n".utf8), path: "").fields.first { $0.key == "value" }?.value
        } catch {
            return nil
        }
    }

    private static func fields(of table: TOMLTable, depth: Int) -> [RawValue.Field] {
        table.keys.compactMap { key in
            guard let node = table[key] else { return nil }
            return RawValue.Field(key: key, value: value(of: node, depth: depth))
        }
    }

    /// toml++ refuses more than 256 levels; anything below our own depth is no setting and becomes an empty table.
    private static func value(of node: any TOMLValueConvertible, depth: Int) -> RawValue {
        guard depth < ConfigurationLimits.tomlDepth else { return .table([]) }
        if let text = node.string { return .text(text) }
        if let number = node.int { return .integer(number) }
        if let flag = node.bool { return .boolean(flag) }
        if let number = node.double { return .real(number) }
        if let array = node.array { return .list(array.map { value(of: $0, depth: depth + 1) }) }
        if let table = node.table { return .table(fields(of: table, depth: depth + 1)) }
        return .moment
    }

    /// toml++ ends its sentences with `, saw '…'` or quotes a piece of the line; both are cut off.
    private static func withoutText(_ description: String) -> String {
        if description.contains("cannot redefine") { return "this key or table is in the file already" }
        let sentence = description.firstIndex(of: "'").map { description[..<$0] } ?? description[...]
        let words = sentence.split(whereSeparator: { $0 == " " || $0 == "," || $0 == ":" || $0 == ";" })
        var kept = words.prefix { !["saw", "found", "got"].contains($0) }.drop { $0.lowercased() == "error" }
        if kept.last == "expected" { kept.removeLast() }
        return "the syntax is wrong " + kept.joined(separator: " ").lowercased()
    }
}
