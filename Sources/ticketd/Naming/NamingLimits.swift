/// The numbers of asking name servers, each with the reason it has this value.
enum NamingLimits {
    /// RFC 1035 §2.3.4: a name takes at most 255 octets on the wire.
    static let nameOctets = 255
    /// RFC 1035 §2.3.4.
    static let labelOctets = 63
    /// A name has at most 127 labels, and each may be reached by one pointer; more is a loop.
    static let pointers = 127
    /// Answers of one reply: a domain with more TXT records than this is not set up by hand.
    static let records = 256
    /// What one UDP reply may hold. 1,232 octets pass every path unfragmented (DNS flag day 2020).
    static let datagramOctets = 1_232
    /// RFC 1035 §4.2.2: the length before a message over TCP has two octets.
    static let messageOctets = 65_535
    /// resolv.conf(5): MAXNS.
    static let servers = 3
    /// resolv.conf is written by programs and has a few lines.
    static let configurationOctets = 64 << 10
    /// resolv.conf(5) waits 5 s; who sits at a terminal waits for several names one after the other.
    static let patience = Duration.seconds(2)
    /// How often a server is asked before the next one is: a lost datagram is no rare thing.
    static let tries = 2
    /// Between two looks at the socket. Short beside any round trip, long beside a system call.
    static let pause = Duration.milliseconds(4)
}
