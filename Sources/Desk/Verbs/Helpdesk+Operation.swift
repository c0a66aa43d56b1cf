import Foundation
import Mail
import Vault

/// What the operator asks: how it stands, the queue, the tokens, the backups.
extension Helpdesk {
    /// Anybody with a principal may know how the daemon stands: counts and states, nothing personal.
    package func status(as principal: Principal) async throws(DeskRefusal) -> DeskStatus {
        let settings = settings.value
        var mailboxes: [DeskStatus.MailboxLine] = []
        for profile in settings.mailboxes
        where principal == .unmappedLocalUser || principal.sees(profile.name) {
            let entry = board.entry(of: profile.name)
            let imported = try await storage { () async throws(StoreFailure) -> Int in
                try await store.importedCount(mailbox: profile.name)
            }
            var line = DeskStatus.MailboxLine(
                name: profile.name, address: profile.address.text, state: entry.state,
                lastSuccessAt: entry.lastSuccessAt, imported: imported)
            line.signIn = signIns.status(of: profile.name)
            // What a person must type is for whoever may sign in.
            line.signIn?.prompt = nil
            mailboxes.append(line)
        }
        let counts = try await storage { () async throws(StoreFailure) -> [DeliveryState: Int] in
            try await store.outboxCounts()
        }
        let quarantine = try await storage { () async throws(StoreFailure) -> [QuarantinedMail] in
            try await store.quarantine()
        }
        let hooks = try await storage { () async throws(StoreFailure) -> [Webhook] in try await store.webhooks() }
        let alarms = await lookForAlarms().filter { alarm in
            principal == .unmappedLocalUser || alarm.key.mailbox.map(principal.sees) ?? true
        }
        var status = DeskStatus(
            startedAt: startedAt, mailboxes: mailboxes, outbox: counts, quarantine: quarantine.count,
            quarantineUnseen: quarantine.count { $0.lookedAt == nil }, sendingRefusal: settings.sendingRefusal,
            alarms: alarms)
        status.webhooksFailing = hooks.count { $0.failingSince != nil && !$0.isDisabled }
        status.webhooksDisabled = hooks.count(where: \.isDisabled)
        status.search = await store.searchCoverage()
        return status
    }

    package func outbox(
        state: DeliveryState?, limit: Int, as principal: Principal
    ) async throws(DeskRefusal) -> [OutboxEntrySummary] {
        try principal.require(.ticketsRead)
        guard (1...Limits.pageLengthMaximum).contains(limit) else {
            throw .invalid(field: "limit", expected: "a number from 1 to \(Limits.pageLengthMaximum)")
        }
        return try await storage { () async throws(StoreFailure) -> [OutboxEntrySummary] in
            try await store.outboxEntries(state: state, visible: sight(of: principal), limit: limit)
        }
    }

    package func retryEntry(_ id: OutboxEntryID, as principal: Principal) async throws(DeskRefusal) {
        try principal.require(.ticketsWrite)
        try await requireSight(of: id, by: principal)
        try await storage { () async throws(StoreFailure) in try await store.retryEntry(id, now: world.now()) }
        bells.ringAll()
    }

    /// Takes a mail back. False when it was too late.
    package func withdrawEntry(_ id: OutboxEntryID, as principal: Principal) async throws(DeskRefusal) -> Bool {
        try principal.require(.ticketsWrite)
        try await requireSight(of: id, by: principal)
        let (store, gate, now) = (store, gate, world.now())
        return try await storage { () async throws(StoreFailure) -> Bool in
            try await gate.pass { () async throws(StoreFailure) -> Bool in
                try await store.withdrawEntry(id, now: now)
            }
        }
    }

    /// Takes back the caller's newest answer to a ticket that still waits (`[outbox] undo`, or a server that does not
    /// take it). nil when it was too late. Inside the gate, so that no mail of it can begin meanwhile.
    package func takeBackAnswer(
        to number: TicketNumber, as principal: Principal
    ) async throws(DeskRefusal) -> TakingBack? {
        try await requireWriting(on: number, by: principal)
        let (store, gate, now) = (store, gate, world.now())
        var taken = try await storage { () async throws(StoreFailure) -> TakingBack? in
            try await gate.pass { () async throws(StoreFailure) -> TakingBack? in
                try await store.withdrawAnswer(to: number, by: principal, now: now)
            }
        }
        if let ticket = taken?.ticket { taken?.ticket = dated(ticket) }
        return taken
    }

    /// Makes a token and answers it once, in clear; what is kept is its hash.
    package func addToken(
        label: String, scopes: Set<Scope>, mailboxes: Set<MailboxName>?, lifetime: Duration, as principal: Principal
    ) async throws(DeskRefusal) -> (AccessTokenRecord, secret: String) {
        try principal.require(.admin)
        guard !label.isEmpty, label.utf8.count <= Limits.lineBytes, label.isOneLine else {
            throw .invalid(field: "label", expected: "one line of 1–\(Limits.lineBytes) bytes")
        }
        guard !scopes.isEmpty else { throw .invalid(field: "scopes", expected: "at least one scope") }
        guard lifetime > .zero else { throw .invalid(field: "expires", expected: "a time to come") }
        try principal.requireToGive(scopes, of: mailboxes)
        try requireKnown(mailboxes)
        let token: AccessToken
        do throws(VaultFailure) {
            token = try AccessToken()
        } catch {
            throw .storage(.ioFailed)
        }
        let now = world.now()
        let record = AccessTokenRecord(
            id: AccessTokenID(from: world), label: label, hash: token.hash, scopes: scopes, mailboxes: mailboxes,
            createdAt: now, expiresAt: now.addingTimeInterval(lifetime.seconds))
        try await storage { () async throws(StoreFailure) in try await store.addToken(record, by: principal) }
        return (record, token.text)
    }

    package func tokens(as principal: Principal) async throws(DeskRefusal) -> [AccessTokenRecord] {
        try principal.require(.admin)
        return try await storage { () async throws(StoreFailure) -> [AccessTokenRecord] in
            try await store.tokens()
        }
    }

    package func revokeToken(_ id: AccessTokenID, as principal: Principal) async throws(DeskRefusal) {
        try principal.require(.admin)
        let wasThere = try await storage { () async throws(StoreFailure) -> Bool in
            try await store.revokeToken(id, by: principal, now: world.now())
        }
        guard wasThere else { throw .notFound(.token) }
    }

    /// Who a bearer token is; nil for an unknown, revoked or expired one.
    package func authenticate(bearer text: String) async throws(DeskRefusal) -> Principal? {
        guard let token = AccessToken(text) else { return nil }
        let now = world.now()
        let record = try await storage { () async throws(StoreFailure) -> AccessTokenRecord? in
            try await store.token(withHash: token.hash, now: now)
        }
        return record?.principal(at: now)
    }

    package func backUp(
        _ set: BackupSet, to directory: String, as principal: Principal
    ) async throws(DeskRefusal) -> BackupRecord {
        try principal.require(.admin)
        return try await storage { () async throws(StoreFailure) -> BackupRecord in
            try await store.backUp(set, to: directory, by: principal, now: world.now())
        }
    }

    private func requireSight(of id: OutboxEntryID, by principal: Principal) async throws(DeskRefusal) {
        let mailbox = try await storage { () async throws(StoreFailure) -> MailboxName? in
            try await store.mailbox(ofEntry: id)
        }
        guard let mailbox, sees(mailbox, by: principal) else { throw .notFound(.entry) }
    }
}
