/// Every number of this room, with its reason.
package enum Limits {
    /// Threads that may sit inside libcurl at once: connecting and short HTTP calls. Eight slow servers do not stop the
    /// ninth for longer than `connectTimeout`, and eight stacks cost nothing.
    package static let connectors = 8
    /// Jobs that may wait for such a thread; more means something connects in a tight loop.
    package static let connectorsQueue = 8_192
    /// DNS, TCP, TLS and login together. RFC 5321 §4.5.3.2.1 would grant a greeting alone 5 minutes, but a connector
    /// is shared; the caller tries again later.
    package static let connectTimeout = Duration.seconds(60)
    /// One reply during login.
    static let loginReplyTimeout = Duration.seconds(30)
    /// Seconds of silence before the kernel asks a peer whether it still lives, and between such questions. NAT boxes
    /// forget a flow after about five minutes; a dead peer shall be found within two.
    static let keepAliveIdle = 60
    static let keepAliveInterval = 20
    /// One read. Four TLS records; large enough that a system call carries many small messages.
    static let chunkBytes = 64 * 1024
    /// Sockets that became ready, taken from the kernel at once.
    static let readyBatch = 128
    /// Longest uninterrupted sleep of the watching thread; only a safety net, it is woken for everything it must do.
    static let watchSleep = Duration.seconds(60)
    /// A host name (RFC 1035 §2.3.4).
    static let hostBytes = 253
    /// An HTTP answer to a command or a token request, unless the caller says otherwise.
    package static let responseBytes = 16 * 1024 * 1024
    /// All header lines of an HTTP answer.
    static let responseHeaderBytes = 64 * 1024
    /// A whole HTTP exchange, unless the caller says otherwise.
    package static let requestTimeout = Duration.seconds(30)
}
