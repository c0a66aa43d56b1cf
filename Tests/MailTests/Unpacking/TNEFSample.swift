/// Builds `winmail.dat` files octet by octet ([MS-OXTNEF] §2.1.3).
enum TNEFSample {
    /// Two attachments: one with MAPI properties, one with the attributes of old clients only.
    static let files: [UInt8] = {
        let named = word(0x8001_0003) + [UInt8](repeating: 7, count: 16) + word(0) + word(1) + word(5)
        let properties =
            word(4) + named + property(0x3707_001F, wide("Übersicht.pdf\0"))
            + property(0x370E_001E, Array("application/pdf\0".utf8)) + word(0x0FFF_0003) + word(1)
        return start + attribute(1, 0x0008_9006, [0, 0, 1, 0])
            + attribute(2, 0x0006_9002, [1, 0]) + attribute(2, 0x0001_8010, Array("UBERSI~1.PDF\0".utf8))
            + attribute(2, 0x0006_800F, Array("%PDF".utf8)) + attribute(2, 0x0006_9005, properties)
            + attribute(2, 0x0006_9002, [1, 0]) + attribute(2, 0x0001_8010, Array("SHORT.TXT\0".utf8))
            + attribute(2, 0x0006_800F, Array("hello".utf8))
    }()

    static let start = word(0x223E_9F78) + [1, 0]

    /// A message that holds its text as one property.
    static func message(_ tag: UInt32, _ value: [UInt8], more: [UInt8] = [], count: UInt32 = 1) -> [UInt8] {
        start + attribute(1, 0x0006_9003, word(count) + property(tag, value) + more)
    }

    static func word(_ value: UInt32) -> [UInt8] { (0..<4).map { UInt8(value >> (8 * $0) & 0xFF) } }

    static func wide(_ text: String) -> [UInt8] {
        text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    }

    static func attribute(_ level: UInt8, _ id: UInt32, _ data: [UInt8]) -> [UInt8] {
        let sum = data.reduce(UInt16(0)) { $0 &+ UInt16($1) }
        return [level] + word(id) + word(UInt32(data.count)) + data + [UInt8(sum & 0xFF), UInt8(sum >> 8)]
    }

    /// A property of variable length: type and identifier, one value, its length, padded to four.
    static func property(_ tag: UInt32, _ value: [UInt8]) -> [UInt8] {
        word(tag) + word(1) + word(UInt32(value.count)) + value
            + [UInt8](repeating: 0, count: (4 - value.count % 4) % 4)
    }

    /// RTF in the form that is only wrapped, not compressed ([MS-OXRTFCP] §2.1.3.1.1).
    static func wrapped(_ rtf: String) -> [UInt8] {
        let bytes = Array(rtf.utf8)
        return word(UInt32(bytes.count + 12)) + word(UInt32(bytes.count)) + word(0x414C_454D) + word(0) + bytes
    }
}
