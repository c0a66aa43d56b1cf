internal import Foundation

/// Turns the name a stranger gave a file into one that can be shown and saved: the last path component, visible
/// characters only, no name that a system reserves. It is never used to store anything.
///
/// Normalise first, check last: a rule that looks before invisible characters are gone looks at another name.
package enum FileName {
    /// `nil` when nothing usable is left.
    package static func cleaned(_ name: String) -> String? {
        let visible = name.precomposedStringWithCanonicalMapping.unicodeScalars.filter { !isInvisible($0) }
        // Both separators: the sender's system is not the reader's.
        let component = visible.split(omittingEmptySubsequences: true) { $0 == "/" || $0 == "\\" }.last ?? visible[...]
        var scalars = component.map { reserved.contains($0) ? "_" : $0 }
        scalars = trimmed(scalars[...])
        guard !scalars.isEmpty else { return nil }
        if isDevice(scalars) { scalars.insert("_", at: 0) }
        let short = trimmed(shortened(scalars)[...])
        guard !short.isEmpty else { return nil }
        return String(String.UnicodeScalarView(short))
    }

    /// Characters that a file system or a shell of some system gives a meaning.
    private static let reserved: Set<Unicode.Scalar> = ["<", ">", ":", "\"", "|", "?", "*", "/", "\\", "\u{FFFD}"]

    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.value < 0x80 { return scalar.value < 0x20 || scalar.value == 0x7F }
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: return true
        default: return scalar.properties.isDefaultIgnorableCodePoint
        }
    }

    /// Leading dots hide a file, trailing dots and spaces are dropped by some systems, which makes another name of it.
    private static func trimmed(_ scalars: ArraySlice<Unicode.Scalar>) -> [Unicode.Scalar] {
        var scalars = scalars
        while let first = scalars.first, first == "." || first.properties.isWhitespace { scalars.removeFirst() }
        while let last = scalars.last, last == "." || last.properties.isWhitespace { scalars.removeLast() }
        return Array(scalars)
    }

    private static func isDevice(_ scalars: [Unicode.Scalar]) -> Bool {
        let stem = String(String.UnicodeScalarView(scalars.prefix { $0 != "." })).uppercased()
        if ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"].contains(stem) { return true }
        guard stem.count == 4, stem.hasPrefix("COM") || stem.hasPrefix("LPT") else { return false }
        return stem.last?.isNumber == true
    }

    /// Cuts to the octets a file system takes, keeping the extension because it decides what opens the file.
    private static func shortened(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
        guard octets(scalars) > Limits.fileNameOctets else { return scalars }
        var suffix: [Unicode.Scalar] = []
        if let dot = scalars.lastIndex(of: "."), octets(Array(scalars[dot...])) <= Limits.fileExtensionOctets {
            suffix = Array(scalars[dot...])
        }
        var room = Limits.fileNameOctets - octets(suffix)
        var stem: [Unicode.Scalar] = []
        for scalar in scalars.dropLast(suffix.count) {
            room -= UTF8.width(scalar)
            if room < 0 { break }
            stem.append(scalar)
        }
        return stem + suffix
    }

    private static func octets(_ scalars: [Unicode.Scalar]) -> Int {
        scalars.reduce(0) { $0 + UTF8.width($1) }
    }
}
