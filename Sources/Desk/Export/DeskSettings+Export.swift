import Foundation

/// When a ticket in a copy will be deleted (Art. 15(1)(d)).
extension DeskSettings {
    /// nil while it is not closed, and where its mailbox has no period yet.
    func expiry(of ticket: ExportedTicket) -> Date? {
        guard let kept = ticket.keptFrom, let terms = mailbox(named: ticket.mailbox)?.terms else { return nil }
        return terms.expiry(of: kept, labels: ticket.labels)
    }
}
