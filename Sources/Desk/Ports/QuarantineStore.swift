package import Foundation

/// What the operator asks of mails that could not be read.
package protocol QuarantineStore: Sendable {
    /// Everything that waits, oldest first, without its text.
    func quarantine() async throws(StoreFailure) -> [QuarantinedMail]
    /// The mail with the beginning of its text. The look is recorded; one that cannot be is refused. nil: no such mail.
    func lookAtQuarantined(
        _ id: TicketMessageID, by author: Principal, now: Date
    ) async throws(StoreFailure) -> QuarantineView?
    /// Attaches the mail, as it came, to the ticket that stands for it; nothing parses it and nobody is told. The
    /// server is told with the next connection, as of any mail that was imported. nil: no such mail.
    func releaseQuarantined(
        _ id: TicketMessageID, by author: Principal, now: Date
    ) async throws(StoreFailure) -> TicketNumber?
    /// Deletes our copy and closes its ticket. The server's copy stays where it is. False: no such mail.
    func deleteQuarantined(_ id: TicketMessageID, by author: Principal, now: Date) async throws(StoreFailure) -> Bool
    /// Does that with what somebody looked at first before this time, oldest look first. Answers how many went.
    func expireQuarantined(lookedBefore: Date, limit: Int, now: Date) async throws(StoreFailure) -> Int
}

package struct QuarantinedMail: Sendable, Equatable {
    package var id: TicketMessageID
    package var mailbox: MailboxName
    package var folder: String
    package var uid: UInt32
    package var size: Int
    package var reason: String
    package var at: Date
    package var ticket: TicketNumber?
    /// When somebody looked at it first; until then it does not expire.
    package var lookedAt: Date?

    package init(
        id: TicketMessageID, mailbox: MailboxName, folder: String, uid: UInt32, size: Int, reason: String, at: Date,
        ticket: TicketNumber?, lookedAt: Date? = nil
    ) {
        self.id = id
        self.mailbox = mailbox
        self.folder = folder
        self.uid = uid
        self.size = size
        self.reason = reason
        self.at = at
        self.ticket = ticket
        self.lookedAt = lookedAt
    }

    package var expiresAt: Date? { lookedAt?.addingTimeInterval(Limits.quarantineKept.seconds) }
}

package struct QuarantineView: Sendable, Equatable {
    package var mail: QuarantinedMail
    package var text: RawText

    package init(mail: QuarantinedMail, text: RawText) {
        self.mail = mail
        self.text = text
    }
}
