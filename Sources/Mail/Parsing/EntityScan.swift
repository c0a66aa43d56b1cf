internal import Glibc

/// One pass over one buffer: header sections, bodies and delimiter lines, innermost entity first.
///
/// The entities being read form a stack; a delimiter line closes everything above the multipart it belongs to. Each
/// line is looked at once, and compared with at most `Limits.depth` boundaries.
struct EntityScan {
    let bytes: UnsafeBufferPointer<UInt8>
    /// LF, or CR in a message that has no LF at all (RFC 7103 §6).
    let lineEnd: UInt8
    private let root: Int
    private let isOutermost: Bool
    private var open: [OpenEntity] = []
    private var boundaries = Boundaries()
    private var openMultiparts = 0

    /// An entity whose end has not been seen.
    private struct OpenEntity {
        let node: Int
        /// The boundary of a multipart; empty for every other entity.
        var boundary = Boundaries.Mark()
        /// A multipart whose closing delimiter was seen: what follows is epilogue.
        var isClosed = false
        var hasParts = false
        var isDigest = false
    }

    /// A delimiter line (RFC 2046 §5.1.1).
    private struct Delimiter {
        let level: Int
        let isClosing: Bool
        let lineStart: Int
        let next: Int
    }

    init(_ bytes: UnsafeBufferPointer<UInt8>, root: Int, isOutermost: Bool) {
        self.bytes = bytes
        self.root = root
        self.isOutermost = isOutermost
        let hasLineFeed = ByteSearch.first(.lf, in: bytes, from: 0) != nil
        lineEnd = hasLineFeed || ByteSearch.first(.cr, in: bytes, from: 0) == nil ? .lf : .cr
    }

    mutating func run(_ table: inout EntityTable) {
        if lineEnd == .cr { table.defects.insert(.loneCarriageReturns) }
        if isOutermost { table.defects.formUnion(hasMailboxLine(at: 0) ? DefectSet(.mboxFromLine) : DefectSet()) }
        var delimiter = read(root, from: 0, &table)
        while let found = delimiter {
            closeEntities(above: found.level, at: found.lineStart, &table)
            let container = open[found.level].node
            if found.isClosing {
                open[found.level].isClosed = true
                delimiter = nextDelimiter(from: found.next)
            } else if isEmptyPart(from: found.next) {
                open[found.level].hasParts = true
                delimiter = nextDelimiter(from: found.next)
            } else if table.isFull {
                table.defects.insert(.tooManyParts)
                delimiter = nextDelimiter(from: found.next)
            } else {
                open[found.level].hasParts = true
                let node = table.add(
                    buffer: table.nodes[container].buffer, parent: container, depth: table.nodes[container].depth + 1,
                    start: found.next)
                table.nodes[node].isInDigest = open[found.level].isDigest
                delimiter = read(node, from: found.next, &table)
            }
        }
        closeEntities(above: -1, at: bytes.count, &table)
    }

    /// A line that begins with `From ` on top is the mark of a mailbox file, not part of the message.
    private func hasMailboxLine(at start: Int) -> Bool {
        let line = UnsafeBufferPointer(rebasing: bytes[start...])
        return line.starts(with: "From ".utf8) || line.starts(with: ">From ".utf8)
    }

    /// Whether a delimiter is followed by another one, or by nothing: no part stands there.
    private func isEmptyPart(from start: Int) -> Bool {
        if start >= bytes.count { return true }
        return start + 2 < bytes.count && bytes[start] == .dash && bytes[start + 1] == .dash
            && delimiter(at: start) != nil
    }

    /// Reads the header of an entity, and of the messages nested directly in it, down to a leaf or the first delimiter.
    private mutating func read(_ first: Int, from start: Int, _ table: inout EntityTable) -> Delimiter? {
        var node = first
        var position = start
        while true {
            if isMessageRoot(node, table), hasMailboxLine(at: position) {
                position = min(endOfLine(from: position) + 1, bytes.count)
            }
            let header = readHeader(of: node, from: position, &table)
            open.append(OpenEntity(node: node))
            if let delimiter = header.delimiter { return delimiter }
            position = header.end
            let type = EntityType(of: node, &table, bytes)
            table.nodes[node].encoding = type.encoding
            if type.isMultipart {
                openMultipart(node, type, &table)
                return nextDelimiter(from: position)
            }
            guard type.isMessage, type.encoding.isIdentity || EntityType.looksPlain(bytes, position),
                position < bytes.count
            else {
                let delimiter = nextDelimiter(from: position)
                let end = delimiter.map { bodyEnd(before: $0.lineStart, notBefore: position) } ?? bytes.count
                if type.isMessage { decodeEmbedded(node, position..<end, type.encoding, &table) }
                return delimiter
            }
            table.nodes[node].encoding = .eightBit
            guard mayNest(in: node, &table) else { return nextDelimiter(from: position) }
            table.nodes[node].kind = .embedded
            node = table.add(
                buffer: table.nodes[node].buffer, parent: node, depth: table.nodes[node].depth + 1, start: position)
        }
    }

    /// Whether an entity is the root of a message, outermost or embedded.
    private func isMessageRoot(_ node: Int, _ table: EntityTable) -> Bool {
        let parent = table.nodes[node].parent
        return parent < 0 || table.nodes[parent].kind == .embedded
    }

    private mutating func openMultipart(_ node: Int, _ type: EntityType, _ table: inout EntityTable) {
        if !type.encoding.isIdentity { table.defects.insert(.encodedContainer) }
        let boundary = boundaries.read(bytes, type.parameters, limits: table.limits)
        guard boundary.count > 0 else { return table.defects.insert(.missingBoundaryParameter) }
        guard mayNest(in: node, &table) else { return }
        table.nodes[node].kind = .multipart
        openMultiparts += 1
        open[open.count - 1].boundary = boundary
        open[open.count - 1].isDigest = type.isDigest
    }

    private func mayNest(in node: Int, _ table: inout EntityTable) -> Bool {
        if table.nodes[node].depth + 1 >= table.limits.depth {
            table.defects.insert(.tooDeep)
            return false
        }
        if table.isFull {
            table.defects.insert(.tooManyParts)
            return false
        }
        return true
    }

    /// An embedded message under a transfer encoding, which RFC 2046 §5.2.1 forbids: decoded into a buffer of its own.
    private func decodeEmbedded(
        _ node: Int, _ range: Range<Int>, _ encoding: TransferEncoding, _ table: inout EntityTable
    ) {
        table.defects.insert(.encodedContainer)
        guard !range.isEmpty, mayNest(in: node, &table) else { return }
        let body = UnsafeBufferPointer(rebasing: bytes[range])
        let decoded = BodyDecoder.decode(body, encoding).bytes
        guard !decoded.isEmpty else { return }
        table.nodes[node].kind = .embedded
        table.buffers.append(decoded)
        table.addRoot(buffer: table.buffers.count - 1, parent: node, depth: table.nodes[node].depth + 1)
    }

    /// Gives every entity above `level` its end.
    private mutating func closeEntities(above level: Int, at end: Int, _ table: inout EntityTable) {
        while open.count - 1 > level, let last = open.popLast() {
            let node = last.node
            table.nodes[node].bodyEnd =
                end == bytes.count ? end : bodyEnd(before: end, notBefore: table.nodes[node].bodyStart)
            guard table.nodes[node].kind == .multipart else { continue }
            openMultiparts -= 1
            if !last.hasParts {
                table.defects.insert(.boundaryNeverFound)
                table.nodes[node].kind = .leaf
            } else if !last.isClosed {
                table.defects.insert(.missingClosingBoundary)
            }
        }
    }

    /// The line end before a delimiter belongs to the delimiter (RFC 2046 §5.1.1).
    private func bodyEnd(before delimiter: Int, notBefore start: Int) -> Int {
        var end = delimiter
        if end > start, bytes[end - 1] == lineEnd { end -= 1 }
        if lineEnd == .lf, end > start, bytes[end - 1] == .cr { end -= 1 }
        return max(end, min(start, delimiter))
    }

    func endOfLine(from start: Int) -> Int {
        ByteSearch.first(lineEnd, in: bytes, from: start) ?? bytes.count
    }

    /// The next delimiter line of any open multipart, from the start of a line on.
    private func nextDelimiter(from start: Int) -> Delimiter? {
        guard let base = bytes.baseAddress, openMultiparts > 0 else { return nil }
        let count = bytes.count
        var line = start
        while line &+ 2 < count {
            if base[line] == .dash && base[line &+ 1] == .dash, let found = delimiter(at: line) { return found }
            guard let end = memchr(base + line, Int32(lineEnd), count &- line) else {
                Steps.add(count - line)
                return nil
            }
            Steps.add(UnsafeRawPointer(end) - UnsafeRawPointer(base + line) + 1)
            line = UnsafeRawPointer(end) - UnsafeRawPointer(base) &+ 1
        }
        return nil
    }

    /// Compares the line at `start`, which begins with two dashes, with the open boundaries, the innermost first.
    private func delimiter(at start: Int) -> Delimiter? {
        let end = endOfLine(from: start)
        var textEnd = end
        while textEnd > start + 2, bytes[textEnd - 1].isBlank { textEnd -= 1 }
        let length = textEnd - start - 2
        var level = open.count - 1
        while level >= 0 {
            Steps.add(1)
            let size = open[level].boundary.count
            if size > 0, length >= size, length == size || isClosing(start + 2 + size, textEnd),
                boundaries.matches(open[level].boundary, bytes, at: start + 2)
            {
                return Delimiter(
                    level: level, isClosing: length != size, lineStart: start, next: min(end + 1, bytes.count))
            }
            level -= 1
        }
        return nil
    }

    private func isClosing(_ position: Int, _ end: Int) -> Bool {
        position + 2 <= end && bytes[position] == .dash && bytes[position + 1] == .dash
    }

    /// Whether the line after a malformed one is a field: then the malformed one was an accident, not the body.
    private func headerGoesOn(after lineEnd: Int) -> Bool {
        var next = lineEnd + 1
        for _ in 0..<Limits.continuationsSkipped where next < bytes.count && bytes[next].isSpaceOrTab {
            next = endOfLine(from: next) + 1
        }
        guard next < bytes.count else { return false }
        let end = min(endOfLine(from: next), next + Limits.fieldNameOctets)
        return HeaderIndex.name(from: next, to: end, bytes) != nil
    }

    /// Indexes the header fields of an entity and finds where its body starts.
    private func readHeader(
        of node: Int, from start: Int, _ table: inout EntityTable
    ) -> (end: Int, delimiter: Delimiter?) {
        let first = table.fields.count
        var index = HeaderIndex(start: start)
        let header = readFields(from: start, &index, &table)
        index.finish(&table)
        table.nodes[node].firstField = first
        table.nodes[node].fieldCount = index.count
        table.nodes[node].headerStart = start
        table.nodes[node].bodyStart = header.end
        return header
    }

    /// The lines of a header section (RFC 5322 §2.1, §2.2), up to the empty one, a delimiter or the end.
    private func readFields(
        from start: Int, _ index: inout HeaderIndex, _ table: inout EntityTable
    ) -> (end: Int, delimiter: Delimiter?) {
        var line = start
        while line < bytes.count {
            let first = bytes[line]
            let end = endOfLine(from: line)
            if end == line || (first == .cr && end == line + 1 && lineEnd == .lf) {
                return (min(end + 1, bytes.count), nil)
            }
            if first == .dash, line + 2 < bytes.count, bytes[line + 1] == .dash, let found = delimiter(at: line) {
                return (line, found)
            }
            if !index.take(line, end, bytes, &table), index.isEmpty || !headerGoesOn(after: end) {
                // RFC 7103 §7.2: a line that cannot belong to a header begins the body.
                return (line, nil)
            }
            line = end + 1
        }
        return (bytes.count, nil)
    }
}
