/// What the composer keeps to. Each number is an RFC's, or says why it is what it is.
extension Limits {
    /// RFC 5322 §2.1.1: a header line should not be longer.
    static let headerLineLength = 78
    /// RFC 2045 §6.7 and §6.8: neither quoted-printable nor base64 lines may be longer.
    static let composedLineLength = 76
    /// RFC 2047 §2.
    static let encodedWordLength = 75
    /// A References field beyond this is what relays with 4 KiB header limits and old clients choke on.
    static let referencesLength = 1_500
    /// A header line must never pass 998 (RFC 5322 §2.1.1) and a URI cannot be folded.
    static let unsubscribeURLOctets = 900
    /// The mail form percent-encodes its subject (three octets for one) on the same one line.
    static let unsubscribeSubjectOctets = 200
    /// Longer subjects are not read by anyone; the ticket keeps the whole.
    static let composedSubjectScalars = 200
    /// A name longer than this is not a name.
    static let displayNameScalars = 64
    /// What the largest providers accept is 25 MiB encoded; text and attachments before encoding stay under 18 MiB.
    static let composedOctets = 18 * 1_024 * 1_024
    /// Sixteen octets make a boundary nobody guesses.
    static let boundarySeedOctets = 16
    /// Fits on one header line with its name.
    static let loopTokenLength = 60
    /// RFC 5646 §4.4.1 recommends room for 35 characters.
    static let languageTagLength = 35
    /// Outlook adds 5 octets a reply to 22; base64 of 120 replies fits and stays on one line under 998.
    static let threadIndexLength = 900
    /// RFC 5322 §2.1.1: no line may be longer.
    static let hardLineLength = 998
    /// Ten at either end of a thread are enough for every reader (the octets above usually end it sooner).
    static let referencesCount = 20
    /// An id on a header line of its own stays under 998 with its brackets.
    static let echoedMessageIDLength = 900
    /// With `filename*10*=` in front and `;` after it, a line stays under 78.
    static let filenameSegmentLength = 58
    /// RFC 6838 §4.2 asks for names of at most 64 characters.
    static let mediaTypeNameLength = 64
    /// Recipients written into one reconstructed mail; more is a list nobody reads, and all are in the JSON beside it.
    static let reconstructedAddresses = 100
}
