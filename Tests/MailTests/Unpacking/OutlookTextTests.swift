import Testing

@testable import Mail

/// The text of a mail that only Outlook could read.
@Suite struct OutlookTextTests {
    struct Sample: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let bytes: [UInt8]
        let text: String
        var fromHTML = false
    }

    static let hello: [UInt8] = [
        0x2D, 0x00, 0x00, 0x00, 0x2B, 0x00, 0x00, 0x00, 0x4C, 0x5A, 0x46, 0x75, 0xF1, 0xC5, 0xC7, 0xA7, 0x03, 0x00,
        0x0A, 0x00, 0x72, 0x63, 0x70, 0x67, 0x31, 0x32, 0x35, 0x42, 0x32, 0x0A, 0xF3, 0x20, 0x68, 0x65, 0x6C, 0x09,
        0x00, 0x20, 0x62, 0x77, 0x05, 0xB0, 0x6C, 0x64, 0x7D, 0x0A, 0x80, 0x0F, 0xA0,
    ]

    static let samples = [
        Sample(
            testDescription: "wide text", bytes: TNEFSample.message(0x1000_001F, TNEFSample.wide("Grüße\r\n請\0")),
            text: "Grüße\n請"),
        Sample(
            testDescription: "narrow text in a code page",
            bytes: TNEFSample.start + TNEFSample.attribute(1, 0x0006_9007, TNEFSample.word(1_251))
                + TNEFSample.attribute(1, 0x0002_800C, [0xCF, 0xF0, 0xE8, 0x00]), text: "При"),
        Sample(
            testDescription: "HTML with its own code page",
            bytes: TNEFSample.message(
                0x1013_0102, Array("<p>\u{E9}</p>".unicodeScalars.map { UInt8($0.value) }),
                more: TNEFSample.word(0x3FDE_0003) + TNEFSample.word(1_252), count: 2), text: "é", fromHTML: true),
        Sample(
            testDescription: "RTF, not compressed",
            bytes: TNEFSample.message(0x1009_0102, TNEFSample.wrapped("{\\rtf1 one\\par two}")), text: "one\ntwo"),
        Sample(testDescription: "RTF, compressed", bytes: TNEFSample.message(0x1009_0102, hello), text: "hello world"),
        Sample(
            testDescription: "HTML inside RTF",
            bytes: TNEFSample.message(
                0x1009_0102,
                TNEFSample.wrapped(
                    "{\\rtf1\\ansi\\fromhtml1 {\\fonttbl{\\f0 Arial;}}{\\*\\htmltag64 <p>}\\htmlrtf {\\htmlrtf0 "
                        + "one {\\*\\htmltag84 &lt;}\\htmlrtf <\\htmlrtf0 two\\htmlrtf\\par}\\htmlrtf0 "
                        + "{\\*\\mhtmltag84 x}{\\*\\htmltag72 </p>}}")), text: "one <two", fromHTML: true),
    ]

    @Test(arguments: samples)
    func `a winmail.dat with nothing beside it is read`(sample: Sample) {
        let message = MessageParser().parse(
            Array("From: a@b.example\r\nContent-Type: application/ms-tnef; name=winmail.dat\r\n\r\n".utf8)
                + sample.bytes)
        let read = message.readableText()
        #expect(read.text == sample.text)
        #expect(read.fromHTML == sample.fromHTML)
        #expect(read.defects.contains(.textFromWinmail))
        #expect(message.attachments.map(\.filename) == ["winmail.dat"])
    }

    @Test func `text beside a winmail.dat goes first`() {
        let message = ReadableTextTests.message([
            "{mixed", "text/plain|from the part", "application/ms-tnef|x", "}",
        ])
        #expect(message.readableText().text == "from the part")
        #expect(message.readableText().defects == [])
    }

    @Test(arguments: [
        ("{\\rtf1\\ansi\\ansicpg1252 a\\'e4b\\~c\\_d\\{\\}\\\\}", "aäb\u{A0}c\u{2011}d{}\\"),
        ("{\\rtf1\\uc1 \\u8364?\\u-10179?\\u-8704?x}", "€😀x"), ("{\\rtf1\\uc0 \\u246x}", "öx"),
        ("{\\rtf1{\\fonttbl{\\f0 A;}{\\f1\\fcharset204 B;}}\\f0 \\'e9 \\f1 \\'cf\\'f0\\plain \\'e9}", "é Прé"),
        ("{\\rtf1 a{\\*\\unknown b{c}}{\\info{\\title t}}{\\pict 00ff}d}", "ad"),
        ("{\\rtf1 a{\\v hidden}b\\v c\\v0 d}", "abd"),
        ("{\\rtf1 one\\cell two\\cell\\row\\tab x\\line\\emdash}", "one | two | \n\tx\n—"),
        (
            "{\\rtf1 {\\field{\\*\\fldinst HYPERLINK \"https://example.org/a\"}{\\fldrslt our page}} end}",
            "our page <https://example.org/a> end"
        ),
        ("{\\rtf1\\bin3 {}}x}", "x"), ("no rtf", "no rtf"), ("{\\rtf1 a", "a"), ("}}}}x{", "x"), ("\\", ""),
        ("\\'4", "4"),
    ])
    func `RTF becomes the text it shows`(rtf: String, text: String) {
        #expect(RTFText(Array(rtf.utf8)).text == text)
    }

    @Test func `compressed RTF follows the examples of its specification`() {
        let hello = CompressedRTF.expanded(Self.hello[...]).map { String(decoding: $0, as: UTF8.self) }
        #expect(hello == "{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n")
        let crossing: [UInt8] = [
            0x1A, 0x00, 0x00, 0x00, 0x1C, 0x00, 0x00, 0x00, 0x4C, 0x5A, 0x46, 0x75, 0xE2, 0xD4, 0x4B, 0x51, 0x41, 0x00,
            0x04, 0x20, 0x57, 0x58, 0x59, 0x5A, 0x0D, 0x6E, 0x7D, 0x01, 0x0E, 0xB0,
        ]
        let wxyz = CompressedRTF.expanded(crossing[...]).map { String(decoding: $0, as: UTF8.self) }
        #expect(wxyz == "{\\rtf1 WXYZWXYZWXYZWXYZWXYZ}")
        #expect(CompressedRTF.expanded([1, 2, 3]) == nil)
        let bomb = TNEFSample.word(0) + TNEFSample.word(.max) + TNEFSample.word(0x7546_5A4C) + TNEFSample.word(0)
        let flood = bomb + (0..<2_000_000).flatMap { _ -> [UInt8] in [0xFF, 0x10, 0x0F] }
        #expect((CompressedRTF.expanded(flood[...])?.count ?? 0) <= Limits.rtfOctets)
    }

    @Test func `a winmail.dat cut or changed anywhere is read without a fault`() {
        for sample in Self.samples.map(\.bytes) + [TNEFSample.files] {
            for count in 0..<sample.count {
                _ = TNEF(Array(sample.prefix(count)), limit: 10).body.reading
                var changed = sample
                changed[count] ^= 0xFF
                let read = TNEF(changed, limit: 10)
                #expect(read.files.count <= 2)
                _ = read.body.reading
            }
        }
    }

    @Test func `noise is RTF without a fault`() {
        var state: UInt64 = 11
        let pieces = [
            "{", "}", "\\", "\\u", "\\uc9 ", "\\'", "\\'9", "\\bin", "\\bin99999999999 ", "\\htmlrtf ", "\\fromhtml1 ",
            "\\*", "x", "\\field", "\\fldinst", "\\fldrslt", "HYPERLINK \"http://a\"", "\\fonttbl", "\\f",
            "\\fcharset9 ",
            "-", "9", " ", "\u{E9}", "\n",
        ]
        for _ in 0..<2_000 {
            let noise = (0..<40).reduce(into: "") { text, _ in
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                text += pieces[Int(state >> 33) % pieces.count]
            }
            #expect(RTFText(Array(noise.utf8)).text.utf8.count < 4_000)
        }
    }
}
