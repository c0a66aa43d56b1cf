/// A name staff give to a thing of theirs, fit for a path and a command line: 1–64 of `a–z A–Z 0–9 . _ -`.
package struct ShortName: Hashable, Sendable, Comparable {
    package let value: String

    package init?(_ value: String) {
        guard let name = MailboxName(value) else { return nil }
        self.value = name.value
    }

    package static let expected = "1–64 of a–z A–Z 0–9 . _ -"

    package static func < (left: Self, right: Self) -> Bool { left.value < right.value }
}
