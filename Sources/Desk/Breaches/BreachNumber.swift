/// The number of a breach in the register, `3`. Never given twice: Art. 33(5) wants all of them.
package struct BreachNumber: Hashable, Sendable, Comparable {
    package let value: Int64

    package init?(_ value: Int64) {
        guard value >= 1 else { return nil }
        self.value = value
    }

    package init?(text: String) {
        guard let number = TicketNumber(text: text), !text.hasPrefix("#") else { return nil }
        value = number.value
    }

    package static func < (left: Self, right: Self) -> Bool { left.value < right.value }
}
