/// What somebody may see of a mail that could not be read: its first bytes, as text. Nothing in it is decoded, followed
/// or obeyed, because whatever reads it more closely may be what failed.
package struct RawText: Sendable, Equatable {
    package let text: String
    /// Whether the mail goes on after it.
    package let isCut: Bool

    package init(of bytes: [UInt8]) {
        var shown = String.UnicodeScalarView()
        for scalar in String(decoding: bytes.prefix(Limits.quarantineShownBytes), as: UTF8.self).unicodeScalars {
            switch scalar {
            case "\r": continue
            case "\n", "\t": shown.append(scalar)
            default: shown.append(Self.isObeyed(scalar) ? "\u{FFFD}" : scalar)
            }
        }
        text = String(shown)
        isCut = bytes.count > Limits.quarantineShownBytes
    }

    /// Whatever moves a cursor, turns the direction of writing, or is not seen.
    private static func isObeyed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned: true
        default: false
        }
    }
}
