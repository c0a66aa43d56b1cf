/// Writes values one after another: numbers as LEB128, everything else with its length before it.
struct ByteWriter {
    private(set) var bytes: [UInt8] = []

    mutating func reserve(_ count: Int) {
        bytes.reserveCapacity(count)
    }

    mutating func write(byte: UInt8) {
        bytes.append(byte)
    }

    mutating func write(number: Int) {
        var rest = UInt64(max(0, number))
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(truncatingIfNeeded: rest))
    }

    mutating func write(_ text: String) {
        write(number: text.utf8.count)
        bytes.append(contentsOf: text.utf8)
    }

    /// Absent and empty are two things: absent is length 0, a text is its length plus one.
    mutating func write(ifAny text: String?) {
        guard let text else { return write(number: 0) }
        write(number: text.utf8.count + 1)
        bytes.append(contentsOf: text.utf8)
    }

    mutating func write(_ texts: [String]) {
        write(number: texts.count)
        for text in texts { write(text) }
    }
}
