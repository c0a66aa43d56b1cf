internal import Desk
internal import Foundation
internal import Mail
internal import Vault

/// One link that leaves, inside one transaction: budget, mail and row are written together or not at all.
struct OptInSending {
    let records: DeskRecords
    let dispatch: Dispatch

    /// False when nobody is to be written to.
    func send(_ id: OptInID) throws(StoreFailure) -> Bool {
        guard let optIn = try records.optIn(id), optIn.state == .waiting,
            let mailbox = dispatch.settings.mailbox(for: optIn.wish)
        else { return false }
        let session = records.session
        let now = Moment.milliseconds(dispatch.world.now())
        let index = records.hashes.address(optIn.address)
        var totals = try CourtesyTotals(session, now: now)
        let wish = try SuppressionList(session: session).record(
            records.hashes.suppression(optIn.address, group: mailbox.suppressionGroup))
        let count = totals.count(
            toAddressLastDay: try CourtesyTotals.lastDay(session, address: index, now: now),
            toAddressLastMonth: try CourtesyTotals.lastMonth(session, address: index, now: now))
        guard CourtesyBudget.allows(count, isSuppressed: wish?.covers(.automaticService, ticket: nil) ?? false) else {
            try CourtesyTotals.withhold(session, address: index, now: now)
            return false
        }
        guard let (mail, token) = try prepare(optIn, from: mailbox, index) else { return false }
        let planned = PlannedEntry(
            mail: mail, state: .queued, reason: nil, isFirstAnswer: false, isOverridden: false, isToRequester: true,
            nextAttemptAt: dispatch.world.now())
        try records.add(letter: planned, from: mailbox, owner: id.object, now: now)
        // The narrower budget of unverified senders is for acknowledgements; this counts in the common one.
        try totals.add(session, address: index, entry: mail.entry, isVerified: true, now: now)
        try records.markSent(id, token: token.hash, entry: mail.entry)
        return true
    }

    private func prepare(
        _ optIn: OptIn, from mailbox: MailboxProfile, _ index: [UInt8]
    ) throws(StoreFailure) -> (PreparedMail, LinkToken)? {
        let token = try vault { () throws(VaultFailure) in try LinkToken() }
        let isInformed = try records.person(withIndex: index)?.isInformed ?? false
        var consent: ConsentText?
        if case .consent(let wish) = optIn.wish {
            // A purpose that was closed meanwhile asks nobody any more.
            guard let purpose = try records.consentPurpose(wish.purpose), purpose.isOpen else { return nil }
            consent = purpose.text(wish.version)
            guard consent != nil else { return nil }
        }
        let letter = OptInLetter.make(
            optIn, about: consent, token: token.text,
            mailbox: try records.addressed(mailbox, now: dispatch.world.now()),
            settings: dispatch.settings, isFirstContact: !isInformed)
        do throws(Dispatch.Failure) {
            return (try dispatch.prepare(letter), token)
        } catch {
            return nil
        }
    }
}
