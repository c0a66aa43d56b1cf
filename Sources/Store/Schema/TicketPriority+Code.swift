internal import Desk

/// The number of a priority in `ticket.priority`. Part of the schema: it never changes.
extension TicketPriority {
    var code: Int64 {
        switch self {
        case .low: 1
        case .normal: 2
        case .high: 3
        case .urgent: 4
        }
    }

    init(code: Int64) throws(StoreFailure) {
        guard let priority = Self.allCases.first(where: { $0.code == code }) else { throw .damaged }
        self = priority
    }
}
