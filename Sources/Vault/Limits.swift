/// Every number of Vault that is a choice and not part of a format, with its reason.
enum Limits {
    /// A field is one BLOB in memory; libcrypto counts its input in a 32-bit int.
    static let fieldBytes = 1 << 30
    /// Person keys held unwrapped: one 32-byte secret each, enough for a busy hour without asking the cabinet again.
    static let cachedPeople = 4096
    /// Keys of one person held at once: the newest and the few old versions its messages were sealed under.
    static let cachedVersions = 8
    /// After this time without use a person key leaves memory (gdpr.md B12).
    static let personKeyLifetime: Duration = .seconds(60)
    /// How often a look-up is repeated when keys were destroyed meanwhile, before it answers without remembering.
    static let lookUps = 4
    /// Idle libcrypto contexts kept of one sort; more than the threads that seal at once gains nothing.
    static let idleContexts = 16
    /// NIST SP 800-38D §8.3 allows 2^32 random nonces a key; a key shared by all stops at half (gdpr.md B3).
    static let sharedKeyInvocations: UInt64 = 1 << 31
    /// Plaintext bytes in one chunk of a sealed attachment (gdpr.md B3).
    static let chunkBytes = 65_536
    /// Attachments are padded to a multiple of this, so that a size says little (gdpr.md B3).
    static let attachmentBucket = 4096
    /// One slab of secret memory is one mlock; 512 keys of 32 bytes.
    static let slabBytes = 32_768
    /// The slot of a slab; a longer secret gets pages of its own.
    static let slotBytes = 64
    /// The longest secret: a key, a password or a credential, never a document.
    static let secretBytes = 1 << 20
    /// Unsubscribe tokens hold the version of the suppression hash in six bits.
    static let suppressionVersions: UInt8 = 63
    /// A detail text of an audit entry (gdpr.md B11).
    static let auditDetailBytes = 512
    /// The name of an audit event: three words and their dots.
    static let auditEventBytes = 64
    /// log2 of scrypt's N: 2^15 with r = 8 costs 32 MiB and about a tenth of a second.
    /// RFC 8301 §3.2: signers should use no shorter RSA key.
    static let signingBits: Int32 = 2_048
    /// Room for the PEM of RSA with 8,192 bits.
    static let signingPEMBytes = 16 * 1024
    static let scryptLogN: UInt8 = 15
    /// The same for a file that anybody may find and guess at: 128 MiB and half a second.
    static let passphraseLogN: UInt8 = 17
    /// Stored password hashes name their cost; what costs more than this was not written by us.
    static let scryptLogNRange: ClosedRange<UInt8> = 10...17
    /// The same for scrypt's block size and lanes.
    static let scryptFactorRange: ClosedRange<UInt8> = 1...8
    /// The memory scrypt may take: 128 · N · r is 128 MiB at the limits above, and a little for its own blocks.
    static let scryptMemory: UInt64 = 160 << 20
    /// A password longer than this is an attempt to make us hash a document.
    static let passwordBytes = 1024
}
