package import Mail
package import Vault

/// The keyed hashes by which muted notices of a staff address are known.
///
/// They are not those of the same address as a customer: muting notices never touches what a person gets who also
/// writes to us, and unsubscribing as a customer never silences an alarm.
package enum StaffIdentity {
    /// No mailbox can be of this group: names of groups hold no parentheses.
    private static let group = "(staff)"

    /// Newest key first.
    package static func hashes(of address: EmailAddress, keys: KeyRing) -> [(version: UInt8, hash: [UInt8])] {
        keys.suppressionHashes(ofAddress: text(of: address))
    }

    /// What the hash is made of, for those who make links.
    static func text(of address: EmailAddress) -> String {
        SuppressionIdentity.text(address: address.withASCIIDomain.normalized, group: group)
    }
}
