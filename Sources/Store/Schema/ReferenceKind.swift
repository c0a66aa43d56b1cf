/// What a keyed hash in `mail_reference` is the hash of.
enum ReferenceKind {
    /// The Message-ID of a mail that came in.
    static let received: Int64 = 1
    /// The Message-ID of a mail of ours.
    static let sent: Int64 = 2
    /// A reply token of ours.
    static let token: Int64 = 3
}
