import Desk

/// Turns what retention sees into log lines: names of mailboxes and counts.
struct RetentionObserver: Sendable {
    let log: Log

    func saw(_ observation: RetentionWorker.Observation) {
        switch observation {
        case .ran(let mailbox, let removed):
            guard let name = PlainName(mailbox.value), removed != RetentionCounts() else { return }
            log(.retentionRan(name, tickets: removed.tickets, files: removed.files, people: removed.people))
        case .waits(let mailbox, let tickets):
            if let name = PlainName(mailbox.value) { log(.retentionWaits(name, would: tickets)) }
        case .told(let mailbox, let isTaken):
            if !isTaken, let name = PlainName(mailbox.value) { log(.retentionNotMailed(name)) }
        case .copies(let mailbox, let count):
            guard let name = PlainName(mailbox.value) else { return }
            log(.retentionCopies(name, removed: count.removed, left: count.left))
        case .copiesBlocked(let mailbox):
            if let name = PlainName(mailbox.value) { log(.retentionCopiesBlocked(name)) }
        case .paused(let jump): log(.retentionPaused(jump: jump))
        case .storeFailed(let failure): log(.storeReadOnly(reason: failure.word))
        }
    }
}
