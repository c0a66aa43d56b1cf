package import Mail

/// What belongs together, and who takes part.
extension Helpdesk {
    /// Makes a ticket part of another one and answers that one. Two tickets of different people stay two unless an
    /// agent has made the one's requester a participant of the other: whoever takes part may read.
    package func merge(
        _ number: TicketNumber, into target: TicketNumber, ifVersion: Int64?, as principal: Principal
    ) async throws(DeskRefusal) -> Ticket {
        try principal.require(.ticketsWrite)
        try await requireSight(of: number, by: principal)
        guard try await sees(target, principal) else {
            throw .invalid(field: "into", expected: "a ticket that exists and that you may see")
        }
        let outcome = try await storage { () async throws(StoreFailure) -> MergeOutcome in
            try await store.merge(number, into: target, ifVersion: ifVersion, by: principal, now: world.now())
        }
        switch outcome {
        case .merged(let ticket): return dated(ticket)
        case .conflict(let version): throw .conflict(currentVersion: version)
        case .notFound: throw .notFound(.ticket)
        case .refused(let why): throw why.refusal
        }
    }

    /// Takes messages out of a ticket and answers the new one they make.
    package func split(
        _ messages: [TicketMessageID], from number: TicketNumber, subject: String?, ifVersion: Int64?,
        as principal: Principal
    ) async throws(DeskRefusal) -> Ticket {
        try principal.require(.ticketsWrite)
        try await requireSight(of: number, by: principal)
        guard !messages.isEmpty, messages.count <= Limits.messagesMoved else {
            throw .invalid(field: "messages", expected: "1–\(Limits.messagesMoved) ids")
        }
        if let subject {
            let isFine =
                subject.utf8.count <= Limits.lineBytes && subject.isOneLine && subject.contains { !$0.isWhitespace }
            guard isFine else { throw .invalid(field: "subject", expected: "one line of 1–\(Limits.lineBytes) bytes") }
        }
        let outcome = try await storage { () async throws(StoreFailure) -> SplitOutcome in
            try await store.split(
                messages, from: number, subject: subject, ifVersion: ifVersion, by: principal, now: world.now())
        }
        switch outcome {
        case .split(let ticket): return dated(ticket)
        case .conflict(let version): throw .conflict(currentVersion: version)
        case .notFound: throw .notFound(.ticket)
        case .refused(let why): throw why.refusal
        }
    }

    /// Lets a stranger's message into the ticket it was held beside. The stranger gets no access by it: the next
    /// message is held again.
    package func admit(
        _ message: TicketMessageID, to number: TicketNumber, as principal: Principal
    ) async throws(DeskRefusal) -> Ticket {
        try principal.require(.ticketsWrite)
        try await requireSight(of: number, by: principal)
        let outcome = try await storage { () async throws(StoreFailure) -> AdmissionOutcome in
            try await store.admit(message, to: number, by: principal, now: world.now())
        }
        switch outcome {
        case .admitted(let ticket): return ticket
        case .ticketNotFound: throw .notFound(.ticket)
        case .messageNotFound: throw .notFound(.message)
        }
    }

    /// Lets somebody take part in a ticket: their mail joins it from now on. They are sent nothing by it.
    package func addParticipant(
        _ address: EmailAddress, to number: TicketNumber, as principal: Principal
    ) async throws(DeskRefusal) -> [PersonSummary] {
        try principal.require(.ticketsWrite)
        try await requireSight(of: number, by: principal)
        // What comes from an address of ours is our own mail, and never a word of a participant.
        guard !settings.value.mailboxes.contains(where: { $0.address.normalized == address.withoutTag.normalized })
        else { throw .invalid(field: "address", expected: "an address that is not a mailbox of this desk") }
        let outcome = try await storage { () async throws(StoreFailure) -> ParticipantOutcome in
            try await store.addParticipant(address, to: number, by: principal, now: world.now())
        }
        return try outcome.participants()
    }

    /// From now on what they write is held like a stranger's. What they wrote stays.
    package func removeParticipant(
        _ person: PersonID, from number: TicketNumber, as principal: Principal
    ) async throws(DeskRefusal) -> [PersonSummary] {
        try principal.require(.ticketsWrite)
        try await requireSight(of: number, by: principal)
        let outcome = try await storage { () async throws(StoreFailure) -> ParticipantOutcome in
            try await store.removeParticipant(person, from: number, by: principal, now: world.now())
        }
        return try outcome.participants()
    }

    private func sees(_ number: TicketNumber, _ principal: Principal) async throws(DeskRefusal) -> Bool {
        do throws(DeskRefusal) {
            try await requireSight(of: number, by: principal)
            return true
        } catch .notFound(.ticket) {
            return false
        }
    }
}

extension ParticipantOutcome {
    fileprivate func participants() throws(DeskRefusal) -> [PersonSummary] {
        switch self {
        case .changed(let participants): return participants
        case .ticketNotFound: throw .notFound(.ticket)
        case .notParticipant: throw .notFound(.person)
        case .isRequester: throw .invalid(field: "id", expected: "a participant; the requester stays with the ticket")
        case .tooMany: throw .invalid(field: "address", expected: "at most \(Limits.participants) participants")
        }
    }
}
