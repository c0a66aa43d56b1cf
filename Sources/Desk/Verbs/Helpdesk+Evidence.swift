import Vault

/// The bundle of evidence for a questionnaire: for those who answer for the desk, and the DPO.
extension Helpdesk {
    /// Everything that goes into it, read now; the checks are made for it.
    package func evidence(as principal: Principal) async throws(DeskRefusal) -> Evidence {
        let report = try await checkCompliance(as: principal)
        let record = try await processingRecord(as: principal)
        let (processors, impact) = (try await processors(as: principal), try await impact(as: principal))
        let settings = settings.value
        let audit = try await storage { () async throws(StoreFailure) -> AuditVerdict in
            try await store.verifyAudit()
        }
        return Evidence(
            report: report, record: record, processors: processors, impact: impact,
            notices: Language.allCases.map { PrivacyNotice(settings, in: $0) }, audit: audit,
            ledger: await store.ledgerStatus())
    }

    /// The files as one ZIP archive. That it was given out stands in the audit log with its hash.
    package func bundle(_ files: [EvidenceFile], as principal: Principal) async throws(DeskRefusal) -> [UInt8] {
        try principal.requireOversight()
        var archive = ZipArchive()
        var bytes: [UInt8] = []
        do throws(ZipArchive.Failure) {
            for file in files { bytes += try archive.entry(file.name, file.bytes, at: world.now()) }
        } catch {
            throw .invalid(field: "files", expected: "fewer of them")
        }
        bytes += archive.finish()
        let digest = Digest.sha256(bytes)
        try await storage { () async throws(StoreFailure) in
            try await store.record(.evidenceGiven(digest: digest), by: principal, now: world.now())
        }
        return bytes
    }
}
