import Foundation

/// Two agents on one ticket: who else looks, who else writes, and one's own draft.
extension Helpdesk {
    package func draft(on number: TicketNumber, as principal: Principal) async throws(DeskRefusal) -> DraftView {
        try await requireWriting(on: number, by: principal)
        let drafts = try await drafts(on: number)
        guard let mine = drafts.first(where: { $0.author == principal.auditName }) else { throw .notFound(.draft) }
        return try await view(of: mine, among: drafts, on: number, for: principal)
    }

    package func saveDraft(
        _ text: String, on number: TicketNumber, as principal: Principal
    ) async throws(DeskRefusal) -> DraftView {
        try await requireWriting(on: number, by: principal)
        guard text.utf8.count <= Limits.replyTextBytes else {
            throw .invalid(field: "text", expected: "at most \(Limits.replyTextBytes) bytes")
        }
        let saved = try await storage { () async throws(StoreFailure) -> Draft? in
            try await store.saveDraft(text, on: number, by: principal, now: world.now())
        }
        guard let saved else { throw .notFound(.ticket) }
        return try await view(of: saved, among: try await drafts(on: number), on: number, for: principal)
    }

    package func removeDraft(on number: TicketNumber, as principal: Principal) async throws(DeskRefusal) {
        try await requireWriting(on: number, by: principal)
        let wasThere = try await storage { () async throws(StoreFailure) -> Bool in
            try await store.removeDraft(on: number, by: principal)
        }
        guard wasThere else { throw .notFound(.draft) }
    }

    /// Remembers the look, and answers who else is there.
    func look(
        at view: TicketView, by principal: Principal
    ) async throws(DeskRefusal) -> [Colleague] {
        let (number, reader, now) = (view.ticket.number, principal.auditName, world.now())
        let name = try await name(of: principal, on: number)
        sightings.note(
            Sightings.Look(name: name, at: now, messageCount: view.ticket.messageCount), by: reader, on: number)
        return colleagues(of: principal, on: number, drafts: try await drafts(on: number))
    }

    private func view(
        of draft: Draft, among drafts: [Draft], on number: TicketNumber, for principal: Principal
    ) async throws(DeskRefusal) -> DraftView {
        let version = try await storage { () async throws(StoreFailure) -> Int64? in
            try await store.version(ofTicket: number)
        }
        return DraftView(
            draft: draft, currentVersion: version ?? draft.version,
            colleagues: colleagues(of: principal, on: number, drafts: drafts))
    }

    private func drafts(on number: TicketNumber) async throws(DeskRefusal) -> [Draft] {
        try await storage { () async throws(StoreFailure) -> [Draft] in try await store.drafts(on: number) }
    }

    private func name(of principal: Principal, on number: TicketNumber) async throws(DeskRefusal) -> String {
        if let known = sightings.name(of: principal.auditName, on: number) { return known }
        return try await storage { () async throws(StoreFailure) -> String in try await store.name(of: principal) }
    }

    private func colleagues(of principal: Principal, on number: TicketNumber, drafts: [Draft]) -> [Colleague] {
        let looks = sightings.others(than: principal.auditName, on: number, now: world.now())
        var colleagues: [String: Colleague] = [:]
        for (reader, look) in looks {
            let minute = (look.at.timeIntervalSince1970 / 60).rounded(.down) * 60
            colleagues[reader] = Colleague(name: look.name, seenAt: Date(timeIntervalSince1970: minute))
        }
        for draft in drafts where draft.author != principal.auditName {
            colleagues[draft.author, default: Colleague(name: draft.name)].draftingSince = draft.begunAt
            colleagues[draft.author]?.draftSavedAt = draft.savedAt
        }
        return colleagues.sorted { $0.key < $1.key }.map(\.value)
    }
}
