/// The random key of one message: body, subject and attachments are sealed under it, and it is itself sealed under
/// the key of the message's owner. What is sealed under it names no owner, so ownership moves by re-wrapping this key
/// (gdpr.md B3, B10). It refuses nothing of its own; what opens it decides who may read.
package struct ContentKey: Sendable {
    /// The AAD owner slot of whatever is sealed under a content key.
    static let noOwner = ObjectID(high: 0, low: 0)
    /// Person keys count from 1, so no field is mistaken for one of theirs.
    static let version: UInt32 = 0

    let secret: SecretBytes
    let instance: ObjectID

    package func seal(
        _ plaintext: UnsafeRawBufferPointer, at place: FieldPlace, padTo bucket: Int = 0
    ) throws(VaultFailure) -> [UInt8] {
        try field(at: place).seal(plaintext, padTo: bucket, key: secret)
    }

    package func seal(_ plaintext: [UInt8], at place: FieldPlace, padTo bucket: Int = 0) throws(VaultFailure) -> [UInt8]
    {
        try plaintext.withUnsafeBufferPointer { plaintext throws(VaultFailure) in
            try seal(UnsafeRawBufferPointer(plaintext), at: place, padTo: bucket)
        }
    }

    package func open(_ sealed: [UInt8], at place: FieldPlace) throws(VaultFailure) -> [UInt8] {
        try field(at: place).open(sealed, key: secret)
    }

    func field(at place: FieldPlace) -> SealedField {
        SealedField(instance: instance, place: place, owner: Self.noOwner, version: Self.version)
    }
}

extension ContentKey: CustomStringConvertible {
    package var description: String { "<content key>" }
}
