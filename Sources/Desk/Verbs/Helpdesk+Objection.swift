import Foundation
import Mail
import Vault

/// Objections (Art. 21): against direct marketing it is absolute and at once; against anything else it restricts until
/// somebody has decided.
extension Helpdesk {
    /// Art. 21(1): what is kept of the person is withheld while somebody weighs the grounds. It ends with
    /// `unrestrict` when compelling ones prevail, or with an erasure.
    package func object(_ person: PersonID, as principal: Principal) async throws(DeskRefusal) -> Restriction {
        try await restrict(person, on: .objection, as: principal)
    }

    /// Art. 21(2), (3): nothing to weigh and nobody's identity to prove. Whoever works tickets takes it down.
    package func objectToMarketing(_ person: PersonID, as principal: Principal) async throws(DeskRefusal) {
        if !principal.has(.dpo) { try principal.require(.ticketsWrite) }
        let seen = try await requireSight(of: person, by: principal)
        try await stopMarketing(to: seen.address, source: .agent, by: principal)
    }

    /// The person's own word, from a page behind a link to their address.
    func objectToMarketing(of person: PersonID) async throws(DeskRefusal) {
        let known = try await storage { () async throws(StoreFailure) -> Person? in try await store.person(person) }
        try await stopMarketing(to: known?.address, source: .page, by: .person(person))
    }

    /// In every group of mailboxes: the objection is to the controller.
    private func stopMarketing(
        to address: EmailAddress?, source: Suppression.Source, by author: Principal
    ) async throws(DeskRefusal) {
        guard let address else { throw .notFound(.person) }
        let groups = Set(settings.value.mailboxes.map(\.suppressionGroup)).sorted()
        for group in groups {
            let identity = SuppressionIdentity.text(address: address.normalized, group: group)
            guard let hash = keys.suppressionHashes(ofAddress: identity).first else { throw .notFound(.person) }
            try await suppress(
                Suppression(
                    hash: hash.hash, keyVersion: hash.version, scope: .marketing, ticket: nil, at: world.now(),
                    source: source), by: author)
        }
    }
}
