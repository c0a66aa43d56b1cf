/// Which charset octets are in that nobody declared: by the shape of multi-byte characters and by the letters that a
/// language uses. Asked only when nothing was declared, or what was declared does not fit, and never for a comparison
/// of parsers. Total; a bounded sample is looked at. It answers only when it is sure.
enum CharsetGuess {
    /// The charset of octets that are not valid UTF-8 and have no byte order mark, or nil for doubt.
    static func charset(of bytes: UnsafeBufferPointer<UInt8>) -> Charset? {
        if let wide = wide(bytes) { return wide }
        guard let start = bytes.firstIndex(where: { $0 >= 0x80 }) else { return nil }
        // One octet of context, so that the first letter knows what stands before it.
        let first = max(0, start - 1)
        let sample = UnsafeBufferPointer(rebasing: bytes[first..<min(bytes.count, first + Limits.guessOctets)])
        let single = SingleByteGuess.best(for: sample)
        if let single, single.score >= SingleByteGuess.sureScore { return single.charset }
        if let multi = MultiByteGuess.charset(of: sample) { return multi }
        guard let single, single.score >= SingleByteGuess.fairScore else { return nil }
        return single.charset
    }

    /// UTF-16 without a mark: text in Latin script has a zero in every other place and hardly one in the others.
    static func wide(_ bytes: UnsafeBufferPointer<UInt8>) -> Charset? {
        let count = min(bytes.count, Limits.guessOctets) & ~1
        guard count >= 4, bytes.count % 2 == 0, bytes.prefix(count).contains(.nul) else { return nil }
        var zeros = [0, 0]
        for index in 0..<count where bytes[index] == 0 { zeros[index & 1] += 1 }
        let half = count / 2
        for side in 0...1 where zeros[side] * 2 > half && zeros[1 - side] * 20 < half {
            return side == 0
                ? Charset(name: "utf-16be", kind: .utf16BigEndian, converter: "UTF-16BE")
                : Charset(name: "utf-16le", kind: .utf16LittleEndian, converter: "UTF-16LE")
        }
        return nil
    }
}
