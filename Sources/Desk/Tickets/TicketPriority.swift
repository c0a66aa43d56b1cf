/// How soon a ticket wants somebody. It orders nothing by itself: a list is narrowed by it.
package enum TicketPriority: String, Sendable, CaseIterable {
    case low, normal, high, urgent
}
