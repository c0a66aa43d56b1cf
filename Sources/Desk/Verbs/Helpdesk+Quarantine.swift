import Foundation

/// Mails that could not be read: looking, letting them in as files, deleting.
extension Helpdesk {
    package func quarantine(as principal: Principal) async throws(DeskRefusal) -> [QuarantinedMail] {
        let own = principal.has(.dpo) ? confidentialMailboxes : []
        if own.isEmpty { try principal.require(.admin) }
        return try await storage { () async throws(StoreFailure) -> [QuarantinedMail] in
            try await store.quarantine().filter {
                sees($0.mailbox, by: principal) && (principal.has(.admin) || own.contains($0.mailbox))
            }
        }
    }

    /// What is in it, as far as that can be shown without reading it. The look is recorded.
    package func lookAtQuarantined(
        _ id: TicketMessageID, as principal: Principal
    ) async throws(DeskRefusal) -> QuarantineView {
        try await requireQuarantine(of: id, for: principal)
        let view = try await storage { () async throws(StoreFailure) -> QuarantineView? in
            try await store.lookAtQuarantined(id, by: principal, now: world.now())
        }
        guard let view else { throw .notFound(.quarantine) }
        return view
    }

    /// Lets it in as an attachment of the ticket that stands for it. It is not parsed again, and acknowledges nothing.
    package func releaseQuarantined(
        _ id: TicketMessageID, as principal: Principal
    ) async throws(DeskRefusal) -> TicketNumber {
        try await requireQuarantine(of: id, for: principal)
        let number = try await storage { () async throws(StoreFailure) -> TicketNumber? in
            try await store.releaseQuarantined(id, by: principal, now: world.now())
        }
        guard let number else { throw .notFound(.quarantine) }
        return number
    }

    /// Deletes our copy. What the mail server has stays there.
    package func deleteQuarantined(_ id: TicketMessageID, as principal: Principal) async throws(DeskRefusal) {
        try await requireQuarantine(of: id, for: principal)
        let wasThere = try await storage { () async throws(StoreFailure) -> Bool in
            try await store.deleteQuarantined(id, by: principal, now: world.now())
        }
        guard wasThere else { throw .notFound(.quarantine) }
    }

    private func requireQuarantine(of id: TicketMessageID, for principal: Principal) async throws(DeskRefusal) {
        guard try await quarantine(as: principal).contains(where: { $0.id == id }) else {
            throw .notFound(.quarantine)
        }
    }
}
