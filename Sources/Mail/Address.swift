/// One mailbox of an address field as it was written, decoded for showing. It may be no address at all.
///
/// Only `email` may be used for routing: it is there when the syntax was plain enough to mean the same to everybody.
/// The description never shows the values.
package struct Address: Sendable, Equatable, CustomStringConvertible {
    package let name: String?
    package let address: String?
    /// Whether the syntax around the address had one reading only.
    let isPlain: Bool

    package init(name: String?, address: String?, isPlain: Bool = true) {
        self.name = name
        self.address = address
        self.isPlain = isPlain
    }

    package var email: EmailAddress? {
        guard isPlain, let address else { return nil }
        return EmailAddress(address)
    }

    package var description: String { "<address>" }
}
