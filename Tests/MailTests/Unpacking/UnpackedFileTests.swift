import Testing

@testable import Mail

@Suite struct UnpackedFileTests {
    @Test func `uuencoded files are found between lines of text`() throws {
        let files = MessageParser().parse(try MailFixture.mail("Parsing/uuencoded.eml")).unpackedFiles
        #expect(files.map(\.filename) == ["one.txt", "two.txt"])
        #expect(files.map { String(decoding: $0.bytes, as: UTF8.self) } == ["abc", "abcabc"])
    }

    @Test(arguments: [
        "begin 644 a.txt\n", "begin 644 a.txt\n#86)C\n", "begin 644 a.txt\nnot data\nend\n",
        "begin the day\n#86)C\nend\n",
        "begin 999 a\n#86)C\nend\n", "begin 644\n#86)C\nend\n",
    ])
    func `what only looks like a file is text`(text: String) {
        #expect(UUBlocks.files(in: Array(text.utf8), limit: 10).isEmpty)
    }

    @Test func `a file after a broken one is found`() {
        let text = "begin 644 a\nbegin 644 b\n#86)C\nbegin 644 c\n#86)C\n`\nend\n"
        #expect(UUBlocks.files(in: Array(text.utf8), limit: 10).map(\.filename) == ["c"])
        #expect(UUBlocks.files(in: Array(String(repeating: text, count: 100).utf8), limit: 10).count == 10)
    }

    @Test func `the files of a winmail.dat come out under their long names`() {
        let files = TNEF.files(in: Self.sample, limit: 10)
        #expect(files.map(\.filename) == ["Übersicht.pdf", "SHORT.TXT"])
        #expect(files.map(\.mediaType) == ["application/pdf", "application/octet-stream"])
        #expect(files.map { String(decoding: $0.bytes, as: UTF8.self) } == ["%PDF", "hello"])
        #expect(TNEF.files(in: Self.sample, limit: 1).count == 1)
    }

    @Test func `a winmail.dat cut or changed anywhere is read without a fault`() {
        for count in 0..<Self.sample.count {
            #expect(TNEF.files(in: Array(Self.sample.prefix(count)), limit: 10).count <= 2)
            var changed = Self.sample
            changed[count] ^= 0xFF
            #expect(TNEF.files(in: changed, limit: 10).count <= 2)
        }
    }

    /// Two attachments: one with MAPI properties, one with the attributes of old clients only.
    static let sample: [UInt8] = {
        let wide = Array("Übersicht.pdf\0".utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let named = word(0x8001_0003) + [UInt8](repeating: 7, count: 16) + word(0) + word(1) + word(5)
        let properties =
            word(4) + named + property(0x3707_001F, wide) + property(0x370E_001E, Array("application/pdf\0".utf8))
            + word(0x0FFF_0003) + word(1)
        return word(0x223E_9F78) + [1, 0] + attribute(1, 0x0008_9006, [0, 0, 1, 0])
            + attribute(2, 0x0006_9002, [1, 0]) + attribute(2, 0x0001_8010, Array("UBERSI~1.PDF\0".utf8))
            + attribute(2, 0x0006_800F, Array("%PDF".utf8)) + attribute(2, 0x0006_9005, properties)
            + attribute(2, 0x0006_9002, [1, 0]) + attribute(2, 0x0001_8010, Array("SHORT.TXT\0".utf8))
            + attribute(2, 0x0006_800F, Array("hello".utf8))
    }()

    private static func word(_ value: UInt32) -> [UInt8] { (0..<4).map { UInt8(value >> (8 * $0) & 0xFF) } }

    private static func attribute(_ level: UInt8, _ id: UInt32, _ data: [UInt8]) -> [UInt8] {
        let sum = data.reduce(UInt16(0)) { $0 &+ UInt16($1) }
        return [level] + word(id) + word(UInt32(data.count)) + data + [UInt8(sum & 0xFF), UInt8(sum >> 8)]
    }

    /// A string property: type and identifier, one value, its length, padded to four.
    private static func property(_ tag: UInt32, _ value: [UInt8]) -> [UInt8] {
        let head = word(tag)
        let padding = [UInt8](repeating: 0, count: (4 - value.count % 4) % 4)
        return head + word(1) + word(UInt32(value.count)) + value + padding
    }
}
