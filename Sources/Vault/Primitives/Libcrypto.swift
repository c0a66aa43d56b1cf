internal import COpenSSL

/// The algorithms of libcrypto that Vault uses, fetched once: a fetch for each call costs more than a short seal.
///
/// Fetched algorithms are immutable and counted by libcrypto, so all threads may share them; they are never freed.
enum Libcrypto {
    nonisolated(unsafe) private static let aes256GCM = fetched(EVP_CIPHER_fetch(nil, "AES-256-GCM", nil))
    nonisolated(unsafe) private static let hmac = fetched(EVP_MAC_fetch(nil, "HMAC", nil))
    nonisolated(unsafe) static let sha256 = fetched(EVP_MD_fetch(nil, "SHA256", nil))

    /// Contexts that know their cipher and wait for a key and a nonce.
    static let cipherContexts = ContextPool(
        make: {
            guard let context = EVP_CIPHER_CTX_new() else { return nil }
            guard EVP_EncryptInit_ex2(context, aes256GCM, nil, nil, nil) == 1 else {
                EVP_CIPHER_CTX_free(context)
                return nil
            }
            return context
        },
        free: { EVP_CIPHER_CTX_free($0) })

    /// Contexts that know their digest and wait for a key.
    static let macContexts = ContextPool(
        make: { copenssl_hmac_sha256_context(hmac) },
        free: { EVP_MAC_CTX_free($0) })

    static let digestContexts = ContextPool(
        make: { EVP_MD_CTX_new() },
        free: { EVP_MD_CTX_free($0) })

    /// Frees every idle context and with it the key schedules of keys that were used last.
    static func forgetKeys() {
        cipherContexts.drain()
        macContexts.drain()
    }

    private static func fetched(_ algorithm: OpaquePointer?) -> OpaquePointer {
        guard let algorithm else {
            preconditionFailure("libcrypto 3 offers AES-256-GCM, HMAC and SHA-256; this one does not load them.")
        }
        return algorithm
    }
}
