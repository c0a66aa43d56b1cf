package import Mail
import Vault

/// The consent ledger: asking it, adding what came by another way than the form, withdrawing.
extension Helpdesk {
    /// "May I?", for another program. An address nobody knows has consented to nothing.
    package func consentStanding(
        of address: EmailAddress, to code: ShortName, as principal: Principal
    ) async throws(DeskRefusal) -> ConsentStanding {
        try principal.require(.peopleRead)
        let purpose = try await requireSight(of: code, by: principal)
        return ConsentStanding(try await consents(of: address), of: purpose, now: world.now())
    }

    package func consents(
        of address: EmailAddress, as principal: Principal
    ) async throws(DeskRefusal) -> [ConsentRecord] {
        try principal.require(.peopleRead)
        let seen = Set(try await purposes().filter { isSeen($0, by: principal) }.map(\.code))
        return try await consents(of: address).filter { seen.contains($0.purpose) }
    }

    /// For the person themselves, and for an export: the caller has seen who it is.
    package func consents(ofPerson id: PersonID) async throws(DeskRefusal) -> [ConsentRecord] {
        try await storage { () async throws(StoreFailure) -> [ConsentRecord] in try await store.consents(of: id) }
    }

    /// Adds what was signed or said. Without an act, the words and what shows both it is kept as invalid and counts for
    /// nothing.
    package func recordConsent(
        _ draft: ConsentDraft, of address: EmailAddress, as principal: Principal
    ) async throws(DeskRefusal) -> ConsentRecord {
        try principal.require(.ticketsWrite)
        let purpose = try await requireSight(of: draft.purpose, by: principal)
        guard purpose.isOpen else { throw .notFound(.purpose) }
        try draft.validate(now: world.now())
        let needed = ParentalAge.years(in: settings.value.controller.country)
        if purpose.isForChildren, draft.age == .notAsked, draft.channel != .import {
            throw .invalid(field: "age", expected: "at-least-\(needed) or below-\(needed); children are asked (Art. 8)")
        }
        let record = draft.record(
            as: ConsentID(from: world), to: purpose, controller: settings.value.controller.shown,
            author: principal.auditName)
        try await storage { () async throws(StoreFailure) in
            try await store.addConsent(record, of: address, by: principal, now: world.now())
        }
        return record
    }

    /// A list of before. Each row becomes a record; what shows nothing is invalid. Answers how many count.
    package func importConsents(
        _ rows: [(address: EmailAddress, draft: ConsentDraft)], as principal: Principal
    ) async throws(DeskRefusal) -> (valid: Int, invalid: Int) {
        try principal.requireOversightOfConsent()
        guard rows.count <= Limits.consentsImported else {
            throw .invalid(field: "rows", expected: "at most \(Limits.consentsImported) at once")
        }
        let all = try await purposes()
        // All are looked at before one is written: a slip in row 400 leaves no half of a list.
        var records: [(EmailAddress, ConsentRecord)] = []
        for row in rows {
            guard let purpose = all.first(where: { $0.code == row.draft.purpose && $0.isOpen }) else {
                throw .notFound(.purpose)
            }
            try row.draft.validate(now: world.now())
            records.append(
                (
                    row.address,
                    row.draft.record(
                        as: ConsentID(from: world), to: purpose, controller: settings.value.controller.shown,
                        author: principal.auditName)
                ))
        }
        for (address, record) in records {
            try await storage { () async throws(StoreFailure) in
                try await store.addConsent(record, of: address, by: principal, now: world.now())
            }
        }
        let valid = records.count { $0.1.isValid }
        return (valid, records.count - valid)
    }

    /// On what somebody said by phone, by letter or in person. Whoever works tickets may: withdrawing is as easy as
    /// giving (Art. 7(3)). Answers how many ended.
    package func withdrawConsent(
        of address: EmailAddress, to code: ShortName, through channel: ConsentChannel, evidence: String?,
        as principal: Principal
    ) async throws(DeskRefusal) -> Int {
        try principal.require(.ticketsWrite)
        _ = try await requireSight(of: code, by: principal)
        if let evidence, evidence.utf8.count > Limits.lineBytes || !evidence.isOneLine {
            throw .invalid(field: "evidence", expected: "one line of at most \(Limits.lineBytes) bytes")
        }
        let person = try await storage { () async throws(StoreFailure) -> Person? in
            try await store.person(withAddress: address)
        }
        guard let person else { return 0 }
        return try await withdrawConsent(
            to: code, of: person.id, through: channel, evidence: evidence, by: principal)
    }

    /// Effective when it answers. The caller has seen who it is.
    package func withdrawConsent(
        to code: ShortName, of person: PersonID, through channel: ConsentChannel, evidence: String?,
        by author: Principal
    ) async throws(DeskRefusal) -> Int {
        let withdrawal = ConsentWithdrawal(
            at: world.now(), channel: channel, evidence: evidence, author: author.auditName)
        return try await storage { () async throws(StoreFailure) -> Int in
            try await store.withdrawConsents(to: code, of: person, by: withdrawal, author: author)
        }
    }

    private func consents(of address: EmailAddress) async throws(DeskRefusal) -> [ConsentRecord] {
        let person = try await storage { () async throws(StoreFailure) -> Person? in
            try await store.person(withAddress: address)
        }
        guard let person else { return [] }
        return try await consents(ofPerson: person.id)
    }
}

extension Controller {
    /// As it stands on a form.
    package var shown: String { [name, address].filter { !$0.isEmpty }.joined(separator: ", ") }
}
