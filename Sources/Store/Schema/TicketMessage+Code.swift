internal import Desk

/// The number of a direction in `message.direction`. Part of the schema: it never changes.
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
