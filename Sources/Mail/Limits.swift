/// The bounds of reading one mail. A message beyond one is still read up to it, and carries the defect that says so.
package struct Limits: Sendable, Equatable {
    /// Header fields indexed in one entity: real mail stays below 150; a flood of Received lines must not cost memory.
    package var headerFields = 1_000
    /// Octets of one header section that are indexed: the longest legitimate ones carry ARC chains of about 40 KiB.
    package var headerOctets = 256 * 1_024
    /// Octets of one header field that are interpreted: as many as the whole section may have.
    package var fieldOctets = 256 * 1_024
    /// Fields that may stand once and are joined when they stand more often.
    package var repeatedFields = 4
    /// Addresses taken from one field: more recipients than a helpdesk answers.
    package var addresses = 500
    /// Message-IDs taken from one field: long threads keep fewer than 100.
    package var messageIDs = 200
    /// Parameters of one structured field, continuations included: RFC 2231 file names need about ten.
    package var parameters = 100
    /// Entities nested in one another: mail software makes fewer than 20, and every level costs one comparison a line.
    package var depth = 128
    /// Entities of one message, containers included.
    package var parts = 1_000
    /// Files unpacked from uuencoded text and TNEF in one message.
    package var unpackedFiles = 100
    /// Nested comments of an address or a date that are followed (RFC 5322 §3.2.2 allows any number).
    package var commentDepth = 32

    /// The longest address that can be delivered to (RFC 5321 §4.5.3.1.3: a path of 256 octets, brackets included).
    static let addressOctets = 254
    /// The longest local part (RFC 5321 §4.5.3.1.1).
    static let localPartOctets = 64
    /// The longest domain (RFC 5321 §4.5.3.1.2).
    static let domainOctets = 255
    /// The longest label of a domain (RFC 1035 §2.3.4).
    static let labelOctets = 63
    /// The longest Message-ID: it must fit one line (RFC 5322 §2.1.1).
    static let messageIDOctets = 998
    /// Properties of one TNEF attachment that are read: Outlook writes about forty.
    static let tnefProperties = 1_000
    /// The longest field name looked for after a malformed line: a line has 998 octets (RFC 5322 §2.1.1).
    static let fieldNameOctets = 998
    /// Continuation lines looked past after a malformed line: enough for an address that lost the start of its line.
    static let continuationsSkipped = 4
    /// Octets that are decoded at a time where the content is not needed as a whole: they stay in the nearest cache.
    static let decodedPieceOctets = 16 * 1_024
    /// Octets of a boundary that are compared: RFC 2046 §5.1.1 allows 70, some software writes more.
    static let boundaryOctets = 250
    /// The longest file name kept: what every file system can hold with room for a suffix.
    static let fileNameOctets = 120
    /// The longest ending of a file name that is kept when the name is cut: `.mobileprovision` has 16.
    static let fileExtensionOctets = 20
    /// The longest charset label looked up: the longest registered one has 45 octets.
    static let charsetOctets = 64

    /// What becomes of text beyond ASCII whose charset nobody declared.
    package var undeclared = Undeclared.guessed

    package enum Undeclared: Sendable, Equatable {
        /// A person wants to read it: UTF-8, else windows-1252.
        case guessed
        /// As `guessed`, but this charset, which the mail uses elsewhere, goes before windows-1252.
        case expected(String)
        /// A comparison wants no guesses: UTF-8, else U+FFFD.
        case marked
    }

    package init() {}

    package static let standard = Limits()
}
