/// The "relaxed" canonical forms of RFC 6376 §3.4: what relays may change without breaking a signature.
enum RelaxedForm {
    /// §3.4.4: blanks at the ends of lines are dropped, other runs are one space, empty lines at the end are dropped.
    /// An empty body stays empty; any other ends with CRLF. Lines end with CRLF and nothing else.
    static func body(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var form: [UInt8] = []
        form.reserveCapacity(bytes.count)
        var emptyLines = 0
        var isAfterBlank = false
        var isEmptyLine = true
        func lineEnd() {
            if isEmptyLine {
                emptyLines += 1
            } else {
                form.append(contentsOf: [0x0D, 0x0A])
            }
            isAfterBlank = false
            isEmptyLine = true
        }
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let byte = bytes[index]
            if byte == 0x0D, index + 1 < bytes.endIndex, bytes[index + 1] == 0x0A {
                lineEnd()
                index += 2
                continue
            }
            if byte == 0x20 || byte == 0x09 {
                isAfterBlank = true
            } else {
                for _ in 0..<emptyLines { form.append(contentsOf: [0x0D, 0x0A]) }
                emptyLines = 0
                if isAfterBlank { form.append(0x20) }
                form.append(byte)
                isAfterBlank = false
                isEmptyLine = false
            }
            index += 1
        }
        if !isEmptyLine { form.append(contentsOf: [0x0D, 0x0A]) }
        return form
    }

    /// §3.4.2: the name in lower case, the value unfolded, runs of blanks one space, none at its ends and none around
    /// the colon. Without the CRLF.
    static func field(_ line: ArraySlice<UInt8>) -> [UInt8] {
        guard let colon = line.firstIndex(of: 0x3A) else { return [] }
        var form = line[..<colon].filter { $0 != 0x20 && $0 != 0x09 }.map(lowercased)
        form.append(0x3A)
        var isAfterBlank = false
        var isAtStart = true
        for byte in line[line.index(after: colon)...] where byte != 0x0D && byte != 0x0A {
            if byte == 0x20 || byte == 0x09 {
                isAfterBlank = true
                continue
            }
            if isAfterBlank, !isAtStart { form.append(0x20) }
            form.append(byte)
            isAfterBlank = false
            isAtStart = false
        }
        return form
    }

    static func lowercased(_ byte: UInt8) -> UInt8 {
        (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
    }
}
