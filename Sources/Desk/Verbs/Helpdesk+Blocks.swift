/// Senders whose mail opens no ticket. They bind the whole desk, so they are the administrator's.
extension Helpdesk {
    package func blocks(as principal: Principal) async throws(DeskRefusal) -> [Block] {
        try principal.require(.admin)
        return try await storage { () async throws(StoreFailure) -> [Block] in try await store.blocks() }
    }

    /// From now on. Tickets there are stay as they are, and answers to them still join.
    package func block(_ target: BlockTarget, as principal: Principal) async throws(DeskRefusal) {
        try principal.require(.admin)
        guard !settings.value.mailboxes.contains(where: { target.covers($0.address) }) else {
            throw .invalid(field: "target", expected: "somebody else: it covers a mailbox of ours")
        }
        let isKept = try await storage { () async throws(StoreFailure) -> Bool in
            try await store.block(target, by: principal, now: world.now())
        }
        if !isKept { throw .invalid(field: "target", expected: "at most \(Limits.blocks) blocks; remove one first") }
    }

    /// False when it was not blocked.
    package func unblock(_ target: BlockTarget, as principal: Principal) async throws(DeskRefusal) -> Bool {
        try principal.require(.admin)
        return try await storage { () async throws(StoreFailure) -> Bool in
            try await store.unblock(target, by: principal, now: world.now())
        }
    }
}
