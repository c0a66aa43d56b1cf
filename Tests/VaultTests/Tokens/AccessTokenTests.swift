import Testing

@testable import Vault

@Suite struct AccessTokenTests {
    @Test func `a token is recognised by its hash, whatever its case`() throws {
        let token = try AccessToken()
        #expect(token.text.count == 4 + 52)
        #expect(try #require(AccessToken(token.text)).matches(hash: token.hash))
        let shouted = try #require(AccessToken("tkd_" + token.text.dropFirst(4).uppercased()))
        #expect(shouted.matches(hash: token.hash))
        #expect(try !AccessToken().matches(hash: token.hash))
        #expect(!token.matches(hash: Array(token.hash.dropLast())))
        #expect(!token.matches(hash: []))
    }

    @Test func `what is no token of ours is refused`() throws {
        let text = try AccessToken().text
        for wrong in ["", "tkd_", String(text.dropLast()), text + "a", " " + text, "tkx" + text.dropFirst(3)] {
            #expect(AccessToken(wrong) == nil)
        }
        #expect(AccessToken("tkd_" + String(repeating: "1", count: 52)) == nil)
    }
}
