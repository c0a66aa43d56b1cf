/// The numbers of the configuration room, each with the reason it has this value.
enum ConfigurationLimits {
    /// A configuration file is typed by people; a megabyte is a hundred times the annotated default.
    static let fileBytes = 1 << 20
    /// Drop-in files in conf.d: more than this is a mistake in packaging, not a configuration.
    static let overlays = 64
    /// The largest secret is a key file or an OAuth client secret, both far below 64 KiB.
    static let secretBytes = 64 << 10
    /// Nesting that any real setting needs is 3; values deeper than this get the line of their parent.
    static let tomlDepth = 16
    /// Mailboxes in one daemon: the load the daemon is measured with, times four.
    static let mailboxes = 4_096
    /// Elements in one list, so that a list can be shown and compared without care.
    static let listElements = 256
    /// A line of text shown to customers or written into a header.
    static let textCharacters = 500
    /// Longest path the kernel takes.
    static let pathBytes = 4_095
    /// `sun_path` of a Unix socket is 108 bytes with its terminating zero.
    static let socketPathBytes = 107
    /// RFC 5321 §4.5.3.1.3 allows 256 octets for a path, less the two angle brackets.
    static let addressBytes = 254
    /// RFC 1035 §2.3.4: a host name has at most 253 visible characters.
    static let hostBytes = 253
    /// Mailbox and credential names become file names, metric labels and log fields.
    static let nameCharacters = 64
    /// Durations beyond a century are typing mistakes; the bound also keeps the arithmetic far from overflow.
    static let longestDuration: Duration = .seconds(100 * 366 * 86_400)
    /// A typing mistake worth suggesting for differs in at most this many letters.
    static let spellingDistance = 3
}
