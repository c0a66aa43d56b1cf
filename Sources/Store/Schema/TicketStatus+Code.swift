internal import Desk

/// The number of a status in `ticket.status`. Part of the schema: it never changes.
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
