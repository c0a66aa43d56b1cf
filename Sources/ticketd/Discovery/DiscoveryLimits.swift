/// The numbers of finding a mailbox's servers, each with the reason it has this value.
enum DiscoveryLimits {
    /// A description of two servers takes a kilobyte; whoever sends more sends something else.
    static let documentOctets = 64 << 10
    /// Elements in such a document: four servers with six facts each, times twenty.
    static let elements = 500
    /// The format nests four deep.
    static let depth = 16
    /// A web server that takes longer has no such document.
    static let fetch = Duration.seconds(8)
    /// Connecting to a server that was only guessed or read somewhere. A packet filter that drops what it forbids shows
    /// itself by silence; nobody waits a minute for one guess.
    static let connect = Duration.seconds(8)
    /// SRV places of one service that are tried.
    static let places = 4
}
