package import Foundation
package import Mail
package import Vault

/// What the consent ledger asks of the store. Records are added, never changed.
package protocol ConsentStore: Sendable {
    func consentPurposes() async throws(StoreFailure) -> [ConsentPurpose]
    /// Adds a purpose, or words to one. The same words again are no new version. Answers it whole; nil when there are
    /// as many as there may be.
    func savePurpose(
        _ draft: ConsentPurposeDraft, withdrawal: String, by author: Principal, now: Date
    ) async throws(StoreFailure) -> ConsentPurpose?
    /// False when there is none that is open.
    func closePurpose(_ code: ShortName, by author: Principal, now: Date) async throws(StoreFailure) -> Bool
    /// Keeps a form as it was shown, once for each.
    func keepConsentForm(_ form: [UInt8], hash: [UInt8], now: Date) async throws(StoreFailure)
    func consentForm(_ hash: [UInt8]) async throws(StoreFailure) -> [UInt8]?
    /// Oldest first, withdrawn and invalid ones too.
    func consents(of person: PersonID) async throws(StoreFailure) -> [ConsentRecord]
    /// What the person could withdraw. Opens nothing, so it is there for people who are restricted.
    func grantedPurposes(of person: PersonID) async throws(StoreFailure) -> Set<ShortName>
    /// Adds a record for whoever has this address, known or new.
    func addConsent(
        _ record: ConsentRecord, of address: EmailAddress, by author: Principal, now: Date
    ) async throws(StoreFailure)
    /// Ends every consent of the person to the purpose that stands, with a line in the erasure ledger for each. Answers
    /// how many.
    func withdrawConsents(
        to purpose: ShortName, of person: PersonID, by withdrawal: ConsentWithdrawal, author: Principal
    ) async throws(StoreFailure) -> Int
    /// Whose link it is, as far as the person ever consented to anything.
    func consentHolder(_ claim: UnsubscribeClaim) async throws(StoreFailure) -> PersonID?
}
