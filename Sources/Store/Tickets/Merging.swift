internal import Desk
internal import Foundation

/// One ticket becomes part of another, inside one transaction.
///
/// What is left of it is a number that leads to the other one. Each message keeps its owner, whose key opens it, and is
/// bound to its new ticket; an answer to either number, and a delivery report, finds the ticket that is left.
struct Merging {
    let records: DeskRecords
    let author: Principal
    let now: Int64
    let world: World

    func merge(
        _ number: TicketNumber, into target: TicketNumber, ifVersion: Int64?
    ) throws(StoreFailure) -> MergeOutcome {
        // What is withheld is stored and nothing else (Art. 18(2)).
        guard let source = try records.row(ofTicket: number), var kept = try records.ticket(target),
            !source.isWithheld, !kept.isWithheld
        else { return .notFound }
        if let already = source.mergedInto {
            guard already == kept.number else { return .refused(.alreadyMerged(into: already)) }
            return .merged(try records.shown(kept))
        }
        if source.isStale(ifVersion, askedAs: number) { return .conflict(currentVersion: source.version) }
        if let refusal = try refusal(source, kept) { return .refused(refusal) }
        let isSamePerson = source.requester == kept.requester
        try moveMessages(of: source, to: &kept)
        try moveParticipants(of: source, to: kept, isSamePerson: isSamePerson)
        if !isSamePerson { try forgetAnswers(to: source.requester, of: source, in: kept) }
        try records.copySuppressions(from: source.number, to: kept.number)
        try moveRelations(of: source, to: kept)
        try moveWork(on: source, to: kept, isSamePerson: isSamePerson)
        try join(source, to: &kept)
        try retire(source, into: kept)
        try AuditLog(records).append(.ticketMerged(source.number, into: kept.number), by: author.auditName, at: now)
        guard let merged = try records.ticket(kept.number) else { throw .damaged }
        return .merged(try records.shown(merged))
    }

    private func refusal(_ source: TicketRow, _ kept: TicketRow) throws(StoreFailure) -> MergeRefusal? {
        // The target was followed to where it leads, so a ring closes here and nowhere else.
        if source.number == kept.number { return .itself }
        if source.mailbox != kept.mailbox { return .differentMailboxes }
        if source.messageCount + kept.messageCount > Int64(Desk.Limits.messagesMoved) { return .tooLong }
        if source.requester == kept.requester { return nil }
        return try records.isParticipant(source.requester, ticket: kept.number) ? nil : .differentPeople
    }

    /// By time, each ticket's own order kept; at one instant the ticket that stays comes first.
    private func moveMessages(of source: TicketRow, to kept: inout TicketRow) throws(StoreFailure) {
        var (moved, staying) = (
            try records.movingMessages(of: source.number)[...], try records.movingMessages(of: kept.number)[...]
        )
        var all: [MovingMessage] = []
        while let first = staying.first {
            if let other = moved.first, other.at < first.at {
                all.append(other)
                moved.removeFirst()
            } else {
                all.append(first)
                staying.removeFirst()
            }
        }
        all += moved
        try records.place(all, in: kept.number, from: [source.number, kept.number])
        Fault.point(.m1)
        kept.messageCount = Int64(all.count)
    }

    /// Whoever took part in the one may read the other only when both are one person's.
    private func moveParticipants(
        of source: TicketRow, to kept: TicketRow, isSamePerson: Bool
    ) throws(StoreFailure) {
        if isSamePerson {
            for person in try records.participantIDs(of: source.number) {
                try records.addParticipant(person, ticket: kept.number)
            }
        }
        try records.session.run("DELETE FROM participant WHERE ticket = ?", [.integer(source.number.value)])
    }

    /// An answer to somebody else answered nothing that this requester asked, and if it comes back, nothing is wrong
    /// with this requester's address.
    private func forgetAnswers(
        to person: PersonID, of source: TicketRow, in kept: TicketRow
    ) throws(StoreFailure) {
        try records.session.run(
            """
            UPDATE outbox SET is_to_requester = 0 WHERE ticket = ? AND position IN
                (SELECT position FROM message WHERE ticket = ? AND owner = ? AND direction = ?)
            """,
            [
                .integer(kept.number.value), .integer(kept.number.value), .id(person.object),
                .integer(TicketMessage.Direction.out.code),
            ])
    }

    private func moveRelations(of source: TicketRow, to kept: TicketRow) throws(StoreFailure) {
        try records.session.run(
            """
            INSERT INTO ticket_relation (ticket, related, is_link)
            SELECT ?, related, is_link FROM ticket_relation WHERE ticket = ? AND related <> ?
            ON CONFLICT (ticket, related) DO NOTHING
            """, [.integer(kept.number.value), .integer(source.number.value), .integer(kept.number.value)])
        try records.session.run("DELETE FROM ticket_relation WHERE ticket = ?", [.integer(source.number.value)])
    }

    /// Answers in the making go along where their author has none there and the same key opens them; a ticket that was
    /// put off stays so only when both were. Whose it is, `join` decides.
    private func moveWork(on source: TicketRow, to kept: TicketRow, isSamePerson: Bool) throws(StoreFailure) {
        let both: [SQLValue] = [.integer(kept.number.value), .integer(source.number.value)]
        if isSamePerson {
            try records.session.run(
                """
                UPDATE draft SET ticket = ? WHERE ticket = ?
                AND author NOT IN (SELECT author FROM draft WHERE ticket = ?)
                """, both + [.integer(kept.number.value)])
        }
        try records.session.run("DELETE FROM draft WHERE ticket = ?", [.integer(source.number.value)])
        if source.snoozedUntil == nil, source.status != .closed {
            try records.session.run("DELETE FROM snooze WHERE ticket = ?", [.integer(kept.number.value)])
        }
        try records.session.run("DELETE FROM snooze WHERE ticket = ?", [.integer(source.number.value)])
    }

    /// The ticket that is left wants somebody as much as either of the two did, and is protected as much.
    private func join(_ source: TicketRow, to kept: inout TicketRow) throws(StoreFailure) {
        let (theirs, before) = (try records.particulars(of: source), try records.particulars(of: kept))
        var after = before
        let isAnybodys = try before.assignee != nil ? true : records.assignee(of: kept.number) != nil
        if !isAnybodys {
            after.assignee = theirs.assignee
            try records.session.run(
                "INSERT INTO assignment (ticket, agent) SELECT ?, agent FROM assignment WHERE ticket = ?",
                [.integer(kept.number.value), .integer(source.number.value)])
        }
        try records.assign(source.number, to: nil)
        after.tags = Array((before.tags + theirs.tags.filter { !before.tags.contains($0) }).prefix(Desk.Limits.tags))
        after.labels = PrivacyLabel.ordered(before.labels + theirs.labels)
        if after != before { try records.set(after, of: kept) }
        if after.labels != before.labels {
            try AuditLog(records).append(
                .ticketLabelled(kept.number, Set(after.labels)), by: author.auditName, at: now)
        }
        if source.priority.code > kept.priority.code { kept.priority = source.priority }
        switch (source.status, kept.status) {
        case (.new, .pending), (.new, .closed), (.open, .pending), (.open, .closed): kept.turn(to: .open, at: now)
        case (.pending, .closed): kept.turn(to: .pending, at: now)
        case (.closed, _), (.pending, _), (.new, _), (.open, _): break
        }
        kept.createdAt = min(kept.createdAt, source.createdAt)
        kept.updatedAt = now
        // Above both: whoever saw either of them has not seen this one.
        kept.version = max(kept.version, source.version) + 1
        try records.addEvent(
            "Ticket #\(source.number.value) was merged into this one.", to: &kept, now: now,
            id: TicketMessageID(from: world))
        try records.update(kept)
        try records.session.run(
            "UPDATE ticket SET created_at = ? WHERE number = ?",
            [.integer(kept.createdAt), .integer(kept.number.value)])
    }

    /// Nothing is left of it but where it leads. Numbers that led here lead there now, so that none takes two steps.
    private func retire(_ source: TicketRow, into kept: TicketRow) throws(StoreFailure) {
        var retired = source
        retired.turn(to: .closed, at: now)
        retired.messageCount = 0
        retired.updatedAt = now
        retired.version += 1
        try records.update(retired)
        try records.set(TicketParticulars(subject: ""), of: retired)
        try records.session.run(
            "UPDATE ticket SET merged_into = ? WHERE number = ? OR merged_into = ?",
            [.integer(kept.number.value), .integer(source.number.value), .integer(source.number.value)])
    }
}
