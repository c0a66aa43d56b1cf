/// Collects the values of one reply from its line fragments and the literals between them. Total and bounded.
///
/// A fragment that is not IMAP leaves it `isBroken`; the framing does not depend on that.
struct IMAPValueBuilder {
    /// The lists that are open, outermost first; the first one is the reply itself.
    private var open: [[IMAPValue]] = [[]]
    private(set) var isBroken = false
    /// A quotation was not closed in its line, so that nobody can say whether a literal follows.
    private(set) var endedInQuotes = false

    var values: [IMAPValue]? {
        isBroken || open.count != 1 ? nil : open[0]
    }

    mutating func append(_ value: IMAPValue) {
        open[open.count - 1].append(value)
    }

    /// `fragment` is a line without CRLF and without the announcement of a literal at its end.
    mutating func read(_ fragment: UnsafeRawBufferPointer) {
        var index = 0
        while index < fragment.count, !isBroken {
            switch fragment[index] {
            case 0x20: index += 1
            case 0x28:
                if open.count > Limits.listDepth { isBroken = true }
                open.append([])
                index += 1
            case 0x29:
                index += 1
                guard open.count > 1, let list = open.popLast() else {
                    isBroken = true
                    break
                }
                append(.list(list))
            case 0x22: readQuoted(fragment, &index)
            default: readAtom(fragment, &index)
            }
        }
    }

    private mutating func readQuoted(_ fragment: UnsafeRawBufferPointer, _ index: inout Int) {
        index += 1
        var bytes: [UInt8] = []
        while index < fragment.count {
            let byte = fragment[index]
            index += 1
            if byte == 0x22 { return append(.string(bytes)) }
            if byte == 0x5C, index < fragment.count {
                bytes.append(fragment[index])
                index += 1
            } else {
                bytes.append(byte)
            }
        }
        isBroken = true
        endedInQuotes = true
    }

    /// An atom ends at a space or a parenthesis, but a section such as `BODY[HEADER.FIELDS (FROM)]` is one word.
    private mutating func readAtom(_ fragment: UnsafeRawBufferPointer, _ index: inout Int) {
        let start = index
        var isInSection = false
        while index < fragment.count {
            let byte = fragment[index]
            if isInSection {
                isInSection = byte != 0x5D
            } else if byte == 0x5B {
                isInSection = true
            } else if byte == 0x20 || byte == 0x28 || byte == 0x29 || byte == 0x22 {
                break
            }
            index += 1
        }
        append(.atom([UInt8](UnsafeRawBufferPointer(rebasing: fragment[start..<index]))))
    }
}
