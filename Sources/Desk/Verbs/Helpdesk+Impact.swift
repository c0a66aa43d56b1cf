/// The impact assessment (Art. 35): for those who answer for the desk, and the DPO.
extension Helpdesk {
    /// nil while nobody has asked.
    package func impact(as principal: Principal) async throws(DeskRefusal) -> Dated<ImpactScreening>? {
        try principal.requireOversight()
        return try await storage { () async throws(StoreFailure) -> [RegisterEntry] in
            try await store.entries(of: .impact)
        }.compactMap { $0.read(as: ImpactScreening.self) }.last
    }

    /// In place of what was decided before, an assessment included: other answers are another assessment.
    package func screenImpact(
        _ screening: ImpactScreening, as principal: Principal
    ) async throws(DeskRefusal) -> Dated<ImpactScreening> {
        try principal.requireOversight()
        try screening.validate()
        try await file(screening, as: principal)
        return Dated(at: world.now(), author: principal.auditName, statement: screening)
    }

    /// That it was made. Refused while nobody has asked whether it is needed.
    package func recordImpact(
        _ assessment: ImpactScreening.Assessment, as principal: Principal
    ) async throws(DeskRefusal) -> Dated<ImpactScreening> {
        guard var screening = try await impact(as: principal)?.statement else {
            throw .invalid(field: "assessment", expected: "a screening before it: ticketd dpia screen")
        }
        screening.assessment = assessment
        return try await screenImpact(screening, as: principal)
    }

    /// Made anew each time, of the record in force.
    package func impactDraft(as principal: Principal) async throws(DeskRefusal) -> ImpactDraft {
        let record = try await processingRecord(as: principal)
        return ImpactDraft(
            record, screening: try await impact(as: principal)?.statement, serviceName: settings.value.serviceName,
            now: world.now())
    }
}
