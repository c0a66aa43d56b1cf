internal import Desk
internal import Foundation
internal import Mail
internal import Vault

/// What reports and wishes that come by mail change.
extension IntakeTransaction {
    /// A delivery report sets the state of the mail it is about and tells its ticket; it never opens one. What is said
    /// later takes the place of a delay; a failure stays one.
    func report(_ bounce: Bounce, on id: OutboxEntryID) throws(StoreFailure) -> DeliveryState {
        guard let entry = try records.entry(id) else { throw .notFound }
        if let failure = bounce.recipients.first(where: { $0.action == .failed }) { return try fail(entry, failure) }
        if let delay = bounce.recipients.first(where: { $0.action == .delayed }) { return try delaying(entry, delay) }
        guard entry.state == .delayed, let arrival = bounce.recipients.first else { return entry.state }
        try records.set(.sent, of: id, reason: nil, lastReply: arrival.status)
        return .sent
    }

    private func fail(_ entry: EntryRow, _ report: Bounce.Recipient) throws(StoreFailure) -> DeliveryState {
        if report.isAddressDead, entry.isToRequester, let ticket = try records.ticket(of: entry) {
            try records.markUndeliverable(ticket.requester, now: batch.now)
        }
        // A second report about the same mail says nothing new.
        guard entry.state != .failed else { return .failed }
        let code = report.status.map { " (\($0))" } ?? ""
        try records.set(.failed, of: entry.id, reason: "returned by a server\(code)", lastReply: report.status)
        try records.reportFailure(
            of: entry, "The mail was not delivered: a server returned it\(code).", now: now,
            note: TicketMessageID(from: world))
        return .failed
    }

    /// Said once: servers repeat it every few hours. It is no failure, and no reason to send again.
    private func delaying(_ entry: EntryRow, _ report: Bounce.Recipient) throws(StoreFailure) -> DeliveryState {
        guard entry.state == .sent else { return entry.state }
        let code = report.status.map { " (\($0))" } ?? ""
        try records.set(.delayed, of: entry.id, reason: "a server keeps trying\(code)", lastReply: report.status)
        guard var ticket = try records.ticket(of: entry) else { return .delayed }
        try records.addEvent(
            "The mail is delayed\(code); their server keeps trying.", to: &ticket, now: now,
            id: TicketMessageID(from: world))
        ticket.updatedAt = now
        try records.update(ticket)
        return .delayed
    }

    /// RFC 5965: whoever calls our mail spam does not want any more of it.
    func complain(about id: OutboxEntryID) throws(StoreFailure) {
        guard let entry = try records.entry(id), let newest = entry.hashes.first else { throw .notFound }
        try records.add(
            Suppression(
                hash: newest, keyVersion: newestVersion, scope: .everything, ticket: nil, at: batch.now,
                source: .complaint), by: .daemon, in: ledger)
        try records.withhold(newest)
        guard var ticket = try records.ticket(of: entry) else { return }
        try records.addEvent(
            "The recipient reported our mail as spam and is unsubscribed.", to: &ticket, now: now,
            id: TicketMessageID(from: world))
        ticket.updatedAt = now
        try records.update(ticket)
    }

    /// The mailto form of List-Unsubscribe. Its token is the right; who sent the mail does not matter.
    func unsubscribe(_ claim: UnsubscribeClaim) throws(StoreFailure) {
        let entry = try records.entry(withReference: claim.message)
        try records.add(
            Suppression(
                hash: claim.suppression, keyVersion: claim.suppressionVersion,
                scope: UnsubscribeScope(rawValue: claim.scope), ticket: entry?.ticket, at: batch.now, source: .mail),
            by: .daemon, in: ledger)
        try records.withhold(claim.suppression)
    }

    /// Entries keep their hashes newest key first.
    private var newestVersion: UInt8 {
        records.sealer.keys.suppressionHashes(ofAddress: "").first?.version ?? 1
    }
}
