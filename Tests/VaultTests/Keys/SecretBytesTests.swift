import Testing

@testable import Vault

@Suite struct SecretBytesTests {
    @Test(arguments: [0, 1, 32, 64, 65, 4096, 100_000])
    func `a secret of any length holds what it was given`(count: Int) {
        let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0) }
        let secret = SecretBytes(copying: bytes)
        #expect(secret.count == count)
        #expect(secret.constantTimeEquals(bytes))
        #expect(secret.constantTimeEquals(SecretBytes(copying: bytes)))
        #expect(!secret.constantTimeEquals(bytes + [0]))
        guard count > 0 else { return }
        var other = bytes
        other[count - 1] ^= 1
        #expect(!secret.constantTimeEquals(other))
    }

    @Test func `a secret that is let go leaves no byte behind`() throws {
        // The slab stays mapped, so its slot can be looked at after the secret is gone.
        var address: UInt?
        var secret: SecretBytes? = SecretBytes(copying: [UInt8](repeating: 0xA5, count: 32))
        secret?.withUnsafeBytes { address = UInt(bitPattern: $0.baseAddress) }
        secret = nil
        let slot = try #require(address.flatMap { UnsafeRawPointer(bitPattern: $0) })
        let left = UnsafeRawBufferPointer(start: slot, count: 32)
        #expect(left.count { $0 == 0xA5 } < 4)
    }

    @Test func `slots are given out to one owner each`() throws {
        let secrets = (0..<2000).map { number in
            SecretBytes(copying: withUnsafeBytes(of: UInt64(number)) { Array($0) })
        }
        for (number, secret) in secrets.enumerated() {
            #expect(secret.withUnsafeBytes { $0.loadUnaligned(as: UInt64.self) } == UInt64(number))
        }
    }

    @Test func `random secrets differ`() throws {
        let secrets = try (0..<100).map { _ in
            try SecretBytes(random: 32).withUnsafeBytes { Array($0) }
        }
        #expect(Set(secrets).count == 100)
        #expect(try Set((0..<100).map { _ in try Randomness.bytes(16) }).count == 100)
    }
}
