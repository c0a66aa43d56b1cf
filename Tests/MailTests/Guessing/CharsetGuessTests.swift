import Testing

@testable import Mail

/// Letters of customers whose programs did not say in which charset they wrote.
@Suite struct CharsetGuessTests {
    /// Language, charset, octets in hexadecimal, the text.
    struct Letter: Sendable, CustomTestStringConvertible {
        let language: String
        let charset: String
        let bytes: [UInt8]
        let text: String
        var testDescription: String { language + " in " + charset }

        init?(_ line: Substring) {
            let fields = line.split(separator: "\t")
            guard fields.count == 4 else { return nil }
            language = String(fields[0])
            charset = String(fields[1])
            let digits = fields[2].utf8.compactMap(\.hexValue)
            bytes = stride(from: 0, to: digits.count - 1, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
            text = String(fields[3])
        }
    }

    static func letters() throws -> [Letter] {
        let letters = try MailFixture.text("Guessing/letters.tsv").split(separator: "\n").compactMap { Letter($0) }
        #expect(letters.count == 44)
        return letters
    }

    static func decode(_ bytes: [UInt8], _ label: String?, _ policy: Limits.Undeclared = .guessed) -> DecodedText {
        bytes.withUnsafeBufferPointer { bytes in
            guard let label else { return TextDecoder.decode(bytes, label: nil, policy) }
            return Array(label.utf8).withUnsafeBufferPointer { TextDecoder.decode(bytes, label: $0, policy) }
        }
    }

    @Test(arguments: try letters())
    func `a letter without a charset is read in its own`(letter: Letter) {
        for label in [nil, "us-ascii", "x-unheard-of", "utf-8"] {
            let read = Self.decode(letter.bytes, label)
            #expect(read.text == letter.text, "\(label ?? "nothing")")
            #expect(read.defects.contains(.charsetMismatch))
        }
        // What is declared and fits is never doubted, and a comparison of parsers wants no guess.
        #expect(Self.decode(letter.bytes, "iso-8859-1").charset == "windows-1252")
        #expect(Self.decode(letter.bytes, nil, .marked).charset == "utf-8")
    }

    @Test func `a wrong declaration that fails gives way to what the octets look like`() throws {
        let japanese = try #require(try Self.letters().first { $0.charset == "shift-jis" })
        for label in ["iso-2022-jp", "euc-jp", "big5"] {
            #expect(Self.decode(japanese.bytes, label).text == japanese.text, "\(label)")
        }
    }

    @Test(arguments: [false, true])
    func `UTF-16 without a mark is known by its zeros`(isBigEndian: Bool) {
        let bytes = "Grüße & Co.".utf16.flatMap { unit -> [UInt8] in
            let pair = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
            return isBigEndian ? pair.reversed() : pair
        }
        #expect(Self.decode(bytes, nil).text == "Grüße & Co.")
        let plain = Array("plain".utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        #expect(Self.decode(plain, "us-ascii").text == "plain")
        #expect(Self.decode([0x61, 0x00, 0x62, 0x63], nil).text == "a\0bc")
    }

    @Test(
        arguments: [
            [0x67, 0x72, 0xFC, 0xDF, 0x65], [0xE4, 0x20], [0x93, 0x61, 0x94], [0xCF, 0xF0, 0xE8],
            [0xA0, 0x78, 0xA0, 0x78, 0xA0, 0x78],
        ] as [[UInt8]])
    func `too few letters are windows-1252`(bytes: [UInt8]) {
        #expect(Self.decode(bytes, nil).charset == "windows-1252")
    }

    @Test(.timeLimit(.minutes(1)))
    func `any octets have a text`() throws {
        for letter in try Self.letters() {
            for end in stride(from: 0, to: letter.bytes.count, by: 3) {
                _ = Self.decode(Array(letter.bytes[..<end]), nil)
            }
        }
        var state: UInt64 = 5
        for length in 0..<600 {
            let noise = (0..<length).map { _ -> UInt8 in
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return UInt8(truncatingIfNeeded: state >> 40)
            }
            #expect(length == 0 || !Self.decode(noise, nil).text.isEmpty)
        }
        let flood = [UInt8](repeating: 0xC0, count: 3_000_000)
        #expect(!Self.decode(flood, nil).text.isEmpty)
    }
}
