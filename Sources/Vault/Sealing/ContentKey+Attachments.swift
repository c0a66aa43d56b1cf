/// Attachments under a message's key: sealed in chunks, whole or piece by piece when opened.
extension ContentKey {
    package func sealAttachment(
        _ plaintext: UnsafeRawBufferPointer, at place: FieldPlace, attachment: ObjectID
    ) throws(VaultFailure) -> [UInt8] {
        try SealedAttachment(field: field(at: place), attachment: attachment).seal(plaintext, key: secret)
    }

    package func sealAttachment(
        _ plaintext: [UInt8], at place: FieldPlace, attachment: ObjectID
    ) throws(VaultFailure) -> [UInt8] {
        try plaintext.withUnsafeBufferPointer { plaintext throws(VaultFailure) in
            try sealAttachment(UnsafeRawBufferPointer(plaintext), at: place, attachment: attachment)
        }
    }

    /// The whole attachment, or nothing.
    package func openAttachment(
        _ sealed: [UInt8], at place: FieldPlace, attachment: ObjectID
    ) throws(VaultFailure) -> [UInt8] {
        try SealedAttachment(field: field(at: place), attachment: attachment).open(sealed, key: secret)
    }

    /// The attachment in pieces of at most 64 KiB, in order. A throw means that what came before is not all of it.
    package func openAttachment(
        _ sealed: [UInt8], at place: FieldPlace, attachment: ObjectID,
        take: (UnsafeRawBufferPointer) throws(VaultFailure) -> Void
    ) throws(VaultFailure) {
        try SealedAttachment(field: field(at: place), attachment: attachment).open(sealed, key: secret, take: take)
    }
}
