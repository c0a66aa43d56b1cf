import Glibc

/// Tells systemd how the service is, in the protocol of sd_notify(3): one datagram to `$NOTIFY_SOCKET`. Without a
/// supervisor every call does nothing; a datagram that cannot be sent is reported as an outcome and never stops the
/// daemon.
struct SystemdNotify: Sendable {
    enum Outcome: Sendable, Equatable {
        case sent
        case unsupervised
        case failed(code: Int32)
    }

    /// How often systemd wants to hear `alive()`; nil when the watchdog is off. Half of what it grants, as
    /// sd_watchdog_enabled(3) recommends.
    let watchdogInterval: Duration?
    private let socketPath: [UInt8]?
    private let monotonicMicroseconds: @Sendable () -> UInt64

    init(
        environment: [String: String], process: Int32 = getpid(),
        monotonicMicroseconds: @escaping @Sendable () -> UInt64 = SystemdNotify.clock
    ) {
        socketPath = environment["NOTIFY_SOCKET"].flatMap(Self.address)
        self.monotonicMicroseconds = monotonicMicroseconds
        watchdogInterval = Self.interval(environment, process: process)
    }

    /// The variables to remove from the environment of a program ticketd starts, so that it cannot speak in our name.
    static let variables = ["NOTIFY_SOCKET", "WATCHDOG_USEC", "WATCHDOG_PID"]

    var isSupervised: Bool { socketPath != nil }

    /// Start-up is complete, or a reload is.
    @discardableResult func ready(_ status: LogEvent) -> Outcome {
        send(["READY=1", Self.line(status)])
    }

    /// The line `systemctl status` shows. It is made from an event, so it holds nothing personal.
    @discardableResult func status(_ status: LogEvent) -> Outcome { send([Self.line(status)]) }

    /// A reload begins. systemd 253 and later require the clock for `Type=notify-reload`; earlier ones ignore it.
    @discardableResult func reloading() -> Outcome {
        send(["RELOADING=1", "MONOTONIC_USEC=\(monotonicMicroseconds())"])
    }

    @discardableResult func stopping() -> Outcome { send(["STOPPING=1"]) }

    /// Feeds the watchdog.
    @discardableResult func alive() -> Outcome { send(["WATCHDOG=1"]) }

    /// Asks for more time to start, reload or stop; to be repeated before it runs out.
    @discardableResult func extendTimeout(by duration: Duration) -> Outcome {
        let (seconds, attoseconds) = duration.components
        let (fromSeconds, overflow) = seconds.multipliedReportingOverflow(by: 1_000_000)
        let microseconds = overflow ? Int64.max : fromSeconds &+ attoseconds / 1_000_000_000_000
        return send(["EXTEND_TIMEOUT_USEC=\(max(0, microseconds))"])
    }

    private func send(_ lines: [String]) -> Outcome {
        guard let socketPath else { return .unsupervised }
        let descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { return .failed(code: errno) }
        defer { close(descriptor) }
        let message = Array(lines.joined(separator: "\n").utf8)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: socketPath) }
        // An abstract name is as long as it says, without a terminating zero (unix(7)).
        let offset = MemoryLayout<sockaddr_un>.offset(of: \.sun_path) ?? MemoryLayout<sa_family_t>.size
        let length = socklen_t(offset + socketPath.count)
        let count = withUnsafeBytes(of: &address) { raw in
            raw.withMemoryRebound(to: sockaddr.self) {
                sendto(descriptor, message, message.count, Int32(MSG_NOSIGNAL), $0.baseAddress, length)
            }
        }
        return count == message.count ? .sent : .failed(code: errno)
    }

    /// The bytes for `sun_path`: a path, or an abstract name whose `@` stands for a zero. Other transports are not
    /// for us.
    private static func address(_ text: String) -> [UInt8]? {
        var bytes = Array(text.utf8)
        guard bytes.count > 1, bytes.count <= ConfigurationLimits.socketPathBytes else { return nil }
        switch bytes[0] {
        case UInt8(ascii: "/"): return bytes + [0]
        case UInt8(ascii: "@"):
            bytes[0] = 0
            return bytes
        default: return nil
        }
    }

    /// `WATCHDOG_PID`, when given, must be ours: the variables are inherited by children.
    private static func interval(_ environment: [String: String], process: Int32) -> Duration? {
        guard let text = environment["WATCHDOG_USEC"], let microseconds = Int64(text), microseconds > 1 else {
            return nil
        }
        if let owner = environment["WATCHDOG_PID"], owner != String(process) { return nil }
        return .microseconds(microseconds / 2)
    }

    private static func line(_ event: LogEvent) -> String {
        "STATUS=" + ([event.text.text] + event.fields.map { "\($0.key.text)=\($0.text)" }).joined(separator: " ")
    }

    /// CLOCK_MONOTONIC, which is the clock systemd compares with.
    private static func clock() -> UInt64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return UInt64(clamping: time.tv_sec) &* 1_000_000 &+ UInt64(clamping: time.tv_nsec) / 1_000
    }
}
