internal import Desk
internal import Foundation
internal import Vault

/// A mail that reads like a request under Art. 12–22 enters the register with its clock, for a human to confirm.
extension IntakeTransaction {
    /// Once for a ticket: a second mail about the same wish adds nothing while the first is open. An archive tells of
    /// the past, and nobody waits for its answer.
    func noteRequest(_ reading: ArrivalReading, by author: PersonRow, in ticket: TicketNumber) throws(StoreFailure) {
        guard let right = reading.askedRight, !batch.isArchive else { return }
        let isKnown = try session.exists(
            "SELECT 1 FROM rights_request WHERE ticket = ? AND state <> 'closed'", [.integer(ticket.value)])
        guard !isKnown else { return }
        let country = batch.settings.controller.country
        let receivedAt = min(reading.receivedAt, batch.now)
        let request = RightsRequest(
            id: RightsRequestID(from: world), right: right, channel: .mail, receivedAt: receivedAt,
            clock: LegalClock(
                receivedOn: CalendarDay(receivedAt, in: ControllerPlace.zone(ofCountry: country)), country: country),
            state: .possible, person: author.id, ticket: ticket, wording: "", contact: nil)
        try records.add(request)
        try AuditLog(records).append(
            .requestRegistered(request.id, right, .mail), by: Principal.daemon.auditName, at: now)
    }
}
