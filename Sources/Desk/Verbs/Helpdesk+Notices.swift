import Foundation
import Vault

/// The settings page behind the link of every mail to staff (mail.md, class M7).
extension Helpdesk {
    /// What the page shows; nil when the link is one for customers. Reads only (P13).
    package func noticePage(token text: String) async throws(DeskRefusal) -> NoticePage? {
        let claim = try readToken(text)
        guard claim.isForStaff else { return nil }
        let muted = try await storage { () async throws(StoreFailure) -> [[UInt8]: Date] in
            try await store.noticeMutes([claim.suppression])
        }
        return await page(of: claim, isMuted: !muted.isEmpty)
    }

    /// Mutes notices to the address the link was sent to, and to nobody else. Idempotent.
    package func muteNotices(
        token text: String, source: Suppression.Source
    ) async throws(DeskRefusal) -> NoticePage {
        let claim = try readStaffToken(text)
        try await suppress(
            Suppression(
                hash: claim.suppression, keyVersion: claim.suppressionVersion, scope: .notices, ticket: nil,
                at: world.now(), source: source), by: .daemon)
        return await page(of: claim, isMuted: true)
    }

    /// Takes that back. Whoever holds a link of the address may.
    package func unmuteNotices(token text: String) async throws(DeskRefusal) -> NoticePage {
        let claim = try readStaffToken(text)
        try await storage { () async throws(StoreFailure) in
            try await store.liftSuppression(
                hash: claim.suppression, evidence: "settings page of notices", by: .daemon, now: world.now())
        }
        return await page(of: claim, isMuted: false)
    }

    private func readStaffToken(_ text: String) throws(DeskRefusal) -> UnsubscribeClaim {
        let claim = try readToken(text)
        guard claim.isForStaff else { throw .notFound(.link) }
        return claim
    }

    private func page(of claim: UnsubscribeClaim, isMuted: Bool) async -> NoticePage {
        let settings = settings.value
        let recipients = settings.alerts.recipients
        let own = recipients.first { address in
            StaffIdentity.hashes(of: address, keys: keys).contains { $0.hash == claim.suppression }
        }
        let mutes = await mutes(of: recipients)
        return NoticePage(
            language: settings.language, serviceName: settings.serviceName, isMuted: isMuted,
            isLast: own.map { mutes.isLast($0, of: recipients) } ?? false)
    }
}

extension UnsubscribeClaim {
    /// Whether the link stood in a mail to staff.
    var isForStaff: Bool { UnsubscribeScope(rawValue: scope).contains(.notices) }
}
