/// Unsubscribe tokens. Whether one was revoked is remembered at the desk.
extension KeyRing {
    /// 60 bytes, never the same twice, for `Base64URL`.
    package func sealUnsubscribe(_ claim: UnsubscribeClaim) throws(VaultFailure) -> [UInt8] {
        try Self.count(unsubscribeSeals)
        let (version, key) = services.newest(.unsubscribe)
        return try UnsubscribeToken.seal(claim, key: key, keyVersion: version, instance: instance)
    }

    /// Nil for a token that is not ours, is damaged, or was sealed under a key we no longer have.
    package func openUnsubscribe(_ token: [UInt8]) -> UnsubscribeClaim? {
        UnsubscribeToken.open(token, instance: instance) { services.key(.unsubscribe, version: $0) }
    }
}
