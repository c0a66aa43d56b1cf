/// A domain name that can be asked for: ASCII, lower case, without a final dot.
///
/// It cannot hold an empty label or one that is too long, so writing it never fails.
struct DomainLabel: Hashable, Sendable {
    let text: String

    /// A name beyond ASCII must come as its A-labels (RFC 5891 §4).
    init?(_ name: String) {
        let text = (name.hasSuffix(".") ? String(name.dropLast()) : name).lowercased()
        let labels = text.split(separator: ".", omittingEmptySubsequences: false)
        let isGood = labels.allSatisfy { label in
            (1...NamingLimits.labelOctets).contains(label.utf8.count) && label.utf8.allSatisfy(Self.isNameByte)
        }
        // Each label takes its length besides, and the root takes one octet.
        guard isGood, text.utf8.count + 2 <= NamingLimits.nameOctets else { return nil }
        self.text = text
    }

    /// `_imaps._tcp.` and the like before this name (RFC 2782).
    func under(_ prefix: String) -> DomainLabel? { DomainLabel(prefix + "." + text) }

    /// Whether it is the other name or stands below it.
    func isWithin(_ other: DomainLabel) -> Bool { text == other.text || text.hasSuffix("." + other.text) }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x61...0x7A, 0x2D, 0x5F: true
        default: false
        }
    }
}
