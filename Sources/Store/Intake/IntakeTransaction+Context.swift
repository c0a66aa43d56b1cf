internal import Desk
internal import Foundation
internal import Mail

/// Reading what bears on an arrival.
extension IntakeTransaction {
    func context(
        of reading: ArrivalReading, _ authorship: Authorship, _ person: PersonRow?
    ) throws(StoreFailure) -> IntakeContext {
        var context = IntakeContext(
            now: batch.now, isArchive: batch.isArchive, profile: batch.profile, authorship: authorship)
        context.isFromBeforeRestore = isFromBeforeRestore(reading)
        let own = try references(reading.messageHash)
        context.identity = identity(of: reading, among: own)
        context.isOurOwn = reading.hasLoopToken || own.contains { $0.kind == ReferenceKind.sent }
        context.unsubscribe = reading.unsubscribe
        guard context.identity != .sameMail, !context.isOurOwn else { return context }
        context.reported = try reported(by: reading)
        try thread(reading, person?.id, into: &context)
        context.suppression = try suppressedScope(reading)
        context.isUndeliverable = person?.isUndeliverable(at: now) ?? false
        context.isRestricted =
            try person.map { (row) throws(StoreFailure) in try records.isRestricted(row.id) } ?? false
        context.isBlocked = try reading.blockedSender.isThere(session)
        context.asksForRight = reading.askedRight != nil
        context.isAddressOfOurs = isAddressOfOurs(reading.author)
        context.courtesies = courtesies.count(
            toAddressLastDay: try CourtesyTotals.lastDay(session, address: reading.authorIndex, now: now),
            toAddressLastHour: try CourtesyTotals.lastHour(session, address: reading.authorIndex, now: now))
        return context
    }

    private struct Reference {
        var kind: Int64
        var identity: [UInt8]
        var mailbox: String
        var ticket: TicketNumber?
        var entry: OutboxEntryID?
    }

    private func references(_ hash: [UInt8]) throws(StoreFailure) -> [Reference] {
        try session.all(
            "SELECT kind, identity, mailbox, ticket, entry FROM mail_reference WHERE hash = ?", [.blob(hash)]
        ) { row throws(StoreFailure) in
            Reference(
                kind: row.integer(0), identity: row.blob(1), mailbox: row.text(2),
                ticket: row.integerIfAny(3).flatMap { TicketNumber($0) },
                entry: try row.idIfAny(4).map { OutboxEntryID($0) })
        }
    }

    private func identity(of reading: ArrivalReading, among own: [Reference]) -> IntakeContext.IdentityMatch {
        let received = own.filter { $0.kind == ReferenceKind.received }
        if received.contains(where: { $0.identity == reading.identity }) { return .sameMail }
        return received.isEmpty ? .new : .sameMessageIDOnly
    }

    private func reported(by reading: ArrivalReading) throws(StoreFailure) -> OutboxEntryID? {
        if let returned = reading.returned,
            let entry = try references(returned).first(where: { $0.kind == ReferenceKind.sent })?.entry
        {
            return entry
        }
        guard let reference = reading.returnedReference else { return nil }
        return try records.entry(withReference: reference)?.id
    }

    /// The four ways in which a mail points at a ticket (mail.md "Threading"); what follows is decided elsewhere.
    private func thread(
        _ reading: ArrivalReading, _ author: PersonID?, into context: inout IntakeContext
    ) throws(StoreFailure) {
        for token in reading.replyTokens where context.byToken == nil {
            let found = try references(token).first { $0.kind == ReferenceKind.token }
            context.byToken = try candidate(found?.ticket, author)
        }
        for hash in reading.answered {
            let found = try references(hash)
            if context.byOurMessageID == nil {
                context.byOurMessageID = try candidate(
                    found.first { $0.kind == ReferenceKind.sent }?.ticket, author)
            }
            if context.byForeignMessageID == nil {
                let mailbox = batch.profile.name.value
                context.byForeignMessageID = try bestCandidate(
                    found.filter { $0.kind == ReferenceKind.received && $0.mailbox == mailbox }, author)
            }
        }
        context.bySubjectTag = try candidate(reading.subjectTag, author)
    }

    /// Whoever knows a Message-ID can give it to a mail of their own: of several, the one that the author belongs to
    /// counts, so that a stranger's copy cannot lead an answer astray.
    private func bestCandidate(
        _ references: [Reference], _ author: PersonID?
    ) throws(StoreFailure) -> ThreadCandidate? {
        var best: ThreadCandidate?
        for reference in references.prefix(Desk.Limits.referencesLookedAt) {
            guard let found = try candidate(reference.ticket, author) else { continue }
            if found.authorIsParticipant { return found }
            best = best ?? found
        }
        return best
    }

    private func candidate(_ number: TicketNumber?, _ author: PersonID?) throws(StoreFailure) -> ThreadCandidate? {
        guard let number else { return nil }
        // A number that became part of another leads to that one. One that is withheld leads nowhere: what is added to
        // it would be seen by nobody who answers.
        let found = try session.first(
            """
            SELECT number, status, closed_at FROM ticket
            WHERE number = COALESCE((SELECT merged_into FROM ticket WHERE number = ?), ?)
            AND NOT EXISTS (SELECT 1 FROM withheld_ticket w WHERE w.ticket = number)
            """, [.integer(number.value), .integer(number.value)]
        ) { row throws(StoreFailure) in
            (TicketNumber(row.integer(0)), try TicketStatus(code: row.integer(1)), row.integerIfAny(2))
        }
        guard let (found, status, closedAt) = found, let number = found else { return nil }
        let isParticipant = try author.map { (id) throws(StoreFailure) in
            try records.isParticipant(id, ticket: number)
        }
        return ThreadCandidate(
            number: number, status: status, closedAt: closedAt.map(Moment.date),
            authorIsParticipant: isParticipant ?? false)
    }

    private func suppressedScope(_ reading: ArrivalReading) throws(StoreFailure) -> UnsubscribeScope? {
        try list.record(reading.suppressionHashes)?.scope
    }
}
