import Foundation
package import Vault

/// A key that mail of a domain is signed with, and where its public half stands: `selector._domainkey.domain`.
package struct SigningIdentity: Sendable {
    /// In lower case, as ASCII.
    package let domain: String
    package let selector: String
    package let key: SigningKey

    package init(domain: String, selector: String, key: SigningKey) {
        self.domain = domain.lowercased()
        self.selector = selector
        self.key = key
    }

    /// The record to publish (RFC 6376 §3.6.1, RFC 8463 §4).
    package func record() throws(VaultFailure) -> String {
        "v=DKIM1; k=\(key.kind.rawValue); p=\(Data(try key.publicKey()).base64EncodedString())"
    }
}
