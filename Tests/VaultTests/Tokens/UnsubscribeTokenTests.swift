import DeskTesting
import Testing

@testable import Vault

@Suite struct UnsubscribeTokenTests {
    private let ring: KeyRing
    private let claim: UnsubscribeClaim

    init() throws {
        ring = try KeyRing.create(
            root: SecretBytes(random: 32), cabinet: InMemoryKeyCabinet(), instance: ObjectID(high: 5, low: 5))
        let newest = ring.suppressionHashes(ofAddress: "a@b.c")[0]
        claim = try #require(
            UnsubscribeClaim(
                kind: .body, scope: 7, message: 0x0102_0304_0506_0708, suppression: newest.hash,
                suppressionVersion: newest.version))
    }

    @Test func `a token is 80 characters, fresh each time, and says what was claimed`() throws {
        var seen: Set<String> = []
        for _ in 0..<200 {
            let token = try ring.sealUnsubscribe(claim)
            let text = Base64URL.encode(token)
            #expect(token.count == 60 && text.count == 80)
            #expect(seen.insert(text).inserted)
            #expect(ring.openUnsubscribe(try #require(Base64URL.decode(text))) == claim)
        }
    }

    @Test func `a token holds neither the hash nor the message in clear`() throws {
        let hex = Hex.encode(try ring.sealUnsubscribe(claim))
        #expect(!hex.contains(Hex.encode(claim.suppression.prefix(4))))
        #expect(!hex.contains("0102030405060708"))
    }

    @Test func `a token changed at any bit, cut or lengthened is no token`() throws {
        let token = try ring.sealUnsubscribe(claim)
        for position in token.indices {
            for bit in 0..<8 {
                var turned = token
                turned[position] ^= 1 << UInt8(bit)
                #expect(ring.openUnsubscribe(turned) == nil)
            }
        }
        for count in 0..<60 { #expect(ring.openUnsubscribe(Array(token.prefix(count))) == nil) }
        #expect(ring.openUnsubscribe(token + [0]) == nil)
    }

    @Test func `a token does not pass for one under another key version or in another instance`() throws {
        let key = try SecretBytes(random: 32)
        let home = ObjectID(high: 5, low: 5)
        var token = try UnsubscribeToken.seal(claim, key: key, keyVersion: 1, instance: home)
        #expect(UnsubscribeToken.open(token, instance: home) { _ in key } == claim)
        #expect(UnsubscribeToken.open(token, instance: ObjectID(high: 5, low: 6)) { _ in key } == nil)
        token[1] = 2
        #expect(UnsubscribeToken.open(token, instance: home) { _ in key } == nil)
    }

    @Test func `a token of another desk is no token`() throws {
        let other = try KeyRing.create(
            root: SecretBytes(random: 32), cabinet: InMemoryKeyCabinet(), instance: ObjectID(high: 5, low: 5))
        #expect(other.openUnsubscribe(try ring.sealUnsubscribe(claim)) == nil)
    }

    @Test func `every claim comes back as it went in`() throws {
        for kind in UnsubscribeClaim.Kind.allCases {
            for scope in UInt8.min...UInt8.max {
                let claim = try #require(
                    UnsubscribeClaim(
                        kind: kind, scope: scope, message: UInt64(scope) << 56 | 3,
                        suppression: (0..<20).map { $0 ^ scope }, suppressionVersion: scope % 64))
                #expect(UnsubscribeClaim(bytes: claim.bytes) == claim)
            }
        }
    }

    @Test func `a claim that would not fit is refused`() {
        func claim(_ count: Int, _ version: UInt8) -> UnsubscribeClaim? {
            UnsubscribeClaim(
                kind: .header, scope: 0, message: 0, suppression: [UInt8](repeating: 0, count: count),
                suppressionVersion: version)
        }
        #expect(claim(20, 63) != nil)
        #expect(claim(20, 64) == nil)
        #expect(claim(19, 1) == nil)
        #expect(claim(21, 1) == nil)
    }
}
