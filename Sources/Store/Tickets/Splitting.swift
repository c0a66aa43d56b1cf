internal import Desk
internal import Foundation
internal import Mail

/// Messages become a ticket of their own, inside one transaction.
///
/// The new ticket belongs to the requester, or to the stranger whose mails were taken out. Each message keeps its
/// owner.
struct Splitting {
    let records: DeskRecords
    let author: Principal
    let now: Int64
    let world: World

    func split(
        _ ids: [TicketMessageID], from number: TicketNumber, subject: String?, ifVersion: Int64?
    ) throws(StoreFailure) -> SplitOutcome {
        guard var source = try records.ticket(number), !source.isWithheld else { return .notFound }
        if source.isStale(ifVersion, askedAs: number) { return .conflict(currentVersion: source.version) }
        let all = try records.movingMessages(of: source.number)
        let chosen = Set(ids)
        let (taken, left) = (all.filter { chosen.contains($0.id) }, all.filter { !chosen.contains($0.id) })
        guard taken.count == chosen.count, let first = taken.first else { return .refused(.unknownMessage) }
        guard !left.isEmpty else { return .refused(.nothingLeft) }
        let rows = try taken.map { (message) throws(StoreFailure) in try row(of: message) }
        guard let requester = try owner(of: rows, in: source) else { return .refused(.severalPeople) }

        guard let newNumber = TicketNumber(try records.next("ticket")) else { throw .damaged }
        var made = TicketRow(
            number: newNumber, mailbox: source.mailbox, requester: requester, status: .open, at: first.at)
        (made.updatedAt, made.priority) = (now, source.priority)
        try moveReferences(of: rows, from: source, to: newNumber)
        try records.place(taken, in: newNumber, from: [source.number])
        try records.place(left, in: source.number, from: [source.number])
        Fault.point(.m1)
        (made.messageCount, source.messageCount) = (Int64(taken.count), Int64(left.count))
        try records.copySuppressions(from: source.number, to: newNumber)
        if requester != source.requester { try admitAll(in: newNumber) }
        try write(made, subject: subject, rows, from: source)
        try note("Split off as ticket #\(newNumber.value).", on: &source)
        try AuditLog(records).append(
            .ticketSplit(newNumber, from: source.number, messages: Int64(taken.count)), by: author.auditName, at: now)
        try records.announce(.ticketOpened, ticket: newNumber, mailbox: source.mailbox, now: now)
        guard let ticket = try records.ticket(newNumber) else { throw .damaged }
        return .split(try records.shown(ticket))
    }

    /// Whose ticket it becomes; nil when it would be nobody's in particular.
    private func owner(of rows: [MessageRow], in source: TicketRow) throws(StoreFailure) -> PersonID? {
        let authors = Set(rows.filter { $0.direction == .in }.compactMap(\.author))
        if authors.isEmpty { return source.requester }
        if authors.contains(source.requester) {
            for other in authors where try !records.isParticipant(other, ticket: source.number) { return nil }
            return source.requester
        }
        guard authors.count == 1, rows.allSatisfy({ $0.direction == .in }) else { return nil }
        return authors.first
    }

    /// What points at a message by its Message-ID or by the token in our mail goes with it.
    private func moveReferences(
        of rows: [MessageRow], from source: TicketRow, to number: TicketNumber
    ) throws(StoreFailure) {
        let entries = try records.entries(of: source.number)
        for row in rows {
            for entry in entries where entry.position == row.position {
                try records.session.run(
                    "UPDATE mail_reference SET ticket = ? WHERE entry = ?",
                    [.integer(number.value), .id(entry.id.object)])
            }
            guard row.direction == .in, let id = try content(of: row)?.messageID.flatMap({ MessageID($0) }) else {
                continue
            }
            try records.session.run(
                "UPDATE mail_reference SET ticket = ? WHERE hash = ? AND kind = ? AND ticket IS NOT NULL",
                [
                    .integer(number.value), .blob(records.hashes.messageID(id)), .integer(ReferenceKind.received),
                ])
        }
    }

    private func write(
        _ ticket: TicketRow, subject: String?, _ rows: [MessageRow], from source: TicketRow
    ) throws(StoreFailure) {
        var ticket = ticket
        let old = try records.particulars(of: source)
        let heard = try rows.first { $0.direction == .in }.flatMap { (row) throws(StoreFailure) in
            try content(of: row)?.subject
        }
        let isSamePerson = ticket.requester == source.requester
        let particulars = TicketParticulars(
            subject: subject ?? [heard ?? "", isSamePerson ? old.subject : ""].first { !$0.isEmpty } ?? "",
            assignee: old.assignee, tags: isSamePerson ? old.tags : [],
            // Nobody knows which of the messages the labels are about.
            labels: old.labels)
        try records.addEvent(
            "Split off from ticket #\(source.number.value).", to: &ticket, now: now, id: TicketMessageID(from: world))
        try records.add(ticket, particulars: particulars)
        try records.session.run(
            "INSERT INTO assignment (ticket, agent) SELECT ?, agent FROM assignment WHERE ticket = ?",
            [.integer(ticket.number.value), .integer(source.number.value)])
        try records.addParticipant(ticket.requester, ticket: ticket.number)
        for row in rows where row.direction == .in && !row.isHeld {
            guard let author = row.author, try records.isParticipant(author, ticket: source.number) else { continue }
            try records.addParticipant(author, ticket: ticket.number)
        }
        try records.link(ticket.number, and: source.number)
    }

    private func note(_ text: String, on source: inout TicketRow) throws(StoreFailure) {
        try records.addEvent(text, to: &source, now: now, id: TicketMessageID(from: world))
        source.updatedAt = now
        source.version += 1
        try records.update(source)
    }

    /// In a ticket of their own nobody is a stranger.
    private func admitAll(in ticket: TicketNumber) throws(StoreFailure) {
        try records.session.run("UPDATE message SET is_held = 0 WHERE ticket = ?", [.integer(ticket.value)])
    }

    private func row(of message: MovingMessage) throws(StoreFailure) -> MessageRow {
        guard let row = try records.message(at: message.slot.position, of: message.slot.ticket) else { throw .damaged }
        return row
    }

    /// nil for what an erasure left unreadable.
    private func content(of row: MessageRow) throws(StoreFailure) -> MessageContent? {
        do throws(StoreFailure) {
            return try records.content(of: row, key: records.key(of: row))
        } catch .keyDestroyed, .keyHeld {
            return nil
        }
    }
}
