import Vault

/// What the browser of somebody who is signed in to the portal holds, and what its forms carry.
package struct PortalPass: Sendable {
    private let token: SessionToken

    /// A new one, which no browser had before.
    init() throws(DeskRefusal) {
        do throws(VaultFailure) { token = try SessionToken() } catch { throw .storage(.ioFailed) }
    }

    /// One that a browser presents. Refuses what cannot be one of ours.
    package init?(_ text: String) {
        guard let token = SessionToken(text) else { return nil }
        self.token = token
    }

    /// For the browser alone.
    package var text: String { token.text }
    /// What is kept of it.
    package var hash: [UInt8] { token.hash }
    /// What every form carries, so that no other site can send one. It says nothing about the pass.
    package var formKey: String { token.formKey }
}

extension PortalPass: CustomStringConvertible, CustomReflectable {
    package var description: String { "<portal pass>" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
