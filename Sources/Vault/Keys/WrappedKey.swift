/// One version of a person's key as it may lie on a disk: wrapped under an epoch, with its commitment beside it.
package struct WrappedKey: Hashable, Sendable {
    package let owner: ObjectID
    /// Counts from 1; a new version is for what is sealed from then on.
    package let version: UInt32
    /// The key-encryption key that wraps it; `heldEpoch` for a key that is held.
    package let epoch: UInt32
    /// nonce[12] | ciphertext[32] | tag[16]
    package let wrapped: [UInt8]
    /// 32 bytes that only this key produces. GCM alone does not commit to a key.
    package let commitment: [UInt8]

    package init(owner: ObjectID, version: UInt32, epoch: UInt32, wrapped: [UInt8], commitment: [UInt8]) {
        self.owner = owner
        self.version = version
        self.epoch = epoch
        self.wrapped = wrapped
        self.commitment = commitment
    }

    /// Epochs count from 1: 0 stands for the service key that holds.
    package static let heldEpoch: UInt32 = 0

    package var isHeld: Bool { epoch == Self.heldEpoch }
}
