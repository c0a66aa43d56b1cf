import Desk

/// Whether an answer could be taken back; when any of it could, the answer and its ticket as they are now.
package struct APIUndo: Codable, Sendable, Equatable {
    /// Nothing of the answer left or can leave.
    package var withdrawn: Bool
    @OrNull package var message: APIMessage?
    @OrNull package var ticket: APITicket?

    init(_ taken: TakingBack?) {
        withdrawn = taken?.isWhole ?? false
        message = taken.map { APIMessage($0.message) }
        ticket = taken.map { APITicket($0.ticket) }
    }
}
