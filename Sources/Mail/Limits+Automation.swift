/// The bounds of reading reports.
extension Limits {
    /// Octets of a machine-readable report: a group takes about 300.
    static let reportOctets = 256 * 1_024
    /// Recipients of one report: a mail of ours has one.
    static let reportGroups = 100
    /// Octets of a report in words that are read: every phrase we know is looked for in all of them.
    static let bounceOctets = 64 * 1_024
    /// Lines of a report in words that are read, the head of the returned mail among them.
    static let bounceLines = 400
    /// Octets of one of its lines.
    static let bounceLineOctets = 2_000
    /// Addresses taken from a report in words.
    static let bounceRecipients = 50
}
