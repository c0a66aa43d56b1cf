/// The uuencoding of early mail: lines of up to 45 octets, each beginning with its length.
enum UUEncoding {
    /// The octets between `begin` and `end`; without a `begin` line every line is taken as data.
    static func decode(_ source: UnsafeBufferPointer<UInt8>) -> (bytes: [UInt8], isClean: Bool) {
        var out: [UInt8] = []
        out.reserveCapacity(source.count / 4 * 3)
        var isClean = true
        var position = 0
        while position < source.count {
            var end = position
            while end < source.count, source[end] != .lf { end += 1 }
            var textEnd = end
            if textEnd > position, source[textEnd - 1] == .cr { textEnd -= 1 }
            let line = UnsafeBufferPointer(rebasing: source[position..<textEnd])
            position = end + 1
            if line.starts(with: "begin ".utf8) { continue }
            if line.elementsEqual("end".utf8) { break }
            if let first = line.first { isClean = decodeLine(line, length: first, into: &out) && isClean }
        }
        return (out, isClean)
    }

    private static func decodeLine(
        _ line: UnsafeBufferPointer<UInt8>, length first: UInt8, into out: inout [UInt8]
    ) -> Bool {
        guard first >= 0x20, first <= 0x60 else { return false }
        let length = Int((first &- 0x20) & 0x3F)
        var word: UInt32 = 0
        var taken = 0
        var written = 0
        for place in 0..<((length + 2) / 3 * 4) {
            let byte = place + 1 < line.count ? line[place + 1] : 0x20
            word = word << 6 | UInt32((byte &- 0x20) & 0x3F)
            taken += 1
            guard taken == 4 else { continue }
            for shift in [UInt32(16), 8, 0] where written < length {
                out.append(UInt8(truncatingIfNeeded: word >> shift))
                written += 1
            }
            word = 0
            taken = 0
        }
        return true
    }
}
