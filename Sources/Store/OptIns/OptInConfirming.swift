internal import Desk
internal import Foundation
internal import Mail
internal import Vault

/// The button behind a link, inside one transaction: what was wished becomes true and the link is spent together.
struct OptInConfirming {
    let records: DeskRecords
    let ledger: ErasureLedger
    let world: World
    let now: Date

    /// The key of somebody nobody knows yet, in its own commit of keys.db before the rows.
    func makeKey(_ hash: [UInt8]) throws(StoreFailure) -> PersonID? {
        guard let optIn = try records.optIn(withToken: hash, now: Moment.milliseconds(now)), optIn.state == .sent,
            case .consent = optIn.wish
        else { return nil }
        return try records.makeKey(forHolderOf: optIn.address, world: world)
    }

    func confirm(_ hash: [UInt8], newPerson: PersonID?) throws(StoreFailure) -> OptIn? {
        guard var optIn = try records.optIn(withToken: hash, now: Moment.milliseconds(now)) else { return nil }
        guard optIn.state == .sent else { return optIn }
        switch optIn.wish {
        case .resubscription(let group): try resubscribe(optIn, group: group)
        case .consent(let wish):
            guard try consent(optIn, to: wish, newPerson: newPerson) else { return nil }
        }
        try records.markConfirmed(optIn.id, now: now)
        optIn.state = .confirmed(at: Moment.date(Moment.minute(now)))
        return optIn
    }

    /// The consent has the id of the wish: one link gives one consent, and none when that was withdrawn already, which
    /// a ledger may know of that is newer than the database.
    private func consent(
        _ optIn: OptIn, to wish: ConsentWish, newPerson: PersonID?
    ) throws(StoreFailure) -> Bool {
        let id = ConsentID(optIn.id.object)
        guard let purpose = try records.consentPurpose(wish.purpose), purpose.isOpen,
            purpose.text(wish.version) != nil, try !records.isWithdrawn(id)
        else { return false }
        let record = ConsentRecord(
            id: id, purpose: wish.purpose, controller: wish.controller, version: wish.version, shown: wish.shown,
            controls: .unticked, act: .doubleOptIn, requestedAt: optIn.askedAt, givenAt: now, channel: .form,
            evidence: "double opt-in \(optIn.id.hex): the button behind the link sent to the address",
            isWithdrawalShown: true, age: wish.age, parentalAuthorisation: nil,
            reviewAt: ConsentReview.date(after: now, months: purpose.reviewMonths), author: Principal.daemon.auditName)
        try records.add(record, of: optIn.address, newPerson: newPerson, by: .daemon, now: now)
        return true
    }

    /// Every spelling under which the wish not to be written to may stand.
    private func resubscribe(_ optIn: OptIn, group: String) throws(StoreFailure) {
        let evidence = "double opt-in \(optIn.id.hex): the button behind the link sent to the address"
        for hash in records.hashes.suppression(optIn.address, group: group) {
            try records.lift(hash, evidence: evidence, as: world.newObjectID(), by: .daemon, in: ledger, now: now)
        }
    }
}
