internal import Desk

/// The numbers that stand for words in the clear columns. They are part of the schema and never change.
extension TicketStatus {
    var code: Int64 {
        switch self {
        case .new: 1
        case .open: 2
        case .pending: 3
        case .closed: 4
        }
    }

    init(code: Int64) throws(StoreFailure) {
        guard let status = Self.allCases.first(where: { $0.code == code }) else { throw .damaged }
        self = status
    }
}

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
        }
    }

    init(code: Int64) throws(StoreFailure) {
        guard let state = Self.allCases.first(where: { $0.code == code }) else { throw .damaged }
        self = state
    }
}

extension TicketMessage.Direction {
    var code: Int64 {
        switch self {
        case .in: 1
        case .out: 2
        case .note: 3
        }
    }

    init(code: Int64) throws(StoreFailure) {
        switch code {
        case 1: self = .in
        case 2: self = .out
        case 3: self = .note
        default: throw .damaged
        }
    }
}

extension IntakeState.Unsettled.State {
    var code: Int64 {
        switch self {
        case .attempting: 1
        case .acceptedNotTold: 2
        case .quarantined: 3
        }
    }

    init(code: Int64) throws(StoreFailure) {
        switch code {
        case 1: self = .attempting
        case 2: self = .acceptedNotTold
        case 3: self = .quarantined
        default: throw .damaged
        }
    }
}

/// What a keyed hash in `mail_reference` is the hash of.
enum ReferenceKind {
    /// The Message-ID of a mail that came in.
    static let received: Int64 = 1
    /// The Message-ID of a mail of ours.
    static let sent: Int64 = 2
    /// A reply token of ours.
    static let token: Int64 = 3
}
