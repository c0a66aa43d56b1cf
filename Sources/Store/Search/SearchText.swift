internal import Foundation

/// A text as its words are kept and looked for.
///
/// Words are what SQLite's `unicode61` takes for words, without case and diacritics. Chinese, Japanese, Thai and their
/// like put nothing between words, so a run of such characters becomes its pairs: 東京都 is 東京, 京都 and, because it
/// ends there, 都. Pairs and not the trigrams SQLite has, because most words of these languages have two characters, and
/// what is shorter than three no trigram finds.
enum SearchText {
    /// What is kept of a text: compatible forms made one (full-width letters, ligatures), runs made pairs.
    static func kept(_ text: String) -> String {
        guard !isPlain(text) else { return text }
        var kept = String.UnicodeScalarView()
        var run: [Unicode.Scalar] = []
        for scalar in folded(text).unicodeScalars {
            if isUnspaced(scalar) {
                run.append(scalar)
                continue
            }
            close(&run, &kept)
            append(scalar, &kept)
        }
        close(&run, &kept)
        return String(kept)
    }

    /// A word that is looked for, as what has to stand together: pairs apart from what is around them.
    static func pieces(_ word: String) -> [Piece] {
        var pieces: [Piece] = []
        var plain = String.UnicodeScalarView()
        var run: [Unicode.Scalar] = []
        func endPlain() {
            if plain.contains(where: isWordly) { pieces.append(Piece(text: String(plain), isRun: false)) }
            plain = String.UnicodeScalarView()
        }
        func endRun() {
            guard !run.isEmpty else { return }
            var pairs = String.UnicodeScalarView()
            for index in run.indices.dropLast() { pairs.append(contentsOf: [run[index], run[index + 1], " "]) }
            if run.count == 1 { pairs.append(run[0]) }
            pieces.append(Piece(text: String(pairs), isRun: run.count > 1))
            run = []
        }
        for scalar in folded(word).unicodeScalars {
            if isUnspaced(scalar) {
                endPlain()
                run.append(scalar)
            } else {
                endRun()
                append(scalar, &plain)
            }
        }
        endPlain()
        endRun()
        return pieces
    }

    /// Part of a word that is looked for.
    struct Piece: Equatable {
        var text: String
        /// Pairs of a run, which say where they end.
        var isRun: Bool
    }

    private static func folded(_ text: String) -> String {
        isPlain(text) ? text : text.precomposedStringWithCompatibilityMapping
    }

    private static func isPlain(_ text: String) -> Bool {
        text.utf8.allSatisfy { $0 < 0x80 && $0 != 0 }
    }

    private static func append(_ scalar: Unicode.Scalar, _ text: inout String.UnicodeScalarView) {
        switch scalar {
        // SQLite reads a query to the first NUL.
        case "\0": text.append(" ")
        // No decomposition makes these two what people type for them.
        case "ß", "ẞ": text.append(contentsOf: ["s", "s"])
        default: text.append(scalar)
        }
    }

    private static func close(_ run: inout [Unicode.Scalar], _ text: inout String.UnicodeScalarView) {
        guard let last = run.last else { return }
        text.append(" ")
        for index in run.indices.dropLast() { text.append(contentsOf: [run[index], run[index + 1], " "]) }
        text.append(contentsOf: [last, " "])
        run = []
    }

    /// Whether SQLite could see a word in it; the same categories as in the index.
    private static func isWordly(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
            .letterNumber, .otherNumber, .privateUse, .nonspacingMark, .spacingMark:
            true
        default: false
        }
    }

    /// Scripts that are written without spaces. Hangul is not: Korean has them.
    private static func isUnspaced(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0E01...0x0E3A, 0x0E40...0x0E4E, 0x0E81...0x0EDF, 0x1000...0x103F, 0x1780...0x17D3: true
        case 0x3005...0x3007, 0x3041...0x3096, 0x309D...0x309F, 0x30A1...0x30FA, 0x30FC...0x30FF: true
        case 0x31F0...0x31FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x323AF: true
        default: false
        }
    }
}
