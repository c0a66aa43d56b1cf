/// What the holder of a mail shows to act by it: 256 random bits in the link, their SHA-256 at the desk, which is
/// enough because there is nothing to guess.
package struct LinkToken: Sendable {
    static let bytes = 32

    /// For the mail alone.
    package let text: String
    /// What is kept.
    package let hash: [UInt8]

    /// A new link's.
    package init() throws(VaultFailure) {
        let bytes = try Randomness.bytes(Self.bytes)
        text = Base64URL.encode(bytes)
        hash = Digest.sha256(bytes)
    }

    /// One that somebody presents. Refuses what cannot be one of ours.
    package init?(_ text: String) {
        guard let bytes = Base64URL.decode(text), bytes.count == Self.bytes else { return nil }
        self.text = text
        hash = Digest.sha256(bytes)
    }
}

extension LinkToken: CustomStringConvertible, CustomReflectable {
    package var description: String { "<link token>" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
