internal import Desk
internal import Vault

/// Clear columns of one entry of the outbox.
struct EntryRow: Sendable {
    var id: OutboxEntryID
    /// nil for a letter, which belongs to no ticket.
    var ticket: TicketNumber?
    /// Position of the message it delivers.
    var position: Int64
    var mailbox: MailboxName
    var mailClass: MailClass
    var state: DeliveryState
    var attempts: Int64
    var isFirstAnswer: Bool
    var isOverridden: Bool
    var isToRequester: Bool
    var isRepetition: Bool
    var enqueuedAt: Int64
    var nextAttemptAt: Int64
    var run: ObjectID?
    var lastReply: String?
    var reason: String?
    /// Hashes under which the recipient may be suppressed, 20 bytes each.
    var hashes: [[UInt8]]
    var recipient: [UInt8]

    /// How every query for entries begins, whichever it is after.
    static let select = """
        SELECT id, ticket, position, mailbox, class, state, attempts, is_first_answer, is_overridden,
               is_to_requester, is_repetition, enqueued_at, next_attempt_at, run, last_reply, reason, hashes,
               recipient
        FROM outbox
        """

    /// In the order of `select`.
    init(_ row: any SQLRow) throws(StoreFailure) {
        guard let mailbox = MailboxName(row.text(3)),
            let mailClass = MailClass(rawValue: UInt8(clamping: row.integer(4)))
        else { throw .damaged }
        id = OutboxEntryID(try row.id(0))
        ticket = TicketNumber(row.integer(1))
        position = row.integer(2)
        self.mailbox = mailbox
        self.mailClass = mailClass
        state = try DeliveryState(code: row.integer(5))
        attempts = row.integer(6)
        isFirstAnswer = row.flag(7)
        isOverridden = row.flag(8)
        isToRequester = row.flag(9)
        isRepetition = row.flag(10)
        enqueuedAt = row.integer(11)
        nextAttemptAt = row.integer(12)
        run = try row.idIfAny(13)
        lastReply = row.textIfAny(14)
        reason = row.textIfAny(15)
        hashes = Self.split(row.blob(16))
        recipient = row.blob(17)
    }

    /// Whether it may leave, as far as the suppression list knows.
    func permission(_ record: SuppressionRecord?) -> SendPermission {
        SendPermission.decide(
            mailClass, ticket: ticket, isFirstAnswer: isFirstAnswer, isOverridden: isOverridden, suppression: record)
    }

    static func split(_ joined: [UInt8]) -> [[UInt8]] {
        stride(from: 0, to: joined.count - joined.count % SuppressionList.hashBytes, by: SuppressionList.hashBytes)
            .map { Array(joined[$0..<$0 + SuppressionList.hashBytes]) }
    }
}
