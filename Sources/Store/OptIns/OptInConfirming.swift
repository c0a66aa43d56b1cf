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

    func confirm(_ hash: [UInt8]) throws(StoreFailure) -> OptIn? {
        guard var optIn = try records.optIn(withToken: hash, now: Moment.milliseconds(now)) else { return nil }
        guard optIn.state == .sent else { return optIn }
        switch optIn.wish {
        case .resubscription(let group): try resubscribe(optIn, group: group)
        }
        try records.markConfirmed(optIn.id, now: now)
        optIn.state = .confirmed(at: Moment.date(Moment.minute(now)))
        return optIn
    }

    /// Every spelling under which the wish not to be written to may stand.
    private func resubscribe(_ optIn: OptIn, group: String) throws(StoreFailure) {
        let evidence = "double opt-in \(optIn.id.hex): the button behind the link sent to the address"
        for hash in records.hashes.suppression(optIn.address, group: group) {
            try records.lift(hash, evidence: evidence, as: world.newObjectID(), by: .daemon, in: ledger, now: now)
        }
    }
}
