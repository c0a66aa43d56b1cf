/// Queues of the desk and views of one's own.
extension Helpdesk {
    package func filters(as principal: Principal) async throws(DeskRefusal) -> [SavedFilter] {
        try principal.require(.ticketsRead)
        let all = try await storage { () async throws(StoreFailure) -> [SavedFilter] in
            try await store.filters(for: principal)
        }
        // A queue of a mailbox one does not see would only show that the mailbox is there.
        return all.filter { $0.criteria.mailbox.map(principal.sees) ?? true }
    }

    /// The criteria under a name; one's own come before the desk's.
    package func criteria(
        savedAs name: ShortName, as principal: Principal
    ) async throws(DeskRefusal) -> TicketCriteria {
        let named = try await filters(as: principal).filter { $0.name == name }
        guard let filter = named.first(where: { $0.owner != nil }) ?? named.first else { throw .notFound(.filter) }
        return filter.criteria
    }

    /// Whoever may read saves a view of their own; a queue of the whole desk is for those who may write.
    package func addFilter(
        _ name: ShortName, _ criteria: TicketCriteria, isOwn: Bool, as principal: Principal
    ) async throws(DeskRefusal) -> SavedFilter {
        try principal.require(.ticketsRead)
        if !isOwn { try principal.require(.ticketsWrite) }
        try criteria.validate()
        if let mailbox = criteria.mailbox, !principal.sees(mailbox) { throw .notFound(.mailbox) }
        let filter = SavedFilter(
            id: SavedFilterID(from: world), name: name, owner: isOwn ? principal.auditName : nil, criteria: criteria)
        let outcome = try await storage { () async throws(StoreFailure) -> AddingOutcome in
            try await store.addFilter(filter)
        }
        try outcome.require(most: Limits.savedFilters)
        return filter
    }

    package func removeFilter(_ id: SavedFilterID, as principal: Principal) async throws(DeskRefusal) {
        try principal.require(.ticketsRead)
        guard let filter = try await filters(as: principal).first(where: { $0.id == id }) else {
            throw .notFound(.filter)
        }
        if filter.owner == nil { try principal.require(.ticketsWrite) }
        let wasThere = try await storage { () async throws(StoreFailure) -> Bool in
            try await store.removeFilter(id, by: principal)
        }
        guard wasThere else { throw .notFound(.filter) }
    }
}

extension AddingOutcome {
    func require(most: Int) throws(DeskRefusal) {
        switch self {
        case .added: return
        case .nameTaken: throw .invalid(field: "name", expected: "a name that is not taken; remove the other first")
        case .full: throw .invalid(field: "name", expected: "at most \(most) of them; remove one first")
        }
    }
}
