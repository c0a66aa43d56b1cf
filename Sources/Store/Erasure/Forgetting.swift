internal import Desk
internal import Foundation
internal import Mail
internal import Vault

/// The step of an erasure that cannot be taken back: ledger, keys, rows, in this order, on one connection and with
/// nobody in between.
///
/// Two files cannot commit together, so each part can be said again: a person whose key is gone was in the ledger
/// before, and the rows of somebody without a key open nothing until they are gone too.
struct Forgetting {
    let records: DeskRecords
    let scope: ErasureScope
    let world: World

    /// What has to be on the disk before the rows go.
    struct Prepared: Sendable {
        /// The line in the ledger, when this time wrote it.
        var line: Int64?
        /// Tickets that stay, each with the id that stands for its requester from now on and has a key of its own.
        var heirs: [TicketNumber: PersonID]
    }

    init(_ records: DeskRecords, of person: PersonID, _ address: EmailAddress?, erasure: ObjectID, world: World) {
        self.records = records
        self.world = world
        scope = ErasureScope(records: records, person: person, address: address, erasure: erasure)
    }

    /// Ledger, then keys.
    func destroyKeys(ledger: ErasureLedger, now: Date) throws(StoreFailure) -> Prepared {
        try scope.fill()
        let keys = records.sealer.keys
        let isAlive = try vault { () throws(VaultFailure) in try keys.hasKey(scope.person.object) }
        var line: Int64?
        if isAlive {
            let mails = try ForgottenMails(records, of: scope.person).all()
            line = try ledger.append(.erased(scope.person, erasure: scope.erasure, mails: mails), at: now).sequence
            Fault.point(.e2)
            try vault { () throws(VaultFailure) in try keys.destroyKeys(of: scope.person.object) }
        }
        for id in try records.optInIDs("SELECT id FROM opt_in WHERE address IN (SELECT address FROM erasing)", []) {
            try vault { () throws(VaultFailure) in try keys.destroyKeys(of: id.object) }
        }
        Fault.point(.e3)
        return Prepared(line: line, heirs: try makeHeirs())
    }

    /// After `ErasureScope.fill`.
    func makeHeirs() throws(StoreFailure) -> [TicketNumber: PersonID] {
        var heirs: [TicketNumber: PersonID] = [:]
        let emptied = try records.session.all("SELECT number FROM emptied_ticket", []) { row throws(StoreFailure) in
            TicketNumber(row.integer(0))
        }
        for number in emptied.compactMap({ $0 }) { heirs[number] = PersonID(from: world) }
        let owners = heirs.values.map(\.object).sorted()
        try vault { () throws(VaultFailure) in try records.sealer.keys.makePersonKeys(for: owners) }
        return heirs
    }

    /// The rows alone, inside a transaction, of somebody whose keys a restored backup's ledger destroyed.
    func removeRestoredRows() throws(StoreFailure) {
        try scope.fill()
        try records.session.run(CopyChoice.outliving)
        _ = try removeRows(Prepared(line: nil, heirs: try makeHeirs()))
    }

    /// Every rule, in one transaction. Answers what it removed.
    func removeRows(_ prepared: Prepared) throws(StoreFailure) -> ErasureCounts {
        let counts = try scope.counts()
        for statement in ErasureRule.statements { try records.session.run(statement) }
        for (number, heir) in prepared.heirs {
            guard let ticket = try records.ticket(number) else { continue }
            var kept = ticket
            kept.requester = heir
            try records.session.run(
                "UPDATE ticket SET requester = ?, version = version + 1 WHERE number = ?",
                [.id(heir.object), .integer(number.value)])
            try records.set(TicketParticulars(subject: ""), of: kept)
        }
        try scope.clear()
        return counts
    }
}
