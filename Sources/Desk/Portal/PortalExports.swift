/// Copies that somebody finds on their own page.
package struct PortalExports: Sendable {
    package var exports: [Export]
    /// The address belongs to a place and not to a person: somebody has to state their authority before there is a new
    /// copy.
    package var isSharedAddress: Bool

    package init(exports: [Export], isSharedAddress: Bool) {
        self.exports = exports
        self.isSharedAddress = isSharedAddress
    }
}
