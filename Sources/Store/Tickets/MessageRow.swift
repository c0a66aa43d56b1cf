internal import Desk

/// A message as it lies.
struct MessageRow: Sendable {
    var ticket: TicketNumber
    var position: Int64
    var id: TicketMessageID
    var direction: TicketMessage.Direction
    var author: PersonID?
    var owner: PersonID
    var at: Int64
    var isAutomatic: Bool
    var isVerified: Bool
    var isHeld: Bool
    var key: [UInt8]
    var content: [UInt8]

    /// In the order `id, position, direction, author, owner, at, is_automatic, is_verified, is_held, cek, content`.
    init(_ row: any SQLRow, of ticket: TicketNumber) throws(StoreFailure) {
        self.ticket = ticket
        id = TicketMessageID(try row.id(0))
        position = row.integer(1)
        direction = try TicketMessage.Direction(code: row.integer(2))
        author = try row.idIfAny(3).map { PersonID($0) }
        owner = PersonID(try row.id(4))
        at = row.integer(5)
        isAutomatic = row.flag(6)
        isVerified = row.flag(7)
        isHeld = row.flag(8)
        key = row.blob(9)
        content = row.blob(10)
    }
}
