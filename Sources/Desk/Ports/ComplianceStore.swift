package import Foundation

/// What the checks need of the store, and where it keeps what they came to.
package protocol ComplianceStore: Sendable {
    /// What only the store can count.
    func complianceFigures(now: Date) async throws(StoreFailure) -> ComplianceFigures
    /// What the last look came to; empty when there was none.
    func complianceStanding() async throws(StoreFailure) -> [ComplianceStanding]
    /// Keeps what a look came to, with its entry of the audit log, in one transaction.
    func keep(_ report: ComplianceReport, by author: Principal) async throws(StoreFailure)
    /// Takes a made-up person through a store of its own beside this one, removes it, and keeps how it went.
    func goRound(under settings: DeskSettings, now: Date) async throws(StoreFailure) -> RoundTrip
}
