/// A bearer token for the API: `tkd_` and 256 random bits in Base32. It is shown once; the desk keeps its hash.
///
/// A plain SHA-256 is enough because there is nothing to guess. The prefix is there for secret scanners.
package struct AccessToken: Sendable {
    package static let prefix = "tkd_"
    static let bytes = 32

    /// What the holder gets, once.
    package let text: String
    /// What is kept: SHA-256 of the 32 bytes.
    package let hash: [UInt8]

    /// A new token.
    package init() throws(VaultFailure) {
        let bytes = try Randomness.bytes(Self.bytes)
        text = Self.prefix + Base32.encode(bytes)
        hash = Digest.sha256(bytes)
    }

    /// A token that someone presents. Refuses what cannot be one of ours.
    package init?(_ text: String) {
        guard text.hasPrefix(Self.prefix), let bytes = Base32.decode(text.dropFirst(Self.prefix.count)),
            bytes.count == Self.bytes
        else { return nil }
        self.text = text
        self.hash = Digest.sha256(bytes)
    }

    /// Compares in constant time with a hash that was kept.
    package func matches(hash: [UInt8]) -> Bool {
        ConstantTime.equal(self.hash, hash)
    }
}

extension AccessToken: CustomStringConvertible, CustomReflectable {
    package var description: String { "<access token>" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
