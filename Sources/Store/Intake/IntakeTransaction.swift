internal import Desk
internal import Foundation
internal import Mail
internal import Vault

/// Carries one batch of arrivals out inside one transaction, each in its own savepoint.
///
/// It reads what bears on an arrival, lets `Intake.decide` decide, and writes what was decided. An arrival that
/// cannot be written fails alone; a failure of the place fails the batch.
final class IntakeTransaction {
    let batch: IntakeBatch
    let records: DeskRecords
    let ledger: ErasureLedger
    let world: World
    let now: Int64
    let list: SuppressionList
    private let ownAddresses: Set<String>
    private let restoredAt: Int64?
    private let newPeople: [[UInt8]: PersonID]
    var courtesies: CourtesyTotals

    init(
        batch: IntakeBatch, records: DeskRecords, ledger: ErasureLedger, world: World,
        newPeople: [[UInt8]: PersonID]
    ) throws(StoreFailure) {
        self.batch = batch
        self.records = records
        self.ledger = ledger
        self.world = world
        self.newPeople = newPeople
        now = Moment.milliseconds(batch.now)
        list = SuppressionList(session: records.session)
        ownAddresses = Set(batch.settings.mailboxes.map(\.address.withoutTag.normalized))
        restoredAt = try DeskMarks.counter(DeskMarks.restored, records.session)
        courtesies = try CourtesyTotals(records.session, now: now)
    }

    var session: any SQLSession { records.session }

    /// Whether the batch belongs to the generation of the folder that the cursor stands in.
    func checkFolder() throws(StoreFailure) {
        let isCurrent = try session.exists(
            "SELECT 1 FROM intake_folder WHERE mailbox = ? AND folder = ? AND uid_validity = ?",
            [.text(batch.profile.name.value), .text(batch.folder), .integer(batch.uidValidity)])
        guard isCurrent else { throw .notFound }
    }

    func take(_ readings: [ArrivalReading]) throws(StoreFailure) -> [Acceptance] {
        var acceptances: [Acceptance] = []
        for reading in readings {
            do throws(StoreFailure) {
                let outcome = try session.savepoint { () throws(StoreFailure) in
                    let outcome = try take(reading)
                    switch outcome {
                    case .opened(let ticket): try noteNews(ticket, isNew: true)
                    case .appended(let ticket): try noteNews(ticket, isNew: false)
                    case .reported, .unsubscribed, .ignored, .failed: break
                    }
                    return outcome
                }
                acceptances.append(Acceptance(uid: reading.uid, outcome: outcome))
            } catch {
                if error.endsTransaction { throw error }
                acceptances.append(Acceptance(uid: reading.uid, outcome: .failed))
            }
        }
        try advanceCursor(readings)
        let imported = acceptances.filter(\.outcome.isImport).count
        if imported > 0 { try records.count(imported, in: Store.importedCounter(batch.profile.name)) }
        return acceptances
    }

    private func take(_ reading: ArrivalReading) throws(StoreFailure) -> Acceptance.Outcome {
        if try ledgerState(of: reading.uid)?.isSettledWithUs == true { return .ignored(.alreadyImported) }
        guard let message = reading.message, let authorship = reading.authorship else {
            return try quarantine(reading)
        }
        let person = try records.person(withIndex: reading.authorIndex)
        let context = try context(of: reading, authorship, person)
        // A header proves nothing: only a mail of ours, or one with a token of ours, did travel under that address.
        if batch.profile.awaitsPlusProof, reading.isPlusAddressed, context.isOurOwn || context.byToken != nil {
            try records.provePlusAddressing(batch.profile.name, at: batch.now)
        }
        let decision = Intake.decide(message, in: context)
        let outcome: Acceptance.Outcome
        var kept: TicketMessageID?
        switch decision {
        case .ignore(let reason):
            outcome = .ignored(reason)
            if reason == .blockedSender { try reading.blockedSender.count(session) }
            if reason != .alreadyImported { try addReference(reading, ticket: nil) }
        case .report(let entry, let bounce):
            outcome = .reported(try report(bounce, on: entry))
            try addReference(reading, ticket: nil)
        case .complaint(let entry):
            try complain(about: entry)
            outcome = .unsubscribed
            try addReference(reading, ticket: nil)
        case .unsubscribe(let claim):
            try unsubscribe(claim)
            outcome = .unsubscribed
            try addReference(reading, ticket: nil)
        case .append(let appending):
            let author = try self.person(of: reading, authorship)
            kept = try append(reading, by: author, appending)
            outcome = .appended(appending.to)
            try addReference(reading, ticket: appending.to)
            if !appending.isHeld { try noteRequest(reading, by: author, in: appending.to) }
        case .open(let opening):
            let author = try self.person(of: reading, authorship)
            let (number, message) = try open(reading, by: author, opening)
            kept = message
            outcome = .opened(number)
            try addReference(reading, ticket: number)
            try noteRequest(reading, by: author, in: number)
        }
        try settleLedger(reading, message: kept)
        return outcome
    }

    /// The author, known or new. A new one's key was made before the transaction; without one nothing can be sealed and
    /// the arrival is tried again.
    func person(of reading: ArrivalReading, _ authorship: Authorship?) throws(StoreFailure) -> PersonRow {
        if let known = try records.person(withIndex: reading.authorIndex) { return known }
        guard let id = newPeople[reading.authorIndex] else { throw .damaged }
        return try records.addPerson(
            id, address: reading.author, name: authorship?.name, index: reading.authorIndex, now: batch.now)
    }

    func isAddressOfOurs(_ address: EmailAddress) -> Bool {
        ownAddresses.contains(address.withoutTag.normalized)
    }

    /// Whether the server had it when the desk was put back from a backup.
    func isFromBeforeRestore(_ reading: ArrivalReading) -> Bool {
        restoredAt.map { Moment.milliseconds(reading.receivedAt) <= $0 } ?? false
    }

    private func addReference(_ reading: ArrivalReading, ticket: TicketNumber?) throws(StoreFailure) {
        try session.run(
            """
            INSERT INTO mail_reference (hash, kind, identity, mailbox, ticket, entry) VALUES (?, ?, ?, ?, ?, NULL)
            ON CONFLICT (hash, kind, identity) DO NOTHING
            """,
            [
                .blob(reading.messageHash), .integer(ReferenceKind.received), .blob(reading.identity),
                .text(batch.profile.name.value), .integer(ticket?.value),
            ])
    }
}

extension Acceptance.Outcome {
    fileprivate var isImport: Bool {
        switch self {
        case .opened, .appended: true
        case .reported, .unsubscribed, .ignored, .failed: false
        }
    }
}
