/// Collects the fields of one header section, line by line, into the table.
struct HeaderIndex {
    private let start: Int
    private var pending: HeaderSpan?
    private(set) var count = 0

    init(start: Int) {
        self.start = start
    }

    /// Whether no field was met yet.
    var isEmpty: Bool { count == 0 && pending == nil }

    /// Takes the line `lineStart..<lineEnd`; false when it is neither a field nor the continuation of one.
    mutating func take(
        _ lineStart: Int, _ lineEnd: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ table: inout EntityTable
    ) -> Bool {
        var end = lineEnd
        if end > lineStart, bytes[end - 1] == .cr { end -= 1 }
        var nameStart = lineStart
        if bytes[lineStart].isSpaceOrTab {
            // RFC 5322 §2.2.3: a line that begins with white space continues the field before it.
            if let field = pending {
                pending = HeaderSpan(
                    nameStart: field.nameStart, nameEnd: field.nameEnd, valueStart: field.valueStart, valueEnd: end)
                return true
            }
            while nameStart < end, bytes[nameStart].isSpaceOrTab { nameStart += 1 }
            if nameStart == end { return true }
        }
        guard let name = Self.name(from: nameStart, to: end, bytes) else {
            table.defects.insert(.malformedHeaderLine)
            return false
        }
        if nameStart > lineStart { table.defects.insert(.malformedHeaderLine) }
        finish(&table)
        pending = HeaderSpan(nameStart: nameStart, nameEnd: name.end, valueStart: name.colon + 1, valueEnd: end)
        return true
    }

    /// The name of a field (RFC 5322 §2.2) and its colon; §4.5 allows white space before it.
    static func name(
        from start: Int, to end: Int, _ bytes: UnsafeBufferPointer<UInt8>
    ) -> (end: Int, colon: Int)? {
        var position = start
        while position < end, bytes[position] != .colon, bytes[position] > .space, bytes[position] != 0x7F {
            position += 1
        }
        Steps.add(position - start + 1)
        let nameEnd = position
        while position < end, bytes[position].isSpaceOrTab { position += 1 }
        guard position < end, bytes[position] == .colon, nameEnd > start else { return nil }
        return (nameEnd, position)
    }

    /// Writes the last field down.
    mutating func finish(_ table: inout EntityTable) {
        guard let field = pending else { return }
        pending = nil
        if count >= table.limits.headerFields { return table.defects.insert(.tooManyHeaders) }
        if field.nameStart - start > table.limits.headerOctets { return table.defects.insert(.headerTooLarge) }
        if field.valueEnd - field.valueStart > table.limits.fieldOctets { table.defects.insert(.headerFieldTooLong) }
        table.fields.append(field)
        count += 1
    }
}
