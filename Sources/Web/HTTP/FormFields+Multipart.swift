/// `multipart/form-data` (RFC 7578), as mail clients send one-click unsubscribes (RFC 8058 §3.1).
///
/// Text fields only: a part with a file name is refused, because nothing of ours takes a file. Nothing is searched
/// twice, and every line is looked at once.
extension FormFields {
    package init?(multipart bytes: [UInt8], contentType: String) {
        guard bytes.count <= Limits.formBytes, let boundary = Self.boundary(in: contentType) else { return nil }
        var fields: [Field] = []
        var lines = FormLines(bytes)
        // A preamble is allowed and ignored (RFC 2046 §5.1.1).
        while let line = lines.next() {
            if line.elementsEqual(boundary) { break }
        }
        guard !lines.isAtEnd else { return nil }
        while true {
            guard fields.count < Limits.formFields, let name = Self.partName(&lines) else { return nil }
            var value: [UInt8] = []
            var isFirst = true
            var isLast: Bool?
            while isLast == nil {
                guard let line = lines.next() else { return nil }
                if line.starts(with: boundary) {
                    let tail = line.dropFirst(boundary.count)
                    if tail.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { isLast = false }
                    if tail.starts(with: "--".utf8) { isLast = true }
                }
                guard isLast == nil else { break }
                if !isFirst { value.append(contentsOf: "\r\n".utf8) }
                isFirst = false
                value.append(contentsOf: line)
            }
            guard value.count <= Limits.fieldBytes, let text = String(validating: value, as: UTF8.self) else {
                return nil
            }
            fields.append(Field(name: name, value: text))
            if isLast == true { break }
        }
        self.init(fields)
    }

    /// `--` and the boundary parameter (RFC 2046 §5.1.1: 1–70 characters); nil when there is none.
    private static func boundary(in contentType: String) -> [UInt8]? {
        for parameter in contentType.split(separator: ";").dropFirst() {
            let pair = parameter.split(separator: "=", maxSplits: 1)
            guard pair.count == 2, pair[0].filter({ $0 != " " && $0 != "\t" }).lowercased() == "boundary" else {
                continue
            }
            var value = pair[1].drop { $0 == " " || $0 == "\t" }
            while value.last == " " || value.last == "\t" { value = value.dropLast() }
            if value.count >= 2, value.first == "\"", value.last == "\"" { value = value.dropFirst().dropLast() }
            guard (1...70).contains(value.utf8.count) else { return nil }
            return Array("--".utf8) + Array(value.utf8)
        }
        return nil
    }

    /// The headers of one part: its name, when it is a text field.
    private static func partName(_ lines: inout FormLines) -> String? {
        var name: String?
        while let line = lines.next() {
            if line.isEmpty { return name }
            guard let header = String(validating: line, as: UTF8.self) else { return nil }
            let pair = header.split(separator: ":", maxSplits: 1)
            guard pair.count == 2 else { return nil }
            guard pair[0].lowercased() == "content-disposition" else { continue }
            for parameter in pair[1].split(separator: ";").dropFirst() {
                let assignment = parameter.split(separator: "=", maxSplits: 1)
                guard assignment.count == 2 else { return nil }
                let key = assignment[0].filter { $0 != " " && $0 != "\t" }.lowercased()
                if key.hasPrefix("filename") { return nil }
                guard key == "name" else { continue }
                name = String(assignment[1].filter { $0 != "\"" && $0 != " " && $0 != "\t" })
            }
        }
        return nil
    }
}

/// The lines of a body, ended by CRLF or a bare LF.
private struct FormLines {
    private var rest: ArraySlice<UInt8>
    private(set) var isAtEnd = false

    init(_ bytes: [UInt8]) {
        rest = bytes[...]
    }

    mutating func next() -> ArraySlice<UInt8>? {
        guard !isAtEnd else { return nil }
        guard let end = rest.firstIndex(of: 0x0A) else {
            isAtEnd = true
            return rest
        }
        var line = rest[..<end]
        if line.last == 0x0D { line = line.dropLast() }
        rest = rest[rest.index(after: end)...]
        return line
    }
}
