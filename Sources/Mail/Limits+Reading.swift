/// The bounds of making the text that an agent reads.
extension Limits {
    /// Octets of an invitation that are read: real ones stay below 30 KiB without pictures.
    static let calendarOctets = 256 * 1_024
    /// Invitations shown of one mail.
    static let calendarEvents = 5
    /// Components nested in one another: a calendar, an event, an alarm.
    static let calendarDepth = 8
    /// One value of an invitation, such as its description: enough to know what it is about.
    static let calendarValueOctets = 1_000
    /// Messages of a digest whose text is shown.
    static let digestMessages = 100
    /// Lines at the end of a mail in which a mailing list's footer is looked for.
    static let footerLines = 16
    /// Octets of one command of `text/enriched`: RFC 1896 allows 60 characters.
    static let enrichedCommandOctets = 64
    /// Lines between the first line of PGP armour and its text.
    static let armorHeaderLines = 8
    /// Octets of a text without a declared charset that are looked at: some hundred sentences.
    static let guessOctets = 16 * 1_024
    /// Pairs beyond ASCII without which no multi-byte charset is guessed: two words.
    static let guessPairs = 4
    /// Octets beyond ASCII without which no single-byte charset is guessed.
    static let guessLetters = 4
    /// Fewer need a clear lead over windows-1252.
    static let guessSomeLetters = 6
    /// So many make a small lead enough, and a rare charset likely.
    static let guessManyLetters = 16
}
