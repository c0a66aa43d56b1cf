/// Turns octets and a charset label into text, always: the declared charset if the octets fit it, else UTF-8 if they
/// are UTF-8, else the declared one with U+FFFD where it fails, else windows-1252. Every step down is a defect.
struct TextDecoder {
    /// `label` is the charset as written; what follows white space or a comment in it does not count.
    static func decode(
        _ bytes: UnsafeBufferPointer<UInt8>, label: UnsafeBufferPointer<UInt8>?, _ undeclared: Limits.Undeclared
    ) -> DecodedText {
        let decoder = TextDecoder(policy: undeclared)
        Steps.add(bytes.count)
        guard let label, !label.isEmpty else { return decoder.undeclared(bytes, declared: .ascii) }
        guard let charset = Charset.labelled(label) else {
            return decoder.undeclared(bytes, declared: .ascii, defects: DefectSet(.unknownCharset))
        }
        return decoder.decode(bytes, as: charset)
    }

    /// ASCII without escapes and zeros, which is the same text under every policy; `nil` for everything else.
    static func plain(_ bytes: UnsafeBufferPointer<UInt8>) -> DecodedText? {
        Steps.add(bytes.count)
        // With zeros in it, it may be UTF-16.
        guard isASCII(bytes), ByteSearch.first(.nul, in: bytes, from: 0) == nil, !ISO2022JP.isLikely(bytes) else {
            return nil
        }
        return DecodedText(text: String(decoding: bytes, as: UTF8.self), charset: Charset.ascii.name)
    }

    private let policy: Limits.Undeclared

    /// Whether a person wants the likeliest reading of octets that nobody declared.
    private var isGuessing: Bool { policy != .marked }

    private func decode(_ bytes: UnsafeBufferPointer<UInt8>, as charset: Charset) -> DecodedText {
        switch charset.kind {
        case .utf8:
            if let text = Self.strictUTF8(bytes) { return DecodedText(text: text, charset: charset.name) }
            return brokenUTF8(bytes)
        case .ascii:
            return undeclared(bytes, declared: charset)
        case .singleByte, .multiByte:
            if Self.isASCII(bytes) {
                return DecodedText(text: String(decoding: bytes, as: UTF8.self), charset: charset.name)
            }
            return legacy(bytes, charset)
        case .iso2022jp:
            let joined = ISO2022JP.asEUC(bytes)
            let result = joined.bytes.withUnsafeBufferPointer { converted($0, charset) }
            guard let result else { return undeclared(bytes, declared: charset, defects: DefectSet(.unknownCharset)) }
            var defects = result.defectSet
            if !joined.isClean { defects.insert(.undecodableBytes) }
            if !defects.isEmpty, let guessed = guessed(bytes) { return guessed }
            return DecodedText(text: result.text, charset: charset.name, defectSet: defects)
        case .utf16, .utf16BigEndian, .utf16LittleEndian:
            return UTF16Text.decode(bytes, as: charset)
        case .stateful, .utf32:
            return converted(bytes, charset)
                ?? undeclared(bytes, declared: charset, defects: DefectSet(.unknownCharset))
        }
    }

    /// Valid UTF-8 as text, without a byte order mark.
    static func strictUTF8(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
        if bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF {
            return String(validating: UnsafeBufferPointer(rebasing: bytes[3...]), as: UTF8.self)
        }
        return String(validating: bytes, as: UTF8.self)
    }

    /// Nothing useful was declared: escapes of ISO-2022-JP, UTF-16 marks, UTF-8, windows-1252, in this order.
    private func undeclared(
        _ bytes: UnsafeBufferPointer<UInt8>, declared: Charset, defects: DefectSet = DefectSet()
    ) -> DecodedText {
        if Self.isASCII(bytes) {
            if isGuessing, let wide = CharsetGuess.wide(bytes) {
                return marked(UTF16Text.decode(bytes, as: wide), .charsetMismatch)
            }
            if ISO2022JP.isLikely(bytes) {
                var result = decode(bytes, as: .iso2022jp)
                result = DecodedText(text: result.text, charset: result.charset, defectSet: defects)
                return marked(result, .charsetMismatch)
            }
            let text = String(decoding: bytes, as: UTF8.self)
            return DecodedText(text: text, charset: declared.name, defectSet: defects)
        }
        if UTF16Text.hasMark(bytes) {
            return marked(UTF16Text.decode(bytes, as: .utf16), .charsetMismatch)
        }
        var defects = defects
        if let text = Self.strictUTF8(bytes) {
            if declared != .ascii { defects.insert(.charsetMismatch) }
            return DecodedText(text: text, charset: Charset.utf8.name, defectSet: defects)
        }
        defects.insert(.charsetMismatch)
        if isGuessing, !UTF8Shape.isMostlyUTF8(bytes) {
            if let text = expected(bytes, defects) { return text }
            if let guessed = guessed(bytes, defects) { return guessed }
            if let western = SingleByteText.decode(bytes, as: .windows1252) {
                return DecodedText(text: western.text, charset: Charset.windows1252.name, defectSet: defects)
            }
        }
        defects.insert(.undecodableBytes)
        let text = String(decoding: bytes, as: UTF8.self)
        return DecodedText(text: text, charset: Charset.utf8.name, defectSet: defects)
    }

    /// The octets in the charset that the mail uses elsewhere, when they fit it.
    private func expected(_ bytes: UnsafeBufferPointer<UInt8>, _ defects: DefectSet) -> DecodedText? {
        guard case .expected(let label) = policy else { return nil }
        let charset = Array(label.utf8).withUnsafeBufferPointer { Charset.labelled($0) }
        guard let charset, charset.kind == .singleByte || charset.kind == .multiByte else { return nil }
        let result = decode(bytes, as: charset)
        guard result.charset == charset.name, result.defectSet.isEmpty else { return nil }
        return DecodedText(text: result.text, charset: charset.name, defectSet: defects)
    }

    /// Declared UTF-8 that is not: mostly UTF-8 with damage, or another charset under a wrong label.
    private func brokenUTF8(_ bytes: UnsafeBufferPointer<UInt8>) -> DecodedText {
        if isGuessing, !UTF8Shape.isMostlyUTF8(bytes) {
            if let guessed = guessed(bytes) { return guessed }
            if let western = SingleByteText.decode(bytes, as: .windows1252) { return marked(western, .charsetMismatch) }
        }
        let text = String(decoding: bytes, as: UTF8.self)
        return DecodedText(text: text, charset: Charset.utf8.name, defectSet: DefectSet(.undecodableBytes))
    }

    private func legacy(_ bytes: UnsafeBufferPointer<UInt8>, _ charset: Charset) -> DecodedText {
        let result = charset.kind == .singleByte ? SingleByteText.decode(bytes, as: charset) : converted(bytes, charset)
        guard let result else { return undeclared(bytes, declared: .ascii, defects: DefectSet(.unknownCharset)) }
        if result.defectSet.isEmpty { return result }
        if let text = Self.strictUTF8(bytes) {
            return DecodedText(text: text, charset: Charset.utf8.name, defectSet: DefectSet(.charsetMismatch))
        }
        return guessed(bytes) ?? result
    }

    /// The octets in the charset that they look like, if they fit it without a fault.
    private func guessed(_ bytes: UnsafeBufferPointer<UInt8>, _ defects: DefectSet = DefectSet()) -> DecodedText? {
        guard isGuessing, let charset = CharsetGuess.charset(of: bytes) else { return nil }
        let result: DecodedText? =
            switch charset.kind {
            case .singleByte: SingleByteText.decode(bytes, as: charset)
            case .multiByte: converted(bytes, charset)
            default: UTF16Text.decode(bytes, as: charset)
            }
        guard let result, result.defectSet.isEmpty else { return nil }
        var defects = defects
        defects.insert(.charsetMismatch)
        return DecodedText(text: result.text, charset: charset.name, defectSet: defects)
    }

    private func converted(_ bytes: UnsafeBufferPointer<UInt8>, _ charset: Charset) -> DecodedText? {
        guard let result = Converter.decode(bytes, from: charset.converter) else { return nil }
        return DecodedText(
            text: result.text, charset: charset.name,
            defectSet: result.isClean ? DefectSet() : DefectSet(.undecodableBytes))
    }

    private func marked(_ result: DecodedText, _ defect: Defect) -> DecodedText {
        var defects = result.defectSet
        defects.insert(defect)
        return DecodedText(text: result.text, charset: result.charset, defectSet: defects)
    }

    /// Whether every octet is ASCII, eight at a time.
    static func isASCII(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let base = bytes.baseAddress else { return true }
        let raw = UnsafeRawPointer(base)
        var position = 0
        while position &+ 32 <= bytes.count {
            let first = raw.loadUnaligned(fromByteOffset: position, as: UInt64.self)
            let second = raw.loadUnaligned(fromByteOffset: position &+ 8, as: UInt64.self)
            let third = raw.loadUnaligned(fromByteOffset: position &+ 16, as: UInt64.self)
            let fourth = raw.loadUnaligned(fromByteOffset: position &+ 24, as: UInt64.self)
            if (first | second | third | fourth) & 0x8080_8080_8080_8080 != 0 { return false }
            position &+= 32
        }
        while position < bytes.count {
            if bytes[position] >= 0x80 { return false }
            position &+= 1
        }
        return true
    }
}
