internal import Desk
internal import Foundation
internal import Mail

/// People: finding them by the keyed hash of an address, and opening who they are.
extension DeskRecords {
    func person(withIndex index: [UInt8]) throws(StoreFailure) -> PersonRow? {
        try session.first(
            "SELECT \(PersonRow.columns) FROM person WHERE address = ?", [.blob(index)]
        ) { row throws(StoreFailure) in try PersonRow(row) }
    }

    /// Writes a person whose key was made before. Another transaction may have been faster: then that person is it.
    func addPerson(
        _ id: PersonID, address: EmailAddress, name: String?, index: [UInt8], now: Date
    ) throws(StoreFailure) -> PersonRow {
        let identity = PersonIdentity(address: address.text, name: name)
        let isNew = try session.run(
            """
            INSERT INTO person (id, address, identity, first_seen_at, is_undeliverable, is_informed)
            VALUES (?, ?, ?, ?, 0, 0) ON CONFLICT (address) DO NOTHING
            """,
            [
                .id(id.object), .blob(index),
                .blob(try sealer.seal(identity.bytes, at: Place.identity(of: id), owner: id)),
                .integer(Moment.minute(now)),
            ])
        if isNew == 1 { return PersonRow(id: id) }
        guard let person = try person(withIndex: index) else { throw .damaged }
        return person
    }

    func row(ofPerson id: PersonID) throws(StoreFailure) -> PersonRow? {
        try session.first(
            "SELECT \(PersonRow.columns) FROM person WHERE id = ?", [.id(id.object)]
        ) { row throws(StoreFailure) in try PersonRow(row) }
    }

    /// Address and name, both nil for a person that was erased.
    func summary(of id: PersonID) throws(StoreFailure) -> PersonSummary {
        let sealed = try session.first(
            "SELECT identity FROM person WHERE id = ?", [.id(id.object)]
        ) { row throws(StoreFailure) in row.blob(0) }
        guard let sealed else { return PersonSummary(id: id, address: nil, name: nil) }
        do throws(StoreFailure) {
            // Who somebody is stays known while the rest is withheld: a new mail of theirs has to be answered.
            let opener = sealer.opening(held: true)
            let identity = try PersonIdentity(bytes: opener.open(sealed, at: Place.identity(of: id), owner: id))
            return PersonSummary(id: id, address: EmailAddress(identity.address), name: identity.name)
        } catch .keyDestroyed {
            return PersonSummary(id: id, address: nil, name: nil)
        }
    }

    func markInformed(_ id: PersonID) throws(StoreFailure) {
        try session.run("UPDATE person SET is_informed = 1 WHERE id = ? AND is_informed = 0", [.id(id.object)])
    }

    func markUndeliverable(_ id: PersonID, now: Date) throws(StoreFailure) {
        try session.run(
            "UPDATE person SET is_undeliverable = 1, undeliverable_at = ? WHERE id = ?",
            [.integer(Moment.minute(now)), .id(id.object)])
    }

    func addParticipant(_ person: PersonID, ticket: TicketNumber) throws(StoreFailure) {
        try session.run(
            "INSERT INTO participant (person, ticket) VALUES (?, ?) ON CONFLICT (person, ticket) DO NOTHING",
            [.id(person.object), .integer(ticket.value)])
    }

    func isParticipant(_ person: PersonID, ticket: TicketNumber) throws(StoreFailure) -> Bool {
        try session.exists(
            "SELECT 1 FROM participant WHERE person = ? AND ticket = ?", [.id(person.object), .integer(ticket.value)])
    }

    func tickets(of person: PersonID) throws(StoreFailure) -> [TicketNumber] {
        try session.all(
            "SELECT ticket FROM participant WHERE person = ? ORDER BY ticket", [.id(person.object)]
        ) { row throws(StoreFailure) in
            guard let number = TicketNumber(row.integer(0)) else { throw .damaged }
            return number
        }
    }
}
