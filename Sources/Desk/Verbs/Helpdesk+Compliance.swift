import Foundation

/// The checks of the installation: for those who answer for the desk, and the DPO.
extension Helpdesk {
    /// Makes every check now. What it came to is kept, and its hash stands in the audit log.
    package func checkCompliance(as principal: Principal) async throws(DeskRefusal) -> ComplianceReport {
        let sights = try await complianceSights(as: principal)
        let standing = try await storage { () async throws(StoreFailure) -> [ComplianceStanding] in
            try await store.complianceStanding()
        }
        let report = ComplianceReport(sights, standing: standing)
        try await storage { () async throws(StoreFailure) in try await store.keep(report, by: principal) }
        return report
    }

    /// Takes a made-up person through. A failure is an answer and throws nothing.
    package func goRound(as principal: Principal) async throws(DeskRefusal) -> RoundTrip {
        try principal.requireOversight()
        let settings = settings.value
        return try await storage { () async throws(StoreFailure) -> RoundTrip in
            try await store.goRound(under: settings, now: world.now())
        }
    }

    /// Everything the checks judge. Reading it changes nothing.
    package func complianceSights(as principal: Principal) async throws(DeskRefusal) -> ComplianceSights {
        try principal.requireOversight()
        let processors = try await processors(as: principal)
        let (scope, impact) = (try await scope(as: principal), try await impact(as: principal))
        let settings = settings.value
        let today = CalendarDay(world.now(), in: ControllerPlace.zone(ofCountry: settings.controller.country))
        return try await storage { () async throws(StoreFailure) -> ComplianceSights in
            var retention: [MailboxName: RetentionRecord] = [:]
            for mailbox in settings.mailboxes {
                retention[mailbox.name] = try await store.retentionRecord(of: mailbox.name)
            }
            let dispatch = Dispatch(settings: settings, keys: keys, world: world)
            return ComplianceSights(
                now: world.now(), today: today, settings: settings, host: hostFacts(), law: .current, scope: scope,
                processors: processors, impact: impact, agents: try await store.agents(),
                tokens: try await store.tokens(), holds: try await store.holds(),
                breaches: try await store.breaches(includingClosed: true, limit: Limits.complianceBreaches),
                deadlines: try await store.rightsDeadlines(limit: Limits.reminders),
                erasures: try await store.erasures(limit: Limits.complianceErasures),
                purposes: try await store.consentPurposes(), retention: retention,
                backups: try await store.lastBackups(), rotation: try await store.keyRotation(),
                audit: try await store.verifyAudit(), anchorMailedAt: try await store.anchorMailedAt(),
                ledger: await store.ledgerStatus(), health: try await store.verifyHealth(),
                columns: store.storedColumns, figures: try await store.complianceFigures(now: world.now()),
                notices: Language.allCases.map { PrivacyNotice(settings, in: $0) },
                specimens: settings.mailboxes.map { MailSpecimen.acknowledgement(of: $0, by: dispatch) })
        }
    }
}
