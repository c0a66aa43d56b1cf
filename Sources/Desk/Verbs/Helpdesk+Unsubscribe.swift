import Foundation
import Mail
package import Vault

/// Unsubscribing: by link, by one click, by an agent on the phone. (By mail: the intake.)
extension Helpdesk {
    /// What a link's page shows. Reads only: fetching a link changes nothing (P13).
    package func unsubscribePage(token text: String) async throws(DeskRefusal) -> UnsubscribePage {
        let claim = try readToken(text)
        guard !claim.isForStaff else { throw .notFound(.link) }
        let view = try await storage { () async throws(StoreFailure) -> UnsubscribeSubjectView in
            try await store.unsubscribeSubject(claim)
        }
        let settings = settings.value
        let mailbox = view.mailbox.flatMap { settings.mailbox(named: $0) }
        return UnsubscribePage(
            kind: claim.kind, language: mailbox?.language ?? settings.language, serviceName: settings.serviceName,
            ticket: view.ticket, isAwaitingAnswer: view.isAwaitingAnswer, isSuppressed: view.isSuppressed)
    }

    /// Unsubscribes the holder of a token. Idempotent; answers only after no forbidden mail can start any more (P5).
    package func unsubscribe(
        token text: String, scope: UnsubscribeScope, source: Suppression.Source
    ) async throws(DeskRefusal) {
        let claim = try readToken(text)
        guard claim.kind != .undo, !claim.isForStaff else { throw .notFound(.link) }
        let view = try await storage { () async throws(StoreFailure) -> UnsubscribeSubjectView in
            try await store.unsubscribeSubject(claim)
        }
        try await suppress(
            Suppression(
                hash: claim.suppression, keyVersion: claim.suppressionVersion, scope: scope,
                ticket: view.ticket, at: world.now(), source: source), by: .daemon)
    }

    /// Takes an unsubscribe back by the single-use link sent to the address itself. False when it was used before.
    package func undoUnsubscribe(token text: String) async throws(DeskRefusal) -> Bool {
        let claim = try readToken(text)
        guard claim.kind == .undo, !claim.isForStaff else { throw .notFound(.link) }
        let bytes = Array(text.utf8)
        let isFirst = try await storage { () async throws(StoreFailure) -> Bool in
            try await store.spendToken(bytes, now: world.now())
        }
        guard isFirst else { return false }
        try await storage { () async throws(StoreFailure) in
            try await store.liftSuppression(
                hash: claim.suppression, evidence: "single-use link sent to the address", by: .daemon,
                now: world.now())
        }
        return true
    }

    /// An agent records that a person asked for it, on the phone or in person.
    package func unsubscribe(
        person id: PersonID, in group: String, as principal: Principal
    ) async throws(DeskRefusal) {
        try principal.require(.ticketsWrite)
        let identity = SuppressionIdentity.text(
            address: try await address(of: id, for: principal).normalized, group: group)
        guard let hash = keys.suppressionHashes(ofAddress: identity).first else { throw .notFound(.person) }
        try await suppress(
            Suppression(
                hash: hash.hash, keyVersion: hash.version, scope: .everything, ticket: nil, at: world.now(),
                source: .agent), by: principal)
    }

    /// Takes an unsubscribe back on evidence of an explicit act of the person. Never on a guess: without evidence the
    /// person is sent a link, and it is taken back by the button behind it. False when that is so.
    @discardableResult
    package func resubscribe(
        person id: PersonID, in group: String, evidence: String?, as principal: Principal
    ) async throws(DeskRefusal) -> Bool {
        try principal.require(.ticketsWrite)
        guard let evidence else {
            let address = try await address(of: id, for: principal)
            let wish = OptInWish.resubscription(group: group)
            let language = settings.value.mailbox(for: wish)?.language ?? settings.value.language
            try await ask(wish, of: address, in: language)
            return false
        }
        guard !evidence.isEmpty, evidence.utf8.count <= Limits.lineBytes, evidence.isOneLine else {
            throw .invalid(
                field: "evidence", expected: "one line saying how and when the person asked for it")
        }
        // The wish may have been recorded under the address with its tag or without: both are lifted.
        let address = try await address(of: id, for: principal)
        for spelling in Set([address.normalized, address.withoutTag.normalized]) {
            let identity = SuppressionIdentity.text(address: spelling, group: group)
            for (_, hash) in keys.suppressionHashes(ofAddress: identity) {
                try await storage { () async throws(StoreFailure) in
                    try await store.liftSuppression(hash: hash, evidence: evidence, by: principal, now: world.now())
                }
            }
        }
        return true
    }

    func suppress(_ suppression: Suppression, by author: Principal) async throws(DeskRefusal) {
        let (store, gate) = (store, gate)
        try await storage { () async throws(StoreFailure) in
            try await gate.pass { () async throws(StoreFailure) in try await store.suppress(suppression, by: author) }
        }
    }

    func readToken(_ text: String) throws(DeskRefusal) -> UnsubscribeClaim {
        guard let bytes = Base64URL.decode(text), let claim = keys.openUnsubscribe(bytes) else {
            throw .notFound(.link)
        }
        return claim
    }

    private func address(of id: PersonID, for principal: Principal) async throws(DeskRefusal) -> EmailAddress {
        guard let address = try await requireSight(of: id, by: principal).address else { throw .notFound(.person) }
        return address
    }
}

/// What the page behind a link shows.
package struct UnsubscribePage: Sendable, Equatable {
    package var kind: UnsubscribeClaim.Kind
    package var language: Language
    package var serviceName: String
    package var ticket: TicketNumber?
    package var isAwaitingAnswer: Bool
    package var isSuppressed: Bool

    package init(
        kind: UnsubscribeClaim.Kind, language: Language, serviceName: String, ticket: TicketNumber?,
        isAwaitingAnswer: Bool,
        isSuppressed: Bool
    ) {
        self.kind = kind
        self.language = language
        self.serviceName = serviceName
        self.ticket = ticket
        self.isAwaitingAnswer = isAwaitingAnswer
        self.isSuppressed = isSuppressed
    }

    /// The page of a link that takes an unsubscribe back.
    package var isUndo: Bool { kind == .undo }
}
