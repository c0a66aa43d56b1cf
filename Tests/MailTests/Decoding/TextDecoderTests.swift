import Testing

@testable import Mail

@Suite struct TextDecoderTests {
    struct Sample: CustomTestStringConvertible, Sendable {
        let label: String?
        let bytes: [UInt8]
        let text: String
        let charset: String
        let defects: [Defect]
        var testDescription: String { (label ?? "none") + " as " + charset }

        init(_ label: String?, _ bytes: [UInt8], _ text: String, _ charset: String, _ defects: Defect...) {
            self.label = label
            self.bytes = bytes
            self.text = text
            self.charset = charset
            self.defects = defects
        }
    }

    static let samples: [Sample] = [
        Sample("utf-8", Array("grüß".utf8), "grüß", "utf-8"),
        Sample("UTF8", [0xEF, 0xBB, 0xBF, 0x61], "a", "utf-8"),
        Sample(nil, Array("grüß".utf8), "grüß", "utf-8"),
        Sample(nil, [0x67, 0x72, 0xFC, 0xDF], "grüß", "windows-1252", .charsetMismatch),
        Sample("us-ascii", [0x93, 0x61, 0x94], "“a”", "windows-1252", .charsetMismatch),
        Sample("iso-8859-1", [0x80, 0xE4], "€ä", "windows-1252"),
        Sample("iso-8859-15", [0xA4], "€", "iso-8859-15"),
        Sample("windows-1251", [0xCF, 0xF0, 0xE8], "При", "windows-1251"),
        Sample("koi8-r", [0xF4, 0xC5, 0xD3, 0xD4], "Тест", "koi8-r"),
        Sample("gb2312", [0xC4, 0xE3, 0xBA, 0xC3], "你好", "gb18030"),
        Sample("GBK", [0x81, 0x30, 0x81, 0x30], "\u{80}", "gb18030"),
        Sample("big5", [0xA7, 0x41], "你", "big5"),
        Sample("ks_c_5601-1987", [0xBE, 0xC8, 0xB3, 0xE7], "안녕", "euc-kr"),
        Sample("shift_jis", [0x82, 0xB1, 0x87, 0x40], "こ①", "shift-jis"),
        Sample("euc-jp", [0xA4, 0xB3], "こ", "euc-jp"),
        Sample(
            "iso-2022-jp", [0x1B, 0x24, 0x42, 0x24, 0x33, 0x2D, 0x21, 0x1B, 0x28, 0x42, 0x61], "こ①a", "iso-2022-jp"),
        Sample("iso-2022-jp", [0x1B, 0x28, 0x49, 0x31], "ｱ", "iso-2022-jp"),
        Sample(nil, [0x1B, 0x24, 0x42, 0x24, 0x33, 0x1B, 0x28, 0x42], "こ", "iso-2022-jp", .charsetMismatch),
        Sample("utf-7", Array("+AOQ-".utf8), "ä", "utf-7"),
        Sample("utf-16", [0xFF, 0xFE, 0x61, 0x00], "a", "utf-16"),
        Sample("utf-16", [0x00, 0x61], "a", "utf-16"),
        Sample("utf-16le", [0x61, 0x00, 0x62], "a", "utf-16le", .undecodableBytes),
        Sample("\"utf-8\"", [0xC3, 0xA4], "ä", "utf-8"),
        Sample("utf-8 (comment)", [0xC3, 0xA4], "ä", "utf-8"),
        Sample("x-nobody-knows", [0xC3, 0xA4], "ä", "utf-8", .unknownCharset),
        Sample("utf-8", [0xC3, 0xA4, 0xC3, 0xA4, 0xFF], "ää\u{FFFD}", "utf-8", .undecodableBytes),
        Sample("utf-8", [0x67, 0xFC, 0x72], "gür", "windows-1252", .charsetMismatch),
        Sample("shift_jis", [0xC3, 0xA9, 0xE2, 0x82], "\u{FFFD}", "shift-jis", .undecodableBytes),
    ]

    @Test(arguments: samples.dropLast())
    func `octets become text in the charset they fit`(sample: Sample) {
        let result = decode(sample.bytes, sample.label)
        #expect(result.text == sample.text)
        #expect(result.charset == sample.charset)
        #expect(result.defects == sample.defects)
    }

    @Test func `octets that fit nothing become replacement characters and the rest is kept`() {
        let result = decode([0x61, 0x81, 0x20, 0x62], "gb18030")
        #expect(result.text.hasPrefix("a\u{FFFD}"))
        #expect(result.text.hasSuffix("b"))
        #expect(result.defects == [.undecodableBytes])
    }

    @Test func `without guessing nothing undeclared is taken for windows-1252`() {
        let result = [0x67, 0xFC].withUnsafeBufferPointer { TextDecoder.decode($0, label: nil, .marked) }
        #expect(result.text == "g\u{FFFD}")
    }

    private func decode(_ bytes: [UInt8], _ label: String?) -> DecodedText {
        bytes.withUnsafeBufferPointer { bytes in
            guard let label else { return TextDecoder.decode(bytes, label: nil, .guessed) }
            return Array(label.utf8).withUnsafeBufferPointer { TextDecoder.decode(bytes, label: $0, .guessed) }
        }
    }
}
