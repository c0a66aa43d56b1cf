/// Why a key or a sealed value could not be used. No case holds a secret or a personal datum.
package enum VaultFailure: Error, Equatable {
    /// The tag, the commitment or the place does not fit: tampering, a swap, or a damaged disk. A breach candidate.
    case authenticationFailed
    /// The key was destroyed, as by an erasure. The value can never be read again and that is intended.
    case keyDestroyed
    /// The key is held: what was sealed under it is withheld, and opens for whoever may read what is withheld.
    case keyHeld
    /// The key ring never held this key or this version of it.
    case keyMissing
    /// The keys belong to another root secret. Both ids are check values, not secrets.
    case wrongRoot(expected: KeyID, found: KeyID)
    /// The bytes are not in a format of ours.
    case malformed
    /// Chance, libcrypto or the cabinet failed; nothing was sealed and nothing was opened.
    case unavailable(VaultShortage)

    package var isTransient: Bool {
        if case .unavailable(let shortage) = self { shortage.isTransient } else { false }
    }
}
