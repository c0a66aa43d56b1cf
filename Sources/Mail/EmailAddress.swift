/// An address that mail can be sent to: `local-part@domain` in the strict sense of RFC 5321 §4.1.2, with RFC 6531.
///
/// It cannot hold CR, LF, NUL, other controls or angle brackets, so it can stand in a header and in an envelope alike.
/// Address literals, source routes, comments and folding are refused: such text is for display only.
/// The description never shows the value.
package struct EmailAddress: Hashable, Sendable, CustomStringConvertible {
    /// As written: a dot-atom, or a quoted string with its quotes.
    package let localPart: String
    package let domain: String

    package init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count <= Limits.addressOctets, let at = bytes.lastIndex(of: .at) else { return nil }
        guard Self.isLocalPart(bytes[..<at]), Self.isDomain(bytes[(at + 1)...]) else { return nil }
        localPart = String(decoding: bytes[..<at], as: UTF8.self)
        domain = String(decoding: bytes[(at + 1)...], as: UTF8.self)
        guard !Self.holdsInvisible(text) else { return nil }
    }

    package var text: String { localPart + "@" + domain }

    package var isASCII: Bool { text.utf8.allSatisfy { $0 < 0x80 } }

    package var description: String { "<address>" }

    /// RFC 5321 §4.1.2: `Local-part = Dot-string / Quoted-string`.
    private static func isLocalPart(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard !bytes.isEmpty, bytes.count <= Limits.localPartOctets else { return false }
        return isDotAtom(bytes) || isQuotedString(bytes)
    }

    static func isDotAtom(_ bytes: ArraySlice<UInt8>) -> Bool {
        var previous = UInt8.dot
        for byte in bytes {
            if byte == .dot {
                if previous == .dot { return false }
            } else if !byte.isAtomText {
                return false
            }
            previous = byte
        }
        return previous != .dot
    }

    private static func isQuotedString(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard bytes.count > 2, bytes.first == .quote, bytes.last == .quote else { return false }
        var escaped = false
        for byte in bytes.dropFirst().dropLast() {
            // Angle brackets are legal here, but a sink that forgets the quotes would end the address at them.
            if byte < .space || byte == 0x7F || byte == .lessThan || byte == .greaterThan { return false }
            if escaped {
                escaped = false
            } else if byte == .backslash {
                escaped = true
            } else if byte == .quote {
                return false
            }
        }
        return !escaped
    }

    /// RFC 5321 §4.1.2 `Domain`, with the U-labels of RFC 6531 §3.3; one final dot is not part of it.
    private static func isDomain(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard !bytes.isEmpty, bytes.count <= Limits.domainOctets else { return false }
        for label in bytes.split(separator: .dot, omittingEmptySubsequences: false) {
            guard let first = label.first, let last = label.last, first != .dash, last != .dash else { return false }
            for byte in label where !(byte >= 0x80 || byte.isLetter || byte.isDigit || byte == .dash) {
                return false
            }
            if label.count > Limits.labelOctets && label.allSatisfy({ $0 < 0x80 }) { return false }
        }
        return true
    }

    /// Text that shows other than it reads (controls, bidi marks, white space beyond ASCII, unassigned) is no address.
    private static func holdsInvisible(_ text: String) -> Bool {
        for scalar in text.unicodeScalars where scalar.value >= 0x80 {
            switch scalar.properties.generalCategory {
            case .control, .format, .surrogate, .privateUse, .unassigned, .spaceSeparator, .lineSeparator,
                .paragraphSeparator:
                return true
            default:
                if scalar.value == 0xFFFD { return true }
            }
        }
        return false
    }
}
