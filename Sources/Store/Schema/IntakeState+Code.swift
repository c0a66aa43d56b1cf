internal import Desk

/// The number of a state in `intake_ledger.state`. Part of the schema: it never changes.
extension IntakeState.Unsettled.State {
    var code: Int64 {
        switch self {
        case .attempting: 1
        case .acceptedNotTold: 2
        case .quarantined: 3
        case .waiting: 4
        }
    }

    init(code: Int64) throws(StoreFailure) {
        switch code {
        case 1: self = .attempting
        case 2: self = .acceptedNotTold
        case 3: self = .quarantined
        case 4: self = .waiting
        default: throw .damaged
        }
    }
}
