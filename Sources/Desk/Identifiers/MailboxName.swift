/// The operator's short name of a mailbox, as written in the configuration: 1–64 of `a–z A–Z 0–9 . _ -`.
package struct MailboxName: Hashable, Sendable, Comparable {
    package let value: String

    package init?(_ value: String) {
        let allowed = value.utf8.allSatisfy { byte in
            (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
                || byte == 0x2D || byte == 0x2E || byte == 0x5F
        }
        guard allowed, (1...Limits.mailboxNameLength).contains(value.utf8.count) else { return nil }
        self.value = value
    }

    package static func < (left: Self, right: Self) -> Bool { left.value < right.value }
}
