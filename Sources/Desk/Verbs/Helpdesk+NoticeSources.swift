/// Keeps the privacy notice at what the registers say.
extension Helpdesk {
    /// When the daemon begins, after a reload, and after each statement. A store that does not answer leaves the
    /// notice as it was: it has its own alarm.
    package func refreshNotice() async {
        do throws(DeskRefusal) {
            let scope = try await entries(of: .scope).compactMap { $0.read(as: ScopeDecision.self) }.last
            let need = try await entries(of: .officerNeed).compactMap { $0.read(as: OfficerAssessment.self) }.last
            let register = ProcessorRegister(try await entries(of: .processors), hosts: [])
            settings.replaceNotice(
                NoticeSources(
                    representative: scope?.statement.answers.representative ?? "",
                    recipients: register.current.map { dated in
                        let processor = dated.statement
                        return NoticeSources.Recipient(
                            name: processor.name, service: processor.service, country: processor.country,
                            transfer: processor.transfer)
                    },
                    privacyContact: need.map { $0.statement.outcome == .notRequired ? $0.statement.contact : "" } ?? ""
                ))
        } catch {
            return
        }
    }

    /// The exact words of a version that was shown to somebody; nil for one that nobody was shown.
    package func noticeText(ofVersion version: String) async throws(DeskRefusal) -> String? {
        guard version.utf8.count == 16 else { return nil }
        return try await storage { () async throws(StoreFailure) -> String? in try await store.notice(version) }
    }
}
