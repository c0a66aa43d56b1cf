/// The number a customer sees, `#1042`. Always at least 1; never reused.
package struct TicketNumber: Hashable, Sendable, Comparable {
    package let value: Int64

    package init?(_ value: Int64) {
        guard value >= 1 else { return nil }
        self.value = value
    }

    /// Reads `1042` or `#1042`; refuses anything else, leading zeros and numbers above 2^53 included.
    package init?(text: String) {
        let digits = text.hasPrefix("#") ? text.dropFirst() : text[...]
        guard !digits.isEmpty, digits.utf8.count <= 15, digits.first != "0",
            digits.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }), let value = Int64(digits)
        else { return nil }
        self.init(value)
    }

    package var tag: String { "[#\(value)]" }

    package static func < (left: Self, right: Self) -> Bool { left.value < right.value }
}
