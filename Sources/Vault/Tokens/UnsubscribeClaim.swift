/// What an unsubscribe token says (mail.md, Unsubscribe token): where it stood, what it ends and for whom.
/// It holds no address, so it works after an erasure and tells a finder nothing.
package struct UnsubscribeClaim: Hashable, Sendable {
    /// The place of the token in the mail: each place has a token of its own.
    package enum Kind: UInt8, Sendable, CaseIterable {
        case header = 0
        case body = 1
        case mailto = 2
        /// Not an unsubscribe: the single-use link by which a person who wrote again takes one back.
        case undo = 3
    }

    static let suppressionBytes = 20

    package let kind: Kind
    /// The scope bits of gdpr.md A7.2, which Vault carries and does not read.
    package let scope: UInt8
    /// Names the outgoing message, for revoking: the low, random half of its id.
    package let message: UInt64
    /// The first 20 bytes of the address's suppression hash.
    package let suppression: [UInt8]
    /// The version of the key that made `suppression`.
    package let suppressionVersion: UInt8

    /// Refuses a hash that has not 20 bytes and a version that does not fit the token.
    package init?(kind: Kind, scope: UInt8, message: UInt64, suppression: [UInt8], suppressionVersion: UInt8) {
        guard suppression.count == Self.suppressionBytes, suppressionVersion <= Limits.suppressionVersions else {
            return nil
        }
        self.kind = kind
        self.scope = scope
        self.message = message
        self.suppression = suppression
        self.suppressionVersion = suppressionVersion
    }

    /// suppression version and kind (6 + 2 bits) | scope | message[8] | suppression[20]
    var bytes: [UInt8] {
        var bytes = [suppressionVersion << 2 | kind.rawValue, scope]
        withUnsafeBytes(of: message.bigEndian) { bytes.append(contentsOf: $0) }
        return bytes + suppression
    }

    init?(bytes: [UInt8]) {
        guard bytes.count == UnsubscribeToken.claimBytes, let kind = Kind(rawValue: bytes[0] & 3) else { return nil }
        let message = bytes[2..<10].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        self.init(
            kind: kind, scope: bytes[1], message: message, suppression: Array(bytes[10...]),
            suppressionVersion: bytes[0] >> 2)
    }
}
