internal import Desk

/// The number of a state in `outbox.state`. Part of the schema: it never changes.
extension DeliveryState {
    /// Below `terminalCode`: something is still to be done, and the partial index of the outbox holds the row.
    static let terminalCode: Int64 = 10

    var code: Int64 {
        switch self {
        case .queued: 1
        case .deferred: 2
        case .unknown: 3
        case .claimed: 4
        case .handing: 5
        case .sent: 10
        case .failed: 11
        case .suppressed: 12
        case .withdrawn: 13
        case .delayed: 14
        }
    }

    init(code: Int64) throws(StoreFailure) {
        guard let state = Self.allCases.first(where: { $0.code == code }) else { throw .damaged }
        self = state
    }
}
