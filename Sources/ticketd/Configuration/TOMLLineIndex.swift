/// Knows on which line of a TOML file each key stands, because the parser keeps that to itself. It reads only files
/// the parser has accepted; on anything it does not understand it stops, and a key gets its parent's line.
struct TOMLLineIndex {
    private var lines: [[String]: Int] = [:]
    private var arrayLengths: [[String]: Int] = [:]
    private let bytes: [UInt8]
    private var position = 0
    private var line = 1

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        scanDocument()
    }

    /// The line of a key path; elements of lists and of arrays of tables count as `"0"`, `"1"` and so on.
    func line(of path: [String]) -> Int {
        var path = path
        while !path.isEmpty {
            if let line = lines[path] { return line }
            path.removeLast()
        }
        return 1
    }

    private mutating func scanDocument() {
        var table: [String] = []
        while true {
            skipBlank(newlines: true)
            guard let byte = peek else { return }
            if byte == UInt8(ascii: "[") {
                guard let header = scanHeader() else { return }
                table = header
            } else {
                guard scanAssignment(in: table, depth: 0) else { return }
            }
        }
    }

    /// `[a.b]` or `[[a]]`. A prefix that is an array of tables means its latest element (TOML 1.0, "Array of Tables").
    private mutating func scanHeader() -> [String]? {
        let start = line
        position += 1
        let isArray = peek == UInt8(ascii: "[")
        if isArray { position += 1 }
        guard let written = scanKey() else { return nil }
        while peek == UInt8(ascii: "]") || peek == UInt8(ascii: " ") { position += 1 }
        var path: [String] = []
        for (offset, component) in written.enumerated() {
            path.append(component)
            if let length = arrayLengths[path], !(isArray && offset == written.count - 1) {
                path.append(String(length - 1))
            }
        }
        note(path, at: start)
        guard isArray else { return path }
        let index = arrayLengths[path, default: 0]
        arrayLengths[path] = index + 1
        path.append(String(index))
        note(path, at: start)
        return path
    }

    private mutating func scanAssignment(in table: [String], depth: Int) -> Bool {
        let start = line
        guard let key = scanKey(), peek == UInt8(ascii: "=") else { return false }
        position += 1
        var path = table
        for component in key {
            path.append(component)
            note(path, at: start)
        }
        return scanValue(at: path, depth: depth)
    }

    /// A dotted key of bare and quoted parts; stops at the first byte that belongs to none.
    private mutating func scanKey() -> [String]? {
        var parts: [String] = []
        while true {
            skipBlank(newlines: false)
            guard let byte = peek else { return nil }
            let start = position
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                guard skipString() else { return nil }
                parts.append(String(decoding: bytes[(start + 1)..<(position - 1)], as: UTF8.self))
            } else {
                while let byte = peek, Self.isBare(byte) { position += 1 }
                guard position > start else { return nil }
                parts.append(String(decoding: bytes[start..<position], as: UTF8.self))
            }
            skipBlank(newlines: false)
            guard peek == UInt8(ascii: ".") else { return parts }
            position += 1
        }
    }

    private mutating func scanValue(at path: [String], depth: Int) -> Bool {
        guard depth < ConfigurationLimits.tomlDepth else { return false }
        skipBlank(newlines: false)
        switch peek {
        case UInt8(ascii: "\""), UInt8(ascii: "'"): return skipString()
        case UInt8(ascii: "["): return scanElements(of: path, depth: depth)
        case UInt8(ascii: "{"): return scanFields(of: path, depth: depth)
        default:
            while let byte = peek, !Self.endsValue(byte) { position += 1 }
            return peek != nil || depth == 0
        }
    }

    private mutating func scanElements(of path: [String], depth: Int) -> Bool {
        position += 1
        var index = 0
        while true {
            skipBlank(newlines: true)
            guard let byte = peek else { return false }
            if byte == UInt8(ascii: "]") {
                position += 1
                return true
            }
            note(path + [String(index)], at: line)
            guard scanValue(at: path + [String(index)], depth: depth + 1) else { return false }
            index += 1
            skipBlank(newlines: true)
            if peek == UInt8(ascii: ",") { position += 1 } else if peek != UInt8(ascii: "]") { return false }
        }
    }

    private mutating func scanFields(of path: [String], depth: Int) -> Bool {
        position += 1
        while true {
            skipBlank(newlines: true)
            guard let byte = peek else { return false }
            if byte == UInt8(ascii: "}") {
                position += 1
                return true
            }
            guard scanAssignment(in: path, depth: depth + 1) else { return false }
            skipBlank(newlines: true)
            if peek == UInt8(ascii: ",") { position += 1 } else if peek != UInt8(ascii: "}") { return false }
        }
    }

    /// Skips one string of any of the four kinds, counting the lines inside.
    private mutating func skipString() -> Bool {
        guard let quote = peek else { return false }
        let isMultiline = byte(at: position + 1) == quote && byte(at: position + 2) == quote
        let escapes = quote == UInt8(ascii: "\"")
        position += isMultiline ? 3 : 1
        while let byte = peek {
            if byte == UInt8(ascii: "\\"), escapes {
                position += 2
            } else if byte == quote, !isMultiline {
                position += 1
                return true
            } else if byte == quote, self.byte(at: position + 1) == quote, self.byte(at: position + 2) == quote {
                position += 3
                // Up to two quotes may stand directly before the closing ones (TOML 1.0, "String").
                while peek == quote { position += 1 }
                return true
            } else {
                if byte == UInt8(ascii: "\n") { line += 1 }
                position += 1
            }
        }
        return false
    }

    private mutating func skipBlank(newlines: Bool) {
        while let byte = peek {
            if byte == UInt8(ascii: "\n"), newlines {
                line += 1
                position += 1
            } else if byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r") {
                position += 1
            } else if byte == UInt8(ascii: "#"), newlines {
                while let byte = peek, byte != UInt8(ascii: "\n") { position += 1 }
            } else {
                return
            }
        }
    }

    /// The first mention of a key wins: that is where a reader looks for it.
    private mutating func note(_ path: [String], at line: Int) {
        if lines[path] == nil { lines[path] = line }
    }

    private var peek: UInt8? { byte(at: position) }

    private func byte(at index: Int) -> UInt8? { bytes.indices.contains(index) ? bytes[index] : nil }

    private static func isBare(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
            true
        default: false
        }
    }

    private static func endsValue(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: "#"), UInt8(ascii: "\n"): true
        default: false
        }
    }
}
