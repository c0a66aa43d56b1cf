package import Mail

/// One affected person as the register shows them to those who write to them.
package struct AffectedPerson: Sendable, Equatable {
    package enum Letter: Sendable, Equatable {
        case none
        /// The person's letter could not be addressed.
        case unaddressed
        case mailed(DeliveryState)

        package var word: String {
            switch self {
            case .none: "none"
            case .unaddressed: "no-address"
            case .mailed(let state): state.publicName
            }
        }
    }

    package var person: PersonID
    package var address: EmailAddress?
    package var records: Int
    package var tickets: [TicketNumber]
    package var letter: Letter

    package init(
        person: PersonID, address: EmailAddress?, records: Int, tickets: [TicketNumber], letter: Letter
    ) {
        self.person = person
        self.address = address
        self.records = records
        self.tickets = tickets
        self.letter = letter
    }
}

/// What became of the letters of a breach, by number.
package struct BreachLetterCounts: Sendable, Equatable {
    package var waiting: Int
    package var sent: Int
    package var failed: Int
    package var withoutAddress: Int
    /// Affected people for whom no letter was written yet.
    package var unwritten: Int

    package init(waiting: Int = 0, sent: Int = 0, failed: Int = 0, withoutAddress: Int = 0, unwritten: Int = 0) {
        self.waiting = waiting
        self.sent = sent
        self.failed = failed
        self.withoutAddress = withoutAddress
        self.unwritten = unwritten
    }
}
