/// A message identifier without its angle brackets (RFC 5322 §3.6.4).
///
/// It cannot hold white space, controls or angle brackets and never exceeds a line, so that it can be written into a
/// header as it is. Its description never shows the value.
package struct MessageID: Hashable, Sendable, CustomStringConvertible {
    package let value: String

    /// Takes `<left@right>` or the bare form; `nil` when the value could not stand in a header.
    package init?(_ text: String) {
        var bytes = Array(text.utf8)[...]
        while let first = bytes.first, first.isSpaceOrTab { bytes.removeFirst() }
        while let last = bytes.last, last.isSpaceOrTab { bytes.removeLast() }
        if bytes.first == .lessThan {
            guard bytes.last == .greaterThan, bytes.count > 2 else { return nil }
            bytes = bytes.dropFirst().dropLast()
        }
        guard !bytes.isEmpty, bytes.count <= Limits.messageIDOctets else { return nil }
        for byte in bytes where byte <= 0x20 || byte == 0x7F || byte == .lessThan || byte == .greaterThan {
            return nil
        }
        value = String(decoding: bytes, as: UTF8.self)
    }

    package var description: String { "<message-id>" }
}
