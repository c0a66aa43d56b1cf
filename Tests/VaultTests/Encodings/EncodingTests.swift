import Testing

@testable import Vault

@Suite struct EncodingTests {
    /// RFC 4648 §10, without padding and in our case.
    @Test(arguments: [
        ("", "", "", ""), ("f", "66", "my", "Zg"), ("fo", "666f", "mzxq", "Zm8"), ("foo", "666f6f", "mzxw6", "Zm9v"),
        ("foob", "666f6f62", "mzxw6yq", "Zm9vYg"), ("fooba", "666f6f6261", "mzxw6ytb", "Zm9vYmE"),
        ("foobar", "666f6f626172", "mzxw6ytboi", "Zm9vYmFy"),
    ])
    func `the published examples are spelled as published`(text: String, hex: String, base32: String, base64: String) {
        let bytes = Array(text.utf8)
        #expect(Hex.encode(bytes) == hex && Hex.decode(hex) == bytes && Hex.decode(hex.uppercased()) == bytes)
        #expect(Base32.encode(bytes) == base32 && Base32.decode(base32) == bytes)
        #expect(Base32.decode(base32.uppercased()) == bytes)
        #expect(Base64URL.encode(bytes) == base64 && Base64URL.decode(base64) == bytes)
    }

    @Test func `every length comes back`() throws {
        for count in 0...100 {
            let bytes = try Randomness.bytes(count)
            #expect(Hex.decode(Hex.encode(bytes)) == bytes)
            #expect(Base32.decode(Base32.encode(bytes)) == bytes)
            #expect(Base64URL.decode(Base64URL.encode(bytes)) == bytes)
        }
        #expect(Base32.encode([UInt8](repeating: 255, count: 16)).count == 26)
        #expect(Base64URL.encode([0xFB, 0xFF]) == "-_8")
    }

    @Test(arguments: ["a", "aaa", "aaaaaa", "mz", "m1", "m=", "mzxw6===", " my", "mý"])
    func `a second spelling or a foreign character is no Base32`(text: String) {
        #expect(Base32.decode(text) == nil)
    }

    @Test(arguments: ["a", "aaaaa", "Zh", "Zm9=", "Zg==", "+_8", "/_8", "Zm 9", "é"])
    func `a second spelling or a foreign character is no Base64URL`(text: String) {
        #expect(Base64URL.decode(text) == nil)
    }

    @Test(arguments: ["a", "0g", "0x00", " 00", "é"])
    func `a foreign character or half a byte is no hex`(text: String) {
        #expect(Hex.decode(text) == nil)
    }

    @Test func `an id is its sixteen bytes, in order`() throws {
        let id = ObjectID(high: 0x0102_0304_0506_0708, low: 0x090a_0b0c_0d0e_0f10)
        #expect(id.bytes == Array(1...16))
        #expect(ObjectID(bytes: id.bytes) == id)
        #expect(id.hex == "0102030405060708090a0b0c0d0e0f10" && "\(id)" == id.hex)
        #expect(ObjectID(hex: id.hex.uppercased()) == id)
        #expect(ObjectID(bytes: Array(1...15)) == nil && ObjectID(bytes: Array(1...17)) == nil)
        #expect(ObjectID(hex: "00") == nil)
        #expect(id < ObjectID(high: id.high, low: id.low + 1) && id < ObjectID(high: id.high + 1, low: 0))
    }
}
