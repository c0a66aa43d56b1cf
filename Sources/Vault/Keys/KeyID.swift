/// Names a root secret without telling anything of it: 16 bytes that only the same root and instance produce.
package struct KeyID: Hashable, Sendable {
    package let bytes: [UInt8]

    /// Refuses anything but 16 bytes.
    package init?(bytes: [UInt8]) {
        guard bytes.count == 16 else { return nil }
        self.bytes = bytes
    }

    package var hex: String { Hex.encode(bytes) }
}

extension KeyID: CustomStringConvertible {
    package var description: String { hex }
}
