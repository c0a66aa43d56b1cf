/// What one short piece of work on the words that are searched came to.
package enum SearchStep: Sendable, Equatable {
    /// There is nothing to search: no memory was given to it.
    case off
    case idle
    case goesOn
    /// All that fits is there; told once.
    case filled(SearchFigures)
}

/// What was read for it.
package struct SearchFigures: Sendable, Equatable {
    package var tickets: Int
    package var messages: Int
    package var bytes: Int
    package var isComplete: Bool

    package init(tickets: Int, messages: Int, bytes: Int, isComplete: Bool) {
        self.tickets = tickets
        self.messages = messages
        self.bytes = bytes
        self.isComplete = isComplete
    }
}
