internal import Desk
internal import Vault

/// An erasure as it lies: what may be shown of it, and what only its steps need.
struct ErasureRow: Sendable {
    var erasure: Erasure
    var brief: [UInt8]?
    var mailbox: MailboxName?
    var entry: OutboxEntryID?
    var destroyedAt: Int64?

    static let select = """
        SELECT id, state, asked_at, not_before, how, author, brief, mailbox, entry, tickets, emptied, messages,
               attachments, mails, copies, quarantined, copies_removed, copies_left, scanned, residue, unreachable,
               destroyed_at, openable_until, confirmation, finished_at, told, untold
        FROM erasure
        """

    /// In the order of `select`.
    init(_ row: any SQLRow) throws(StoreFailure) {
        guard let state = ErasureState(rawValue: row.text(1)), let how = ErasureVerification.How(rawValue: row.text(4))
        else { throw .damaged }
        erasure = Erasure(
            id: ErasureID(try row.id(0)), state: state, askedAt: Moment.date(row.integer(2)),
            notBefore: Moment.date(row.integer(3)), how: how, author: row.text(5),
            copiesRemoved: Int(clamping: row.integer(16)), copiesLeft: Int(clamping: row.integer(17)))
        if !row.isNull(9) { erasure.erased = Self.counts(row) }
        erasure.scanned = row.integerIfAny(18)
        erasure.residue = row.integerIfAny(19).map { Int(clamping: $0) }
        erasure.unreachable = row.textIfAny(20)?.split(separator: "\n").map(String.init) ?? []
        erasure.openableUntil = row.integerIfAny(22).map(Moment.date)
        erasure.confirmation = try row.integerIfAny(23).map { (code) throws(StoreFailure) in
            try DeliveryState(code: code)
        }
        erasure.finishedAt = row.integerIfAny(24).map(Moment.date)
        erasure.recipientsTold = Int(clamping: row.integerIfAny(25) ?? 0)
        erasure.recipientsUntold = Int(clamping: row.integerIfAny(26) ?? 0)
        brief = row.blobIfAny(6)
        mailbox = row.textIfAny(7).flatMap { MailboxName($0) }
        entry = try row.idIfAny(8).map { OutboxEntryID($0) }
        destroyedAt = row.integerIfAny(21)
    }

    private static func counts(_ row: any SQLRow) -> ErasureCounts {
        let number = { (column: Int) in Int(clamping: row.integer(column)) }
        return ErasureCounts(
            tickets: number(9), emptied: number(10), messages: number(11), attachments: number(12), mails: number(13),
            copies: number(14), quarantined: number(15))
    }
}
