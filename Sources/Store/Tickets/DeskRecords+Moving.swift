internal import Desk
internal import Foundation

/// A message on its way to another place: what of it is bound to the ticket it stands in.
struct MovingMessage: Sendable {
    var slot: MessageSlot
    var id: TicketMessageID
    var owner: PersonID
    var at: Int64
    var key: [UInt8]
}

/// Where a message stands.
struct MessageSlot: Hashable, Sendable {
    var ticket: TicketNumber
    var position: Int64
}

/// Giving messages new places, with everything that points at them by place.
extension DeskRecords {
    func movingMessages(of ticket: TicketNumber) throws(StoreFailure) -> [MovingMessage] {
        try session.all(
            "SELECT position, id, owner, at, cek FROM message WHERE ticket = ? ORDER BY position",
            [.integer(ticket.value)]
        ) { row throws(StoreFailure) in
            MovingMessage(
                slot: MessageSlot(ticket: ticket, position: row.integer(0)), id: TicketMessageID(try row.id(1)),
                owner: PersonID(try row.id(2)), at: row.integer(3), key: row.blob(4))
        }
    }

    /// Makes these messages the messages of a ticket, in this order. They are all of them: whatever else stands there
    /// would be in the way. `sources` are the tickets they come from, this one included.
    func place(
        _ messages: [MovingMessage], in ticket: TicketNumber, from sources: [TicketNumber]
    ) throws(StoreFailure) {
        var places: [MessageSlot: Int64] = [:]
        for (index, message) in messages.enumerated() { places[message.slot] = Int64(index) + 1 }
        try moveEntries(to: ticket, places, from: sources)
        // Places are unique, so that everything steps aside before anything takes its new one.
        for message in messages {
            guard let position = places[message.slot] else { throw .damaged }
            let moves = message.slot.ticket != ticket
            // A place without words has no key to bind.
            let key =
                moves && !message.key.isEmpty
                ? try sealer.rebind(
                    message.key, of: message.id, from: message.slot.ticket, to: ticket, owner: message.owner)
                : message.key
            try session.run(
                "UPDATE message SET ticket = ?, position = ?, cek = ? WHERE ticket = ? AND position = ?",
                [
                    .integer(ticket.value), .integer(-position), .blob(key), .integer(message.slot.ticket.value),
                    .integer(message.slot.position),
                ])
            try session.run(
                "UPDATE answer_before SET ticket = ?, position = ? WHERE ticket = ? AND position = ?",
                [
                    .integer(ticket.value), .integer(-position), .integer(message.slot.ticket.value),
                    .integer(message.slot.position),
                ])
            if moves {
                try session.run(
                    "UPDATE quarantine SET ticket = ? WHERE message = ?",
                    [.integer(ticket.value), .id(message.id.object)])
                try session.run(
                    "UPDATE erasure_mention SET ticket = ? WHERE ticket = ? AND message = ?",
                    [.integer(ticket.value), .integer(message.slot.ticket.value), .id(message.id.object)])
                try session.run(
                    "UPDATE disclosure SET ticket = ? WHERE ticket = ? AND message = ?",
                    [.integer(ticket.value), .integer(message.slot.ticket.value), .id(message.id.object)])
            }
        }
        try session.run(
            "UPDATE message SET position = -position WHERE ticket = ? AND position < 0", [.integer(ticket.value)])
        try session.run(
            "UPDATE answer_before SET position = -position WHERE ticket = ? AND position < 0",
            [.integer(ticket.value)])
    }

    /// Deliveries and remembered requests name a message by its place.
    private func moveEntries(
        to ticket: TicketNumber, _ places: [MessageSlot: Int64], from sources: [TicketNumber]
    ) throws(StoreFailure) {
        // All are looked at before any moves: one that has moved must not be taken for one that will.
        var deliveries: [(id: OutboxEntryID, slot: MessageSlot)] = []
        var remembered: [(key: [UInt8], slot: MessageSlot)] = []
        for source in sources {
            deliveries += try entries(of: source).map {
                ($0.id, MessageSlot(ticket: source, position: $0.position))
            }
            remembered += try session.all(
                "SELECT key, position FROM idempotency WHERE ticket = ?", [.integer(source.value)]
            ) { row throws(StoreFailure) in (row.blob(0), MessageSlot(ticket: source, position: row.integer(1))) }
        }
        for (id, slot) in deliveries {
            guard let position = places[slot] else { continue }
            try session.run(
                "UPDATE outbox SET ticket = ?, position = ? WHERE id = ?",
                [.integer(ticket.value), .integer(position), .id(id.object)])
        }
        for (key, slot) in remembered {
            guard let position = places[slot] else { continue }
            try session.run(
                "UPDATE idempotency SET ticket = ?, position = ? WHERE key = ?",
                [.integer(ticket.value), .integer(position), .blob(key)])
        }
    }

    /// What a person wished for one ticket holds for the one its messages went to.
    func copySuppressions(from old: TicketNumber, to new: TicketNumber) throws(StoreFailure) {
        try session.run(
            """
            INSERT INTO suppression (hash, ticket, key_version, scope, at, source)
            SELECT hash, ?, key_version, scope, at, source FROM suppression WHERE ticket = ?
            ON CONFLICT (hash, ticket) DO UPDATE SET scope = suppression.scope | excluded.scope
            """, [.integer(new.value), .integer(old.value)])
    }
}
