/// Tells the charsets of East Asia by their shape, and by the rows of their tables that text in the language is full
/// of: kana in Japanese, Hangul in Korean, common characters in Chinese.
struct MultiByteGuess {
    static func charset(of bytes: UnsafeBufferPointer<UInt8>) -> Charset? {
        let guess = MultiByteGuess(bytes)
        return guess.label.flatMap { label in
            Array(label.utf8).withUnsafeBufferPointer { Charset.labelled($0) }
        }
    }

    /// What is counted while octets are read as pairs.
    private struct Pairs {
        var isValid = true
        var count = 0
        var kana = 0
        var common = 0
        var low = 0
        var special = 0
    }

    private let extended: Pairs
    private let shifted: Pairs
    private let traditional: Pairs

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        extended = Self.extended(bytes)
        shifted = Self.shifted(bytes)
        traditional = Self.traditional(bytes)
    }

    private var label: String? {
        // EUC-JP, EUC-KR and GB 2312 share one shape: both octets beyond 0xA0.
        if extended.isValid, extended.count >= Limits.guessPairs, extended.low == 0 {
            if extended.kana * 6 > extended.count { return "euc-jp" }
            if extended.special * 10 > extended.count * 9 { return "euc-kr" }
            if extended.common * 10 > extended.count * 6 { return "gb18030" }
        }
        if shifted.isValid, shifted.count >= Limits.guessPairs, shifted.kana * 6 > shifted.count {
            return "shift_jis"
        }
        if traditional.isValid, traditional.count >= Limits.guessPairs, traditional.low > 0,
            traditional.common * 10 > traditional.count * 8
        {
            return "big5"
        }
        // GBK puts rare characters where a second octet may be low.
        if extended.isValid, extended.count >= Limits.guessPairs, extended.common * 10 > extended.count * 6,
            extended.low * 10 < extended.count
        {
            return "gb18030"
        }
        return nil
    }

    /// Reads pairs and lets `take` judge each; an octet beyond ASCII without a fitting second one ends it, apart from
    /// one cut off by the end.
    private static func walk(
        _ bytes: UnsafeBufferPointer<UInt8>, _ pairs: inout Pairs, isLead: (UInt8) -> Bool, isTrail: (UInt8) -> Bool,
        isSingle: (UInt8) -> Bool, take: (inout Pairs, UInt8, UInt8) -> Void
    ) {
        var index = 0
        while index < bytes.count {
            let lead = bytes[index]
            index += 1
            if lead < 0x80 || isSingle(lead) { continue }
            guard index < bytes.count else { return }
            guard isLead(lead), isTrail(bytes[index]) else {
                pairs.isValid = false
                return
            }
            pairs.count += 1
            take(&pairs, lead, bytes[index])
            index += 1
        }
    }

    private static func extended(_ bytes: UnsafeBufferPointer<UInt8>) -> Pairs {
        var pairs = Pairs()
        walk(
            bytes, &pairs, isLead: { $0 >= 0x81 && $0 <= 0xFE },
            isTrail: { $0 >= 0x40 && $0 != 0x7F && $0 != 0xFF }, isSingle: { _ in false }
        ) { pairs, lead, trail in
            if lead < 0xA1 && lead != 0x8E || trail < 0xA1 { pairs.low += 1 }
            if lead == 0xA4 || lead == 0xA5 { pairs.kana += 1 }
            // Common Chinese characters, and the full-width forms and marks between them.
            if lead >= 0xB0 && lead <= 0xD7 || lead == 0xA1 || lead == 0xA3 { pairs.common += 1 }
            if lead >= 0xB0 && lead <= 0xC8 || lead >= 0xA1 && lead <= 0xA3 { pairs.special += 1 }
        }
        return pairs
    }

    private static func shifted(_ bytes: UnsafeBufferPointer<UInt8>) -> Pairs {
        var pairs = Pairs()
        walk(
            bytes, &pairs, isLead: { $0 >= 0x81 && $0 <= 0x9F || $0 >= 0xE0 && $0 <= 0xFC },
            isTrail: { $0 >= 0x40 && $0 <= 0xFC && $0 != 0x7F }, isSingle: { $0 >= 0xA1 && $0 <= 0xDF }
        ) { pairs, lead, trail in
            if lead == 0x82 && trail >= 0x9F && trail <= 0xF1 || lead == 0x83 && trail <= 0x96 { pairs.kana += 1 }
        }
        return pairs
    }

    private static func traditional(_ bytes: UnsafeBufferPointer<UInt8>) -> Pairs {
        var pairs = Pairs()
        walk(
            bytes, &pairs, isLead: { $0 >= 0x81 && $0 <= 0xFE },
            isTrail: { $0 >= 0x40 && $0 <= 0x7E || $0 >= 0xA1 && $0 <= 0xFE }, isSingle: { _ in false }
        ) { pairs, lead, trail in
            if trail < 0x80 { pairs.low += 1 }
            if lead >= 0xA4 && lead <= 0xC6 || lead == 0xA1 { pairs.common += 1 }
        }
        return pairs
    }
}
