import Testing

@testable import Mail

@Suite struct TransferEncodingTests {
    static let base64: [(String, String)] = [
        ("QUJD", "ABC"), ("QUJ\r\nDRA==", "ABCD"), ("QQ", "A"), ("QUI", "AB"), ("Q U\tJ\nD", "ABC"),
        ("QUJD!RA==", "ABCD"),
        ("QUJDRA==QUJD", "ABCD"), ("", ""), ("=", ""), ("Q", ""), ("=QUJD", "ABC"),
        ("QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVo=", "ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
    ]

    @Test(arguments: base64)
    func `base64 is read up to its padding, whatever stands between`(text: String, expected: String) {
        let decoded = Array(text.utf8).withUnsafeBufferPointer { Base64.decode($0).bytes }
        #expect(String(decoding: decoded, as: UTF8.self) == expected)
    }

    @Test func `base64 of any octets comes back`() {
        for count in 0..<70 {
            let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ count) }
            let back = Base64.encode(bytes).withUnsafeBufferPointer { Base64.decode($0) }
            #expect(back.bytes == bytes)
            #expect(back.isClean)
        }
    }

    static let quotedPrintable: [(String, String)] = [
        ("a=3Db", "a=b"), ("gr=c3=bc=C3=9F", "grüß"), ("soft=\r\nbreak", "softbreak"), ("soft=\nbreak", "softbreak"),
        ("soft= \t\nbreak", "softbreak"), ("trail  \r\nx", "trail\r\nx"), ("bad=XY", "bad=XY"), ("end=", "end"),
        ("=", ""), ("a=3", "a=3"), ("==3D", "=="), ("", ""), ("\n\n", "\n\n"), ("x \t", "x"), ("=\n=\n=\n", ""),
    ]

    @Test(arguments: quotedPrintable)
    func `quoted-printable is read leniently`(text: String, expected: String) {
        let decoded = Array(text.utf8).withUnsafeBufferPointer { QuotedPrintable.decode($0).bytes }
        #expect(String(decoding: decoded, as: UTF8.self) == expected)
    }

    static let uuencoded: [(String, String)] = [
        ("begin 644 a.txt\n#86)C\n`\nend\n", "abc"), ("#86)C\n", "abc"), ("begin 644 a\r\n#86)C\r\nend\r\n", "abc"),
        ("begin 644 a\n$86)C\n", "abc\0"), ("", ""), ("end", ""), ("\u{7F}x\n#86)C", "abc"),
    ]

    @Test(arguments: uuencoded)
    func `uuencoded lines are decoded to the length they state`(text: String, expected: String) {
        let decoded = Array(text.utf8).withUnsafeBufferPointer { UUEncoding.decode($0).bytes }
        #expect(String(decoding: decoded, as: UTF8.self) == expected)
    }
}
