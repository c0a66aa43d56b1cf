package import Mail
package import Vault

/// The capability in `support+t.TOKEN@…`: 128 random bits, kept only as a keyed hash, bound to ticket and recipient.
package enum ReplyToken {
    package static let prefix = "t."

    package static func hash(of token: String, keys: KeyRing) -> [UInt8] {
        keys.capabilityHash(Array(token.lowercased().utf8), label: "reply")
    }

    /// The token in a recipient address of this mailbox; nil when there is none of the right form.
    package static func find(in address: EmailAddress, of mailbox: EmailAddress) -> String? {
        find(in: address, ofOneOf: [mailbox.normalized])
    }

    /// The same for several mailboxes, by their normalized addresses.
    package static func find(in address: EmailAddress, ofOneOf mailboxes: Set<String>) -> String? {
        guard let plus = address.localPart.firstIndex(of: "+"), mailboxes.contains(address.withoutTag.normalized)
        else { return nil }
        let tag = address.localPart[address.localPart.index(after: plus)...].lowercased()
        guard tag.hasPrefix(prefix) else { return nil }
        let token = String(tag.dropFirst(prefix.count))
        guard token.utf8.count == 26, Base32.decode(token)?.count == 16 else { return nil }
        return token
    }
}
