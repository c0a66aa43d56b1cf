/// UTF-16 in either order: the mark decides, then the label, then where the zeros are.
enum UTF16Text {
    static func decode(_ bytes: UnsafeBufferPointer<UInt8>, as charset: Charset) -> DecodedText {
        var start = 0
        var isBigEndian = charset.kind == .utf16BigEndian
        if hasMark(bytes) {
            isBigEndian = bytes[0] == 0xFE
            start = 2
        } else if charset.kind == .utf16 {
            isBigEndian = zerosStandFirst(bytes)
        }
        let count = (bytes.count - start) / 2
        var units: [UInt16] = []
        units.reserveCapacity(count)
        for index in 0..<count {
            let first = UInt16(bytes[start + index * 2])
            let second = UInt16(bytes[start + index * 2 + 1])
            units.append(isBigEndian ? first << 8 | second : second << 8 | first)
        }
        var isClean = (bytes.count - start) % 2 == 0
        var text = String(validating: units, as: UTF16.self) ?? ""
        if text.isEmpty && !units.isEmpty {
            isClean = false
            text = String(decoding: units, as: UTF16.self)
        }
        return DecodedText(
            text: text, charset: charset.name, defectSet: isClean ? DefectSet() : DefectSet(.undecodableBytes))
    }

    static func hasMark(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        bytes.count >= 2 && ((bytes[0] == 0xFE && bytes[1] == 0xFF) || (bytes[0] == 0xFF && bytes[1] == 0xFE))
    }

    /// RFC 2781 §4.3 says big-endian without a mark; text in Latin script shows when that is not so.
    private static func zerosStandFirst(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var first = 0
        var second = 0
        for index in stride(from: 0, to: min(bytes.count - 1, 512), by: 2) {
            if bytes[index] == 0 { first += 1 }
            if bytes[index + 1] == 0 { second += 1 }
        }
        return first >= second
    }
}
