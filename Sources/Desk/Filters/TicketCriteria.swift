package import Foundation

/// Which tickets are meant: what a list is narrowed by and what a saved filter keeps. Absent is any.
package struct TicketCriteria: Sendable, Equatable {
    package var status: TicketStatus?
    package var mailbox: MailboxName?
    package var priority: TicketPriority?
    package var assignee: AssigneeWish?
    package var tag: String?
    package var label: PrivacyLabel?
    /// What is put off to later is not shown unless asked for.
    package var snoozing: Snoozing?
    /// Nothing happened on it for at least this long.
    package var unchangedFor: Duration?

    package init(
        status: TicketStatus? = nil, mailbox: MailboxName? = nil, priority: TicketPriority? = nil,
        assignee: AssigneeWish? = nil, tag: String? = nil, label: PrivacyLabel? = nil, snoozing: Snoozing? = nil,
        unchangedFor: Duration? = nil
    ) {
        self.status = status
        self.mailbox = mailbox
        self.priority = priority
        self.assignee = assignee
        self.tag = tag
        self.label = label
        self.snoozing = snoozing
        self.unchangedFor = unchangedFor
    }

    /// These, and for what they leave open the others.
    package func completed(by others: TicketCriteria) -> TicketCriteria {
        TicketCriteria(
            status: status ?? others.status, mailbox: mailbox ?? others.mailbox, priority: priority ?? others.priority,
            assignee: assignee ?? others.assignee, tag: tag ?? others.tag, label: label ?? others.label,
            snoozing: snoozing ?? others.snoozing, unchangedFor: unchangedFor ?? others.unchangedFor)
    }

    package func validate() throws(DeskRefusal) {
        if case .named(let name) = assignee, name.isEmpty || name.utf8.count > Limits.assigneeBytes || !name.isOneLine {
            throw .invalid(field: "assignee", expected: "one line of 1–\(Limits.assigneeBytes) bytes")
        }
        if let tag, tag.isEmpty || tag.utf8.count > Limits.tagBytes || !tag.isOneLine {
            throw .invalid(field: "tag", expected: "one line of 1–\(Limits.tagBytes) bytes")
        }
        if let unchangedFor, !(.zero...Limits.unchangedLongest).contains(unchangedFor) {
            throw .invalid(field: "unchangedFor", expected: "a time of at most ten years")
        }
    }

    /// Whether telling needs what is sealed in a ticket.
    package var looksInside: Bool { assignee != nil || tag != nil || label != nil }

    /// What can be told without opening a ticket.
    package func matchesOutside(
        status: TicketStatus, mailbox: MailboxName, priority: TicketPriority, snoozedUntil: Date?, updatedAt: Date,
        now: Date
    ) -> Bool {
        // One whose time has come is in sight, even before the daemon gets to bringing it back.
        let isSnoozed = snoozedUntil.map { $0 > now } ?? false
        return (snoozing ?? .hide).shows(isSnoozed: isSnoozed)
            && (self.status ?? status) == status && (self.mailbox ?? mailbox) == mailbox
            && (self.priority ?? priority) == priority
            && unchangedFor.map { now.timeIntervalSince(updatedAt) >= $0.seconds } ?? true
    }

    /// The rest of it.
    package func matchesInside(_ ticket: Ticket) -> Bool {
        let isAssigned =
            switch assignee {
            case nil: true
            case .nobody: ticket.assignee == nil
            case .named(let name): ticket.assignee == name
            }
        return isAssigned && tag.map { ticket.tags.contains($0) } ?? true
            && label.map { ticket.labels.contains($0) } ?? true
    }
}

/// Whose tickets are meant.
package enum AssigneeWish: Sendable, Equatable {
    case nobody
    case named(String)
}
