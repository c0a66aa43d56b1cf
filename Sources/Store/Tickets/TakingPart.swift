internal import Desk
internal import Foundation
internal import Mail
internal import Vault

/// Who takes part in a ticket, changed inside one transaction.
struct TakingPart {
    let records: DeskRecords
    let author: Principal
    let now: Date
    let world: World

    /// The key of a person nobody knows yet, in its own commit before the rows (as `WritingFirst.makeKey`).
    func makeKey(for address: EmailAddress, _ number: TicketNumber) throws(StoreFailure) -> PersonID? {
        guard try records.ticket(number) != nil, try records.person(withIndex: index(of: address)) == nil else {
            return nil
        }
        let id = PersonID(from: world)
        try vault { () throws(VaultFailure) in try records.sealer.keys.makePersonKeys(for: [id.object]) }
        return id
    }

    func add(
        _ address: EmailAddress, to number: TicketNumber, newPerson: PersonID?
    ) throws(StoreFailure) -> ParticipantOutcome {
        guard var ticket = try records.ticket(number) else { return .ticketNotFound }
        let person: PersonRow
        if let known = try records.person(withIndex: index(of: address)) {
            person = known
        } else {
            guard let newPerson else { throw .damaged }
            person = try records.addPerson(
                newPerson, address: address, name: nil, index: index(of: address), now: now)
        }
        guard try !records.isParticipant(person.id, ticket: ticket.number) else {
            return .changed(try records.participants(of: ticket))
        }
        // The requester is one of them.
        guard try records.participantIDs(of: ticket.number).count <= Desk.Limits.participants else { return .tooMany }
        try records.addParticipant(person.id, ticket: ticket.number)
        try note("A participant was added.", .participantAdded(person.id, ticket: ticket.number), on: &ticket)
        return .changed(try records.participants(of: ticket))
    }

    func remove(_ person: PersonID, from number: TicketNumber) throws(StoreFailure) -> ParticipantOutcome {
        guard var ticket = try records.ticket(number) else { return .ticketNotFound }
        guard person != ticket.requester else { return .isRequester }
        let gone = try records.session.run(
            "DELETE FROM participant WHERE person = ? AND ticket = ?",
            [.id(person.object), .integer(ticket.number.value)])
        guard gone == 1 else { return .notParticipant }
        try note("A participant was removed.", .participantRemoved(person, ticket: ticket.number), on: &ticket)
        return .changed(try records.participants(of: ticket))
    }

    /// A held message is let in; its author stays who they were.
    func admit(_ message: TicketMessageID, to number: TicketNumber) throws(StoreFailure) -> AdmissionOutcome {
        guard var ticket = try records.ticket(number) else { return .ticketNotFound }
        let place: [SQLValue] = [.integer(ticket.number.value), .id(message.object)]
        guard try records.session.exists("SELECT 1 FROM message WHERE ticket = ? AND id = ?", place) else {
            return .messageNotFound
        }
        let admitted = try records.session.run(
            "UPDATE message SET is_held = 0 WHERE ticket = ? AND id = ? AND is_held = 1", place)
        if admitted == 1 {
            if ticket.status != .new { ticket.turn(to: .open, at: Moment.milliseconds(now)) }
            try note(
                "A held message was admitted.", .messageAdmitted(message, ticket: ticket.number), on: &ticket)
        }
        return .admitted(try records.shown(ticket))
    }

    /// What happened, for whoever reads the ticket. Names stand under the key of whom they name, so none stands here.
    private func note(_ text: String, _ event: AuditEvent, on ticket: inout TicketRow) throws(StoreFailure) {
        let milliseconds = Moment.milliseconds(now)
        try records.addEvent(text, to: &ticket, now: milliseconds, id: TicketMessageID(from: world))
        ticket.updatedAt = milliseconds
        ticket.version += 1
        try records.update(ticket)
        try AuditLog(records).append(event, by: author.auditName, at: milliseconds)
    }

    private func index(of address: EmailAddress) -> [UInt8] { records.hashes.address(address) }
}
