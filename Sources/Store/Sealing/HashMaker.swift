internal import Desk
internal import Mail
internal import Vault

/// The keyed hashes that stand in clear columns, each cut to what the schema keeps.
struct HashMaker: Sendable {
    let keys: KeyRing

    func address(_ address: EmailAddress) -> [UInt8] {
        Array(keys.blindIndex(ofAddress: address.normalized).prefix(Limits.hashBytes))
    }

    func messageID(_ id: MessageID) -> [UInt8] {
        cut(keys.messageIDHash(Array(id.value.utf8)))
    }

    /// Cuts a full hash that was made elsewhere.
    func cut(_ hash: [UInt8]) -> [UInt8] {
        Array(hash.prefix(Limits.hashBytes))
    }

    func replyToken(_ token: String) -> [UInt8] {
        cut(ReplyToken.hash(of: token, keys: keys))
    }

    /// mail.md: Message-ID, From, Date and decoded content, so that copies of one mail are one mail.
    func identity(of message: Message) -> [UInt8] {
        let hash = keys.identityHasher()
        message.identityContent { hash.update($0) }
        return cut(hash.finish())
    }

    /// The identity of a mail that must not be parsed.
    func identity(ofRaw bytes: [UInt8]) -> [UInt8] {
        let hash = keys.identityHasher()
        hash.update(bytes)
        return cut(hash.finish())
    }

    func capability(_ value: [UInt8], label: String) -> [UInt8] {
        cut(keys.capabilityHash(value, label: label))
    }

    /// Every hash under which this address may be suppressed in a group, the newest of the full address first: all
    /// versions of the key, and the address without its tag (gdpr.md B4).
    func suppression(_ address: EmailAddress, group: String) -> [[UInt8]] {
        let full = address.normalized
        let plain = address.withoutTag.normalized
        var hashes = keys.suppressionHashes(ofAddress: SuppressionIdentity.text(address: full, group: group))
        if plain != full {
            hashes += keys.suppressionHashes(ofAddress: SuppressionIdentity.text(address: plain, group: group))
        }
        return hashes.map(\.hash)
    }
}
