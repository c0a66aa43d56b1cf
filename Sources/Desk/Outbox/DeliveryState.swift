/// Where one mail to one recipient stands. The table is in `Desk.docc/Outbox.md`.
package enum DeliveryState: String, Sendable, CaseIterable {
    case queued
    /// Taken by a run of the daemon; nothing was said to a server yet.
    case claimed
    /// Recorded before the final dot: from here on a crash leaves the fate unknown.
    case handing
    case sent
    /// A server told us that it keeps trying (RFC 3464 §2.3.3); what it says next takes its place.
    case delayed
    case deferred
    case failed
    case suppressed
    case withdrawn
    case unknown

    /// The word people see: they need not know a claim from a hand-over.
    package var publicName: String {
        switch self {
        case .claimed, .handing: "sending"
        default: rawValue
        }
    }

    package var isTerminal: Bool {
        switch self {
        case .sent, .delayed, .failed, .suppressed, .withdrawn: true
        case .queued, .claimed, .handing, .deferred, .unknown: false
        }
    }

    /// Whether a server took it and has not given it back.
    package var hasLeft: Bool { self == .sent || self == .delayed }
}
