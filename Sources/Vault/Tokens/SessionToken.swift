/// What a session is known by: 256 random bits. The holder has it, the desk its SHA-256, which is enough because there
/// is nothing to guess.
package struct SessionToken: Sendable {
    static let bytes = 32

    /// For the holder alone.
    package let text: String
    /// What is kept.
    package let hash: [UInt8]
    /// What every form of the session's pages carries, so that no other site can send one. It follows from the token
    /// alone and says nothing about it.
    package let formKey: String

    /// A new session's.
    package init() throws(VaultFailure) {
        self.init(bytes: try Randomness.bytes(Self.bytes))
    }

    /// One that somebody presents. Refuses what cannot be one of ours.
    package init?(_ text: String) {
        guard let bytes = Base64URL.decode(text), bytes.count == Self.bytes else { return nil }
        self.init(bytes: bytes)
    }

    private init(bytes: [UInt8]) {
        text = Base64URL.encode(bytes)
        hash = Digest.sha256(bytes)
        formKey = Base64URL.encode(Digest.sha256(Array("form".utf8) + bytes))
    }
}

extension SessionToken: CustomStringConvertible, CustomReflectable {
    package var description: String { "<session token>" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
