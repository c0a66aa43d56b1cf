import Testing

@testable import Vault

/// The vectors V1–V7 of gdpr.md B13, computed elsewhere with another library.
@Suite struct VectorTests {
    private let instance = VectorDesk.instance
    private let person = VectorDesk.person

    @Test func `V1: a person key is wrapped as published`() throws {
        let name = PersonKey(owner: person, version: 1, epoch: 1, instance: instance)
        #expect(
            Hex.encode(name.associated)
                == "0000000f7469636b6574642e777261702e76310000001000112233445566778899aabbccddeeff"
                + "000000100195f3a0c0de7abc8def00112233445500000004000000010000000400000001")
        let wrapped = try KeyWrap.wrap(
            VectorDesk.key(from: 0x40), under: VectorDesk.key(from: 0), associated: name.associated
        ) { nonce throws(VaultFailure) in nonce.copyBytes(from: 0..<12) }
        #expect(wrapped == VectorDesk.wrappedKey.wrapped)
    }

    @Test(arguments: [
        ("ticketd/v1/dek/enc", "776a456f309cb0d9ad3c4b2415c84a0c025be7d19f9cabcad90d388ebd7852a1"),
        ("ticketd/v1/dek/commit", "958d82685cd66d63174326a3dd75b8f6105a371d21e9e1ab24bf1a0a6d0a99db"),
        ("ticketd/v1/dek/fts", "a25432ced6278d0ed493c0b0b298387b950326fcd1c8434eef3d12ca8425aa23"),
    ])
    func `V2: keys are derived as published`(purpose: String, expected: String) {
        let derivation = KeyDerivation(secret: VectorDesk.key(from: 0x40), salt: instance)
        #expect(derivation.checkValue(for: purpose) == VectorDesk.bytes(expected))
        #expect(derivation.key(for: purpose).constantTimeEquals(VectorDesk.bytes(expected)))
    }

    @Test func `V3: a field is sealed as published`() throws {
        let field = SealedField(instance: instance, place: VectorDesk.place, owner: person, version: 1)
        #expect(
            Hex.encode(field.associated(.plain).bytes)
                == "000000107469636b6574642e6669656c642e76310000001000112233445566778899aabbccddeeff"
                + "000000076d65737361676500000004626f647900000008000000000000002a"
                + "000000100195f3a0c0de7abc8def0011223344550000000400000001")
        let key = KeyDerivation(secret: VectorDesk.key(from: 0x40), salt: instance).key(for: "ticketd/v1/dek/enc")
        let sealed = try Array("Grüße".utf8).withUnsafeBytes { text in
            try field.seal(text, padTo: 0, key: key) { nonce throws(VaultFailure) in
                nonce.copyBytes(from: 0x64..<0x70)
            }
        }
        #expect(sealed == VectorDesk.field)
    }

    @Test func `V1 to V3 together: a ring opens the published field with the published wrapped key`() throws {
        let desk = try VectorDesk()
        let text = try desk.ring.open(VectorDesk.field, at: VectorDesk.place, owner: person)
        #expect(String(decoding: text, as: UTF8.self) == "Grüße")
    }

    @Test func `V4 and V5: an address is indexed and suppressed as published`() throws {
        let ring = try VectorDesk().ring
        #expect(
            Hex.encode(ring.blindIndex(ofAddress: "jörg@example.com"))
                == "e338e5b01c8df9b31afccadafd0d9344398e65f10501675becb5e7267d6a315d")
        let hashes = ring.suppressionHashes(ofAddress: "jörg@example.com")
        #expect(hashes.map(\.version) == [1])
        #expect(hashes.map { Hex.encode($0.hash) } == ["baba5dee2b2017021c0e27a93fa8bee7d73d588a"])
    }

    @Test func `V7: an audit entry is spelled and chained as published`() throws {
        let entry = try #require(
            AuditEntry(
                sequence: 1, milliseconds: 1_790_000_000_000, event: "dsr.erasure.completed", object: person,
                details: ["rows": .count(42), "dek_ver": .count(1)]))
        #expect(
            Hex.encode(entry.bytes)
                == "00000008000000000000000100000008000001a0c4506c00"
                + "000000156473722e657261737572652e636f6d706c65746564000000100195f3a0c0de7abc8def001122334455"
                + "000000177b2264656b5f766572223a312c22726f7773223a34327d")
        let mac = try VectorDesk().ring.auditMAC(previous: AuditChain.genesis, entry: entry.bytes)
        #expect(Hex.encode(mac) == "5654843efdd2ae0abcb50fce0516215468df694343ca1d27ea1d9ecbeaa465bf")
    }

    @Test func `HKDF agrees with RFC 5869, first test case`() {
        let secret = SecretBytes(copying: [UInt8](repeating: 0x0b, count: 22))
        let derivation = KeyDerivation(secret: secret, salt: Array(0x00...0x0c))
        let expected = VectorDesk.bytes("3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf")
        #expect(derivation.checkValue(for: Array(0xf0...0xf9)) == expected)
    }

    @Test func `SHA-256 agrees with FIPS 180-4`() {
        #expect(
            Hex.encode(Digest.sha256(Array("abc".utf8)))
                == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        #expect(
            Hex.encode(Digest.sha256([])) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    }
}
