internal import Desk

/// A message about to be written.
struct NewMessage {
    var id: TicketMessageID
    var direction: TicketMessage.Direction
    var author: PersonID?
    /// Whose key opens it: the author of a mail that came in, the requester of everything else (gdpr.md B10).
    var owner: PersonID
    var at: Int64
    var isAutomatic = false
    var isVerified = false
    var isHeld = false
    var content: MessageContent
}
