/// Where a page ended: keyset pagination, so that a page is as cheap at the end as at the start.
package struct PageKey: Sendable, Equatable {
    package var updatedAt: Int64
    package var number: Int64

    package init(updatedAt: Int64, number: Int64) {
        self.updatedAt = updatedAt
        self.number = number
    }

    package var text: String { "\(updatedAt).\(number)" }

    package init?(text: String) {
        let parts = text.split(separator: ".", maxSplits: 1)
        guard parts.count == 2, let updatedAt = Int64(parts[0]), let number = Int64(parts[1]) else { return nil }
        self.init(updatedAt: updatedAt, number: number)
    }
}
