/// One place where an export shows less than is kept, and what for: it stands in the export itself (Art. 15(4)).
struct ExportRedaction: Sendable, Equatable {
    enum What: String, Sendable, CaseIterable {
        /// Addresses and names of others were covered.
        case others
        /// Who of the staff it was is not told (C-579/21).
        case staff
        /// A file of somebody else was held back: nobody can cover what stands in it.
        case file
        /// Messages between others, in somebody else's ticket.
        case messages
        /// It is kept, and nobody could open it any more.
        case unreadable
    }

    var what: What
    var ticket: TicketNumber
    /// nil when it is about several messages of the ticket.
    var position: Int64?
    var count: Int
}
