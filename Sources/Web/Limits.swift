import Desk

/// Every number of this room, with its reason.
package enum Limits {
    /// The body of a form on a public page: a page of ours sends 40 bytes, a mail client 26 (gdpr.md C4).
    package static let formBytes = 8 * 1024
    /// Somebody's own words in a form of the portal: a page of text.
    static let portalWordsBytes = 8 * 1024
    /// … with every octet of them escaped, and a key.
    package static let portalFormBytes = 3 * portalWordsBytes + 1024
    /// A reply with attachments: 25 MiB as base64 in JSON, and room for the text.
    static let replyBytes = 36 * 1024 * 1024
    /// A draft: the text of a reply, every octet of it escaped as JSON may.
    static let draftBytes = 6 * Desk.Limits.replyTextBytes + 4 * 1024
    /// Every other body.
    static let bodyBytes = 1024 * 1024
    /// A path and query together. Ours stay below 200; a token has 80 characters.
    static let targetBytes = 4 * 1024
    /// All header lines of a request. Ours need one token and one idempotency key.
    static let headerBytes = 16 * 1024
    static let headerCount = 100
    /// Fields of a form or a query, and the bytes of one of them.
    static let formFields = 16
    package static let fieldBytes = 1024
    /// Languages of an Accept-Language that are looked at.
    static let languagesLookedAt = 16
    /// Connections of one listener. Above it the kernel's backlog waits; a lower cap would let a few slow clients keep
    /// real unsubscribe clicks out (reliability.md §3.3: 11 kB a connection).
    static let connections = 8_000
    /// Requests that are being read or answered at once; one more is told to come back.
    static let exchanges = 2_000
    /// Pending connections the kernel keeps for us.
    static let backlog = 1_024
    /// A piece of an answer that is written at once: what the channel takes before it asks us to wait.
    static let pieceBytes = 64 * 1024
    /// How long a readiness answer serves: asking looks into the store, and everybody may ask.
    static let readinessKept = Duration.seconds(1)
    /// An access token, unless the caller says otherwise, and the longest there is. Seconds.
    static let tokenLifetime: Int64 = 90 * 86_400
    static let tokenLifetimeMaximum: Int64 = 366 * 86_400
    /// A path on disk (PATH_MAX).
    static let pathBytes = 4_096
    /// How much of an unknown name an error repeats.
    static let repeatedNameScalars = 64
    /// Mode of the admin socket: its owner and the group the operator chose, nobody else.
    static let adminSocketMode: UInt32 = 0o660
    /// Entries of the outbox one list shows.
    static let outboxEntries = 500
    /// What a program is told to wait, in seconds: the disk is full, or another program holds the database.
    static let retryWhenNotWritable = 60
    static let retryWhenBusy = 5
}
