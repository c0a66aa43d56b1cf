/// The MAPI properties of a TNEF message or attachment ([MS-OXTNEF] §2.1.3.4), as far as they hold its text, or name
/// and hold its file.
struct TNEFProperties {
    private(set) var body: String?
    private(set) var narrowBody: ArraySlice<UInt8> = []
    private(set) var html: ArraySlice<UInt8> = []
    private(set) var compressedRTF: ArraySlice<UInt8> = []
    /// The code page of the HTML text.
    private(set) var codepage: UInt32?
    private(set) var longName: String?
    private(set) var mediaType: String?
    private(set) var contentID: String?
    private(set) var content: [UInt8]?

    init() {}

    init(_ bytes: [UInt8], _ range: Range<Int>) {
        var reader = LittleEndianReader(bytes, range)
        guard let count = reader.take32() else { return }
        for _ in 0..<min(Int(count), Limits.tnefProperties) {
            guard let type = reader.take16(), let id = reader.take16() else { return }
            if id >= 0x8000 && !Self.skipName(&reader) { return }
            guard let value = Self.value(type, &reader) else { return }
            take(id, type, bytes, value)
        }
    }

    private mutating func take(_ id: UInt16, _ type: UInt16, _ bytes: [UInt8], _ value: Range<Int>) {
        let isWide = type & 0xFFF == 0x1F
        var text: String? { isWide ? Self.wideText(bytes[value]) : Self.text(bytes[value]) }
        switch id {
        case 0x1000 where isWide: body = text
        case 0x1000: narrowBody = bytes[value]
        case 0x1009 where type == 0x0102: compressedRTF = bytes[value]
        case 0x1013 where type == 0x0102 || type == 0x1E: html = bytes[value]
        case 0x1013 where isWide: html = Array((text ?? "").utf8)[...]
        case 0x3FDE:
            var reader = LittleEndianReader(bytes, value)
            codepage = reader.take32()
        case 0x3707: longName = text
        case 0x370E: mediaType = text
        case 0x3712: contentID = text.flatMap { MessageID($0)?.value }
        case 0x3701 where type == 0x0102: content = Array(bytes[value])
        default: break
        }
    }

    /// A named property: a GUID, then a number or a padded UTF-16 name.
    private static func skipName(_ reader: inout LittleEndianReader) -> Bool {
        guard reader.take(16) != nil, let kind = reader.take32(), let length = reader.take32() else { return false }
        return kind == 0 || reader.take(padded(Int(length))) != nil
    }

    /// The octets of the first value of a property; the rest of several are passed over.
    private static func value(_ type: UInt16, _ reader: inout LittleEndianReader) -> Range<Int>? {
        let isMultiple = type & 0x1000 != 0
        switch type & 0x0FFF {
        case 0x0D, 0x1E, 0x1F, 0x102:
            guard let count = reader.take32() else { return nil }
            var first: Range<Int>?
            for _ in 0..<min(Int(count), Limits.tnefProperties) {
                guard let length = reader.take32(), let range = reader.take(Int(length)) else { return nil }
                _ = reader.take(padded(Int(length)) - Int(length))
                if first == nil { first = range }
            }
            return first ?? 0..<0
        default:
            let count = isMultiple ? reader.take32().map { Int($0) } : 1
            guard let count, let width = width(type & 0x0FFF) else { return nil }
            let (size, overflow) = count.multipliedReportingOverflow(by: width)
            return overflow ? nil : reader.take(size)
        }
    }

    /// Octets of the fixed types, padded to four ([MS-OXTNEF] §2.1.3.4).
    private static func width(_ type: UInt16) -> Int? {
        switch type {
        case 0x02, 0x03, 0x04, 0x0A, 0x0B: 4
        case 0x05, 0x06, 0x07, 0x14, 0x40: 8
        case 0x48: 16
        case 0x01: 0
        default: nil
        }
    }

    private static func padded(_ length: Int) -> Int { length + (4 - length % 4) % 4 }

    static func text(_ octets: ArraySlice<UInt8>) -> String? {
        let bare = octets.prefix { $0 != .nul }
        return bare.isEmpty ? nil : bare.withUnsafeBufferPointer { TextDecoder.decode($0, label: nil, .guessed).text }
    }

    private static func wideText(_ octets: ArraySlice<UInt8>) -> String? {
        let charset = Charset(name: "utf-16le", kind: .utf16LittleEndian, converter: "UTF-16LE")
        let text = octets.withUnsafeBufferPointer { UTF16Text.decode($0, as: charset).text }
        let bare = text.prefix { $0 != "\0" }
        return bare.isEmpty ? nil : String(bare)
    }
}
