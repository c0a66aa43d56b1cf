package import Foundation
package import Mail
import Vault

/// Signs finished mail with each key of its sender's domain (DKIM), so that both `List-Unsubscribe` fields are covered,
/// as RFC 8058 §4 demands; a provider's own signature often leaves one of them out.
///
/// Mail is signed once, when it is queued, and is sent with that signature however long it waits.
package struct MailSigner: Sendable {
    package let identities: [SigningIdentity]

    package init(identities: [SigningIdentity]) {
        self.identities = identities
    }

    /// The mail as it is where the domain has no key.
    package func sign(_ mail: [UInt8], from: EmailAddress, at time: Date) throws(Dispatch.Failure) -> [UInt8] {
        let domain = from.domain.lowercased()
        let mine = identities.filter { domain == $0.domain || domain.hasSuffix("." + $0.domain) }
        guard !mine.isEmpty else { return mail }
        let bodyHash = Digest.sha256(DKIMSignature.body(of: mail))
        var fields: [UInt8] = []
        for identity in mine {
            guard
                let signature = DKIMSignature(
                    of: mail, domain: identity.domain, selector: identity.selector,
                    algorithm: identity.key.kind == .rsa ? .rsaSHA256 : .ed25519SHA256,
                    seconds: Int64(time.timeIntervalSince1970), bodyHash: bodyHash)
            else { throw .unprovable }
            do throws(VaultFailure) {
                fields += signature.field(signature: try identity.key.sign(signature.signedBytes))
            } catch {
                throw .vault(error)
            }
        }
        return fields + mail
    }
}
