import Vault

/// The registers of accountability and the record made of them: for those who answer for the desk, and the DPO.
extension Helpdesk {
    package func processors(as principal: Principal) async throws(DeskRefusal) -> ProcessorRegister {
        try principal.requireOversight()
        return ProcessorRegister(try await entries(of: .processors), hosts: settings.value.hosts)
    }

    /// In place of what was stated under its name before.
    package func state(_ processor: Processor, as principal: Principal) async throws(DeskRefusal) {
        try principal.requireOversight()
        try processor.validate()
        try await file(processor, as: principal)
    }

    /// nil while nobody has decided.
    package func scope(as principal: Principal) async throws(DeskRefusal) -> Dated<ScopeDecision>? {
        try principal.requireOversight()
        return try await newestScope()
    }

    package func decideScope(
        _ answers: ScopeAnswers, reasons: String, as principal: Principal
    ) async throws(DeskRefusal) -> Dated<ScopeDecision> {
        try principal.requireOversight()
        let decision = ScopeDecision(answers, reasons: reasons)
        try decision.validate()
        try await file(decision, as: principal)
        return Dated(at: world.now(), author: principal.auditName, statement: decision)
    }

    /// Made anew each time; that it was given out, and what it said, stands in the audit log by its hash.
    package func processingRecord(as principal: Principal) async throws(DeskRefusal) -> ProcessingRecord {
        try principal.requireOversight()
        let processors = ProcessorRegister(try await entries(of: .processors), hosts: settings.value.hosts)
        let record = ProcessingRecord(
            settings.value, columns: store.storedColumns, processors: processors,
            scope: try await newestScope()?.statement, now: world.now(), today: today)
        let digest = Digest.sha256(Array(record.version.utf8))
        try await storage { () async throws(StoreFailure) in
            try await store.record(.recordGiven(digest: digest), by: principal, now: world.now())
        }
        return record
    }

    var today: CalendarDay {
        CalendarDay(world.now(), in: ControllerPlace.zone(ofCountry: settings.value.controller.country))
    }

    private func newestScope() async throws(DeskRefusal) -> Dated<ScopeDecision>? {
        try await entries(of: .scope).compactMap { $0.read(as: ScopeDecision.self) }.last
    }

    func entries(of register: Register) async throws(DeskRefusal) -> [RegisterEntry] {
        try await storage { () async throws(StoreFailure) -> [RegisterEntry] in try await store.entries(of: register) }
    }

    func file(_ statement: some RegisterStatement, as principal: Principal) async throws(DeskRefusal) {
        let entry = try RegisterEntry(
            statement, id: RegisterEntryID(from: world), at: world.now(), author: principal.auditName)
        let isKept = try await storage { () async throws(StoreFailure) -> Bool in
            try await store.state(entry, by: principal)
        }
        guard isKept else {
            throw .invalid(field: "register", expected: "a register of at most \(Limits.registerEntries) statements")
        }
        await refreshNotice()
    }
}
