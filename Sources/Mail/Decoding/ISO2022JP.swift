/// ISO-2022-JP (RFC 1468) as Microsoft writes it: rewritten to EUC, where the vendor characters have a converter.
enum ISO2022JP {
    private static let escape: UInt8 = 0x1B

    private enum Mode {
        case ascii
        case katakana
        case kanji
        case supplement
    }

    /// `isClean` is false when an escape was unknown or a pair incomplete.
    static func asEUC(_ bytes: UnsafeBufferPointer<UInt8>) -> (bytes: [UInt8], isClean: Bool) {
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count)
        var mode = Mode.ascii
        var isClean = true
        var position = 0
        while position < bytes.count {
            let byte = bytes[position]
            if byte == escape, let (next, length) = designation(bytes, position) {
                mode = next
                position += length
                continue
            }
            position += 1
            switch mode {
            case .katakana where byte >= 0x21 && byte <= 0x5F:
                out.append(0x8E)
                out.append(byte | 0x80)
            case .kanji, .supplement:
                guard byte >= 0x21, byte <= 0x7E else {
                    // A line end returns to ASCII (RFC 1468, "Formal Syntax").
                    if byte == .lf || byte == .cr { mode = .ascii }
                    out.append(byte)
                    continue
                }
                guard position < bytes.count, bytes[position] >= 0x21, bytes[position] <= 0x7E else {
                    isClean = false
                    continue
                }
                if mode == .supplement { out.append(0x8F) }
                out.append(byte | 0x80)
                out.append(bytes[position] | 0x80)
                position += 1
            default:
                out.append(byte)
            }
        }
        return (out, isClean)
    }

    /// The mode that the escape sequence at `position` selects, and its length.
    private static func designation(_ bytes: UnsafeBufferPointer<UInt8>, _ position: Int) -> (Mode, Int)? {
        guard position + 2 < bytes.count else { return nil }
        switch (bytes[position + 1], bytes[position + 2]) {
        case (0x28, 0x42), (0x28, 0x4A), (0x28, 0x48): return (.ascii, 3)
        case (0x28, 0x49): return (.katakana, 3)
        case (0x24, 0x40), (0x24, 0x42): return (.kanji, 3)
        case (0x24, 0x28):
            guard position + 3 < bytes.count else { return nil }
            switch bytes[position + 3] {
            case 0x40, 0x42: return (.kanji, 4)
            case 0x44: return (.supplement, 4)
            default: return nil
            }
        default: return nil
        }
    }

    /// Whether ASCII octets hold an escape that only ISO-2022-JP makes.
    static func isLikely(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var position = 0
        while let found = ByteSearch.first(escape, in: bytes, from: position) {
            if let (mode, _) = designation(bytes, found), mode == .kanji { return true }
            position = found + 1
        }
        return false
    }
}
