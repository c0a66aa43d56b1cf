import Testing

@testable import Vault

@Suite struct PasswordHashTests {
    @Test func `a password verifies against its stored line and no other does`() throws {
        let password = Array("correct horse".utf8)
        let hash = try PasswordHash(password: password, logN: 10)
        let stored = try #require(PasswordHash(hash.text))
        #expect(stored == hash)
        #expect(try stored.verifies(password))
        for wrong in ["correct hors", "correct horse ", "", String(repeating: "x", count: 2000)] {
            #expect(try !stored.verifies(Array(wrong.utf8)))
        }
        #expect(try PasswordHash(password: password, logN: 10).text != hash.text)
    }

    @Test func `scrypt agrees with RFC 7914, third test vector`() throws {
        let hash = try PasswordHash.scrypt(
            Array("pleaseletmein".utf8), salt: Array("SodiumChloride".utf8), logN: 14, r: 8, p: 1, count: 64)
        #expect(
            Hex.encode(hash)
                == "7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2"
                + "d5432955613f0fcf62d49705242a9af9e61e85dc0d651e40dfcf017b45575887")
    }

    @Test func `the usual cost is that of the limits and can be computed`() throws {
        let hash = try PasswordHash(password: [1])
        #expect(hash.text.hasPrefix("scrypt$15$8$1$"))
        #expect(try hash.verifies([1]))
        #expect(!hash.isOutdated)
        #expect(try PasswordHash(password: [1], logN: 10).isOutdated)
    }

    @Test(arguments: [
        "", "scrypt", "scrypt$15$8$1$$", "scrypt$30$8$1$AAAAAAAAAAAAAAAAAAAAAA$", "bcrypt$15$8$1$a$b",
        "scrypt$18$8$1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "scrypt$15$8$255$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "scrypt$15$8$1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA$x",
    ])
    func `a line we would not have written is refused`(line: String) {
        #expect(PasswordHash(line) == nil)
    }

    @Test func `a password that is empty or a document is refused`() {
        #expect(throws: VaultFailure.malformed) { try PasswordHash(password: []) }
        #expect(throws: VaultFailure.malformed) { try PasswordHash(password: [UInt8](repeating: 1, count: 1025)) }
    }
}
