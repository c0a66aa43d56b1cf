import Testing

@testable import Vault

/// Texts of tokens with every octet changed: whatever can be read has one spelling only, and none opens.
@Suite struct TokenMutationTests {
    private static let seeds = [
        "AQEAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "-_", "A", "",
        "tkd_" + String(repeating: "a", count: 52), "aeaqcaibaeaqcaibaeaqcaibae", "0123456789abcdefABCDEF",
    ]
    private static let marks = Array("+/=-_ Aaz19.\u{0}\n".utf8) + [0xC3, 0xFF]

    @Test(arguments: seeds)
    func `a token has one spelling, and a changed one opens nothing`(seed: String) {
        let seed = Array(seed.utf8)
        check(seed)
        for place in seed.indices {
            check(Array(seed[..<place]))
            for mark in Self.marks {
                var changed = seed
                changed[place] = mark
                check(changed)
            }
        }
    }

    private func check(_ bytes: [UInt8]) {
        let text = String(decoding: bytes, as: UTF8.self)
        let key = SecretBytes(copying: [UInt8](repeating: 7, count: 32))
        let instance = ObjectID(high: 1, low: 2)
        var isRight = Base64URL.decode(text).map { Base64URL.encode($0) == text } ?? true
        isRight = isRight && Base32.decode(text).map { Base32.encode($0) == text.lowercased() } ?? true
        isRight = isRight && Hex.decode(text).map { Hex.encode($0) == text.lowercased() } ?? true
        isRight = isRight && AccessToken(text).map { $0.matches(hash: $0.hash) } ?? true
        isRight = isRight && Base64URL.decode(Base64URL.encode(bytes)) == bytes
        isRight = isRight && UnsubscribeToken.open(bytes, instance: instance, key: { _ in key }) == nil
        if let token = Base64URL.decode(text) {
            isRight = isRight && UnsubscribeToken.open(token, instance: instance, key: { _ in key }) == nil
        }
        if !isRight { Issue.record("\(text.debugDescription)") }
    }
}
