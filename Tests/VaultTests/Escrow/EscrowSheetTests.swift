import Testing

@testable import Vault

@Suite struct EscrowSheetTests {
    /// Vectors published with BIP-39.
    @Test(arguments: [
        (UInt8(0x00), "abandon", "art"), (0x7f, "legal", "title"), (0x80, "letter", "bless"), (0xff, "zoo", "vote"),
    ])
    func `a root is spelled as published`(byte: UInt8, first: String, last: String) throws {
        let root = SecretBytes(copying: [UInt8](repeating: byte, count: 32))
        let sheet = try #require(EscrowSheet(root: root))
        #expect(sheet.words.count == 24)
        #expect(sheet.words.first == first && sheet.words.last == last)
        #expect(try #require(EscrowSheet.parse(sheet.words)).constantTimeEquals(root))
    }

    @Test func `the word list is the published one`() {
        let list = EscrowWords.all.map { $0 + "\n" }.joined()
        #expect(
            Hex.encode(Digest.sha256(Array(list.utf8)))
                == "2f5eed53a4727b4bf8880d8f3f199efc90e58503646d9ff8eff3a2ed3b24dbda")
        #expect(EscrowWords.numbers.count == 2048)
    }

    @Test func `any root comes back, also from a sheet typed carelessly`() throws {
        for _ in 0..<100 {
            let root = try SecretBytes(random: 32)
            let sheet = try #require(EscrowSheet(root: root))
            let typed = sheet.words.map { " " + $0.prefix(4).uppercased() }.joined(separator: "\n")
            #expect(try #require(EscrowSheet.parse(typed)).constantTimeEquals(root))
        }
    }

    @Test func `a wrong, missing, surplus or swapped word is noticed`() throws {
        let root = SecretBytes(copying: (0..<32).map { $0 })
        let sheet = try #require(EscrowSheet(root: root))
        #expect(EscrowSheet.parse(Array(sheet.words.dropLast())) == nil)
        #expect(EscrowSheet.parse(sheet.words + ["zoo"]) == nil)
        var words = sheet.words
        words[4] = "ticket2"
        words[9] = "abandox"
        #expect(EscrowSheet.parse(words) == nil)
        #expect(EscrowSheet.firstUnknownWord(in: words) == 5)
        #expect(EscrowSheet.firstUnknownWord(in: sheet.words) == nil)
        // Eight bits of checksum let one error in 256 through; the root's id catches it when the cabinet is opened.
        var unnoticed = 0
        for (position, word) in sheet.words.enumerated() {
            for other in EscrowWords.all.prefix(100) where other != word {
                var words = sheet.words
                words[position] = other
                if EscrowSheet.parse(words) != nil { unnoticed += 1 }
            }
        }
        #expect(unnoticed < 40)
    }

    @Test func `two words are asked for and only the right ones confirm`() throws {
        let sheet = try #require(EscrowSheet(root: SecretBytes(random: 32)))
        for _ in 0..<500 {
            let (first, second) = try EscrowSheet.positionsToRetype()
            #expect(1 <= first && first < second && second <= 24)
            let word = try #require(sheet.word(at: first))
            #expect(sheet.confirms(word.uppercased(), at: first))
            #expect(!sheet.confirms(word + "x", at: first))
        }
        #expect(sheet.word(at: 0) == nil && sheet.word(at: 25) == nil)
        #expect(!sheet.confirms("zoo", at: 25))
        #expect(EscrowSheet(root: try SecretBytes(random: 16)) == nil)
    }
}
