package import Foundation
import Vault

/// The exact words a consent is given to, in one language. A text is never changed: other words are a new version, and
/// each consent names the one it was given to.
package struct ConsentText: Sendable, Equatable {
    package let version: ConsentTextVersion
    /// One line: what it is about.
    package let title: String
    /// What the person signs up for.
    package let text: String
    /// That and how it can be withdrawn; told before (Art. 7(3)).
    package let withdrawal: String
    package let at: Date

    package init(version: ConsentTextVersion, title: String, text: String, withdrawal: String, at: Date) {
        self.version = version
        self.title = title
        self.text = text
        self.withdrawal = withdrawal
        self.at = at
    }

    /// SHA-256 of the words, each with its length before it.
    package var hash: [UInt8] { Self.hash(title: title, text: text, withdrawal: withdrawal) }

    package var hashText: String { Hex.encode(hash) }

    package static func hash(title: String, text: String, withdrawal: String) -> [UInt8] {
        var bytes: [UInt8] = []
        for part in [title, text, withdrawal] {
            withUnsafeBytes(of: UInt32(clamping: part.utf8.count).bigEndian) { bytes.append(contentsOf: $0) }
            bytes.append(contentsOf: part.utf8)
        }
        return Digest.sha256(bytes)
    }
}

/// `en-3`: the third text in English.
package struct ConsentTextVersion: Sendable, Hashable {
    package let language: Language
    package let number: Int

    package init(language: Language, number: Int) {
        self.language = language
        self.number = number
    }

    package init?(text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, let language = Language(rawValue: String(parts[0])), parts[1].utf8.count <= 6,
            let number = Int(parts[1]), number > 0, String(number) == parts[1]
        else { return nil }
        self.init(language: language, number: number)
    }

    package var text: String { "\(language.rawValue)-\(number)" }
}
