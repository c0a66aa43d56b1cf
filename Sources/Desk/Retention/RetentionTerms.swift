package import Foundation

/// How long one mailbox keeps what it has (Art. 5(1)(e)). Without an answer to every open question of the mailbox there
/// are none, and nothing is deleted.
package struct RetentionTerms: Sendable, Equatable {
    /// A closed ticket, from its closing; one of an archive, from its import.
    package var closedTickets: Duration
    /// The files of a closed ticket.
    package var attachments: Duration
    /// Copies of imported mail in the folder they were moved to.
    package var importedCopies: Duration

    package init(closedTickets: Duration, attachments: Duration, importedCopies: Duration) {
        self.closedTickets = closedTickets
        self.attachments = attachments
        self.importedCopies = importedCopies
    }

    /// A ticket with data of Art. 9 or 10 goes sooner (gdpr.md A2.4, A16).
    package var labelledTickets: Duration { min(closedTickets, Limits.labelledTicketKept) }

    /// By which an approval knows the terms it was given under. Words of ours, part of what is stored.
    package var text: String {
        "tickets=\(closedTickets.components.seconds) attachments=\(attachments.components.seconds) "
            + "copies=\(importedCopies.components.seconds)"
    }

    /// When a ticket goes that was closed, or imported, then.
    package func expiry(of keptFrom: Date, labels: [PrivacyLabel]) -> Date {
        let isLabelled = labels.contains { $0 != .minor }
        return keptFrom.addingTimeInterval((isLabelled ? labelledTickets : closedTickets).seconds)
    }
}
