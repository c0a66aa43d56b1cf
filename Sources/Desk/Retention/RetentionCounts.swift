/// What retention removed, or would remove, from one mailbox: numbers, and nothing of anybody.
package struct RetentionCounts: Sendable, Equatable {
    package var tickets: Int
    package var messages: Int
    /// Files that go with their tickets.
    package var ticketFiles: Int
    /// Tickets that stay and lose their files, and how many those are.
    package var strippedTickets: Int
    package var files: Int
    /// People of whom nothing else is left; their keys are destroyed. Unknown before it happens.
    package var people: Int
    /// Copies on the mail server, in the folder that imported mail was moved to.
    package var copies: Int

    package init(
        tickets: Int = 0, messages: Int = 0, ticketFiles: Int = 0, strippedTickets: Int = 0, files: Int = 0,
        people: Int = 0, copies: Int = 0
    ) {
        self.tickets = tickets
        self.messages = messages
        self.ticketFiles = ticketFiles
        self.strippedTickets = strippedTickets
        self.files = files
        self.people = people
        self.copies = copies
    }

    package var isNothing: Bool { tickets == 0 && files == 0 && copies == 0 }

    package static func + (one: RetentionCounts, other: RetentionCounts) -> RetentionCounts {
        RetentionCounts(
            tickets: one.tickets + other.tickets, messages: one.messages + other.messages,
            ticketFiles: one.ticketFiles + other.ticketFiles,
            strippedTickets: one.strippedTickets + other.strippedTickets, files: one.files + other.files,
            people: one.people + other.people, copies: one.copies + other.copies)
    }
}

/// A count of what is due in a mailbox, and of all it has.
package struct RetentionPlan: Sendable, Equatable {
    package var due: RetentionCounts
    /// Tickets that would be due and stay, because something about them is not over.
    package var held: Int
    package var total: Int

    package init(due: RetentionCounts = RetentionCounts(), held: Int = 0, total: Int = 0) {
        self.due = due
        self.held = held
        self.total = total
    }

    /// P16: a run over this share of the mailbox waits for somebody.
    package var isLarge: Bool {
        let share = Limits.retentionShare
        return due.tickets * share > total || due.strippedTickets * share > total
    }
}
