package import Mail

/// Looking people up.
extension Helpdesk {
    package func people(
        withAddress address: EmailAddress, as principal: Principal
    ) async throws(DeskRefusal) -> [Person] {
        try principal.require(.peopleRead)
        let person = try await storage { () async throws(StoreFailure) -> Person? in
            try await store.person(withAddress: address)
        }
        return person.map { [$0] } ?? []
    }

    package func person(_ id: PersonID, as principal: Principal) async throws(DeskRefusal) -> Person {
        try principal.require(.peopleRead)
        let person = try await storage { () async throws(StoreFailure) -> Person? in try await store.person(id) }
        guard let person else { throw .notFound(.person) }
        return person
    }
}
