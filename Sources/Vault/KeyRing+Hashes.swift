/// Keyed hashes: equality without values. Each has a key and a label of its own (gdpr.md B4).
/// Addresses come normalised (`EmailAddress.normalized`); Vault does not know what an address is.
extension KeyRing {
    /// Finds a person by address. Two installations never agree on it.
    package func blindIndex(ofAddress normalized: String) -> [UInt8] {
        hash(.blindIndex, "ticketd/email/v1\0", normalized)
    }

    /// The hashes under which an address may be suppressed, newest key first: write the first, look for all.
    package func suppressionHashes(ofAddress normalized: String) -> [(version: UInt8, hash: [UInt8])] {
        services.versions(of: .suppression).map { version, key in
            let hash = IncrementalMAC(key: key, label: "ticketd/suppress/v1\0")
            hash.update(normalized)
            return (version, Array(hash.finish().prefix(UnsubscribeClaim.suppressionBytes)))
        }
    }

    /// Finds a message by its Message-ID, given without angle brackets.
    package func messageIDHash(_ id: [UInt8]) -> [UInt8] {
        let hash = IncrementalMAC(key: services[.messageID])
        hash.update(id)
        return hash.finish()
    }

    /// The identity of a message (mail.md, In), fed piece by piece.
    package func identityHasher() -> IncrementalMAC {
        IncrementalMAC(key: services[.identity], label: "ticketd/identity/v1\0")
    }

    /// The stored form of a random capability: a reply token, a Message-ID of ours. `label` keeps the sorts apart.
    package func capabilityHash(_ token: [UInt8], label: String) -> [UInt8] {
        labelled(.capability, "ticketd/capability/v1\0", token, label)
    }

    /// Answers "did you erase me?" to someone who names the address, and to nobody else.
    package func evidenceHash(ofAddress normalized: String) -> [UInt8] {
        hash(.evidence, "ticketd/evidence/v1\0", normalized)
    }

    /// The stored form of a portal link or session. `label` keeps the sorts apart.
    package func portalHash(_ token: [UInt8], label: String) -> [UInt8] {
        labelled(.portal, "ticketd/portal/v1\0", token, label)
    }

    /// The key for mail that could not be read and has no owner yet.
    package var quarantineKey: ContentKey {
        ContentKey(secret: services[.quarantine], instance: instance)
    }

    /// One link of the audit chain: HMAC(k_audit, label | h of the entry before | entry) (gdpr.md B11).
    package func auditMAC(previous: [UInt8], entry: [UInt8]) -> [UInt8] {
        AuditChain.mac(key: services[.audit], previous: previous, entry: entry)
    }

    /// The chain under this ring's key, for verifying.
    package var auditChain: AuditChain { AuditChain(key: services[.audit]) }

    private func hash(_ name: ServiceKeys.Name, _ label: StaticString, _ text: String) -> [UInt8] {
        let hash = IncrementalMAC(key: services[name], label: label)
        hash.update(text)
        return hash.finish()
    }

    private func labelled(
        _ name: ServiceKeys.Name, _ domain: StaticString, _ token: [UInt8], _ label: String
    ) -> [UInt8] {
        let hash = IncrementalMAC(key: services[name], label: domain)
        withUnsafeBytes(of: UInt32(truncatingIfNeeded: label.utf8.count).bigEndian) { hash.update($0) }
        hash.update(label)
        hash.update(token)
        return hash.finish()
    }
}
