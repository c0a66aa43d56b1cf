/// Consents, the name, and objections, as whoever is signed in to the portal sees and changes their own.
extension Helpdesk {
    /// Newest first, ended ones too.
    package func ownConsents(
        in language: Language, as principal: Principal
    ) async throws(DeskRefusal) -> [PortalConsent] {
        let person = try principal.requirePerson()
        let (records, all) = (try await consents(ofPerson: person), try await purposes())
        let title = { (code: ShortName) in
            all.first { $0.code == code }?.shown(in: language)?.title ?? code.value
        }
        var shown = records.reversed().map { record in
            let text = all.first { $0.code == record.purpose }.flatMap { purpose in
                record.version.flatMap { purpose.text($0) }
            }
            return PortalConsent(
                purpose: record.purpose, title: text?.title ?? title(record.purpose), text: text, record: record)
        }
        let granted = try await storage { () async throws(StoreFailure) -> Set<ShortName> in
            try await store.grantedPurposes(of: person)
        }
        let seen = Set(shown.map(\.purpose))
        for code in granted.subtracting(seen).sorted(by: { $0.value < $1.value }) {
            shown.append(PortalConsent(purpose: code, title: title(code), text: nil, record: nil))
        }
        return shown
    }

    /// One click, no reason. Effective when it answers (Art. 7(3)).
    package func withdrawOwnConsent(to code: ShortName, as principal: Principal) async throws(DeskRefusal) {
        let ended = try await withdrawConsent(
            to: code, of: try principal.requirePerson(), through: .portal, evidence: nil, by: principal)
        guard ended > 0 else { throw .notFound(.purpose) }
    }

    package func ownName(as principal: Principal) async throws(DeskRefusal) -> String? {
        try await own(principal).name
    }

    /// In force when it answers; whoever was sent the old one is told (Art. 16, 19).
    package func correctOwnName(_ name: String, as principal: Principal) async throws(DeskRefusal) {
        try await correctName(name, of: try principal.requirePerson())
    }

    /// Against direct marketing: absolute, and at once (Art. 21(2), (3)).
    package func objectToMarketing(as principal: Principal) async throws(DeskRefusal) {
        try await objectToMarketing(of: try principal.requirePerson())
    }

    /// Whether they said so, and nothing that says more.
    package func isObjectingToMarketing(as principal: Principal) async throws(DeskRefusal) -> Bool {
        try await own(principal).suppressions.values.contains {
            $0.scope.contains(.marketing) && !$0.scope.contains(.automatic)
        }
    }

    /// Whether no advertising reaches them, by whichever wish.
    package func isWithoutMarketing(as principal: Principal) async throws(DeskRefusal) -> Bool {
        try await own(principal).suppressions.values.contains { $0.scope.contains(.marketing) }
    }
}
