internal import Synchronization

/// Decodes charsets of one octet a character through a table of 256, made once for each charset by asking iconv.
enum SingleByteText {
    /// `nil` when this system does not know the charset. Octets without a character become U+FFFD and a defect.
    static func decode(_ bytes: UnsafeBufferPointer<UInt8>, as charset: Charset) -> DecodedText? {
        guard let table = charset == .windows1252 ? windows1252 : table(for: charset) else { return nil }
        var isClean = true
        let text = table.withUnsafeBufferPointer { table in
            String(unsafeUninitializedCapacity: bytes.count * 3) { target in
                var next = 0
                for byte in bytes {
                    let entry = table[Int(byte)]
                    target[next] = UInt8(truncatingIfNeeded: entry)
                    next &+= 1
                    if entry >= 0x100 {
                        target[next] = UInt8(truncatingIfNeeded: entry &>> 8)
                        next &+= 1
                        if entry >= 0x1_0000 {
                            target[next] = UInt8(truncatingIfNeeded: entry &>> 16)
                            next &+= 1
                            if entry == unmapped { isClean = false }
                        }
                    }
                }
                return next
            }
        }
        return DecodedText(
            text: text, charset: charset.name, defectSet: isClean ? DefectSet() : DefectSet(.undecodableBytes))
    }

    /// U+FFFD as the three octets of its UTF-8 form, the first lowest, as all entries are.
    private static let unmapped: UInt32 = 0xBD_BFEF

    private static let tables = Mutex<[String: [UInt32]]>([:])

    private static func table(for charset: Charset) -> [UInt32]? {
        if let known = tables.withLock({ $0[charset.converter] }) { return known }
        guard let made = makeTable(charset.converter) else { return nil }
        tables.withLock { $0[charset.converter] = made }
        return made
    }

    private static func makeTable(_ converter: String) -> [UInt32]? {
        var table: [UInt32] = []
        for byte in UInt8.min...UInt8.max {
            let one = withUnsafePointer(to: byte) { pointer in
                Converter.decode(UnsafeBufferPointer(start: pointer, count: 1), from: converter)
            }
            guard let one else { return nil }
            table.append(entry(one.text))
        }
        return table
    }

    private static func entry(_ text: String) -> UInt32 {
        var entry: UInt32 = 0
        for (place, byte) in text.utf8.prefix(3).enumerated() { entry |= UInt32(byte) << UInt32(place * 8) }
        return entry
    }

    /// WHATWG windows-1252: the five octets without a character are C1 controls. Made without iconv, because it is the
    /// last rung of the ladder and may not be missing.
    private static let windows1252: [UInt32] = {
        let upper: [UInt32] = [
            0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,
            0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
            0x0153, 0x9D, 0x017E, 0x0178,
        ]
        return (0..<256).map { byte in
            let value = (0x80..<0xA0).contains(byte) ? upper[byte - 0x80] : UInt32(byte)
            return Unicode.Scalar(value).map { entry(String($0)) } ?? unmapped
        }
    }()
}
