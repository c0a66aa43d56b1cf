/// Characters that change how a text looks without being seen: bidirectional controls, zero-width characters, soft
/// hyphens, variation and language tags, byte order marks.
///
/// In a name or a file name they have no honest use (a name can be made to read as another), so they go. In a body
/// they stay: a joiner is spelling in Persian and in emoji.
enum InvisibleCharacters {
    static func removed(from text: String) -> String {
        guard text.unicodeScalars.contains(where: isInvisible) else { return text }
        var kept = String.UnicodeScalarView()
        for scalar in text.unicodeScalars where !isInvisible(scalar) { kept.append(scalar) }
        return String(kept)
    }

    static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x00AD, 0x034F, 0x061C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B...0x180F, 0x200B...0x200F,
            0x2028...0x202E, 0x2060...0x206F, 0x3164, 0xFE00...0xFE0F, 0xFEFF, 0xFFA0, 0xFFF0...0xFFFB,
            0xE0000...0xE0FFF:
            return true
        default:
            return false
        }
    }

    /// C0, DEL and C1: never in a header.
    static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x20 || (scalar.value >= 0x7F && scalar.value < 0xA0)
    }
}
