/// A word that cannot be personal: written in the source, one of a closed list, a name the operator gave to a part
/// of ticketd, or a number. Logs, metrics and the status line take nothing else, so that no address, subject or
/// text can slip in.
struct PublicWord: Hashable, Sendable {
    let text: String

    /// The compiler accepts only a literal without interpolation here.
    init(_ literal: StaticString) {
        text = literal.withUTF8Buffer { String(decoding: $0, as: UTF8.self) }
    }

    /// The name of a mailbox, a suppression group or a credential.
    init(_ name: PlainName) {
        text = name.text
    }

    /// A state, a cause, a kind: whatever an enum without payload says.
    init<Word: RawRepresentable<String> & CaseIterable>(_ word: Word) {
        text = word.rawValue
    }

    /// A code, such as an SMTP reply or a sysexit.
    init(code: Int) {
        text = String(code)
    }

    /// The `#fileID` of a call: `Module/File.swift`, a literal of the compiler. What does not look like one is
    /// withheld.
    init(sourceFile: String) {
        let isPlain =
            sourceFile.utf8.count <= LogLimits.sourceCharacters && sourceFile.hasSuffix(".swift")
            && sourceFile.utf8.allSatisfy { byte in
                (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                    || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
                    || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                    || "_+-./".utf8.contains(byte)
            }
        text = isPlain ? sourceFile : "withheld"
    }
}

extension PublicWord: ExpressibleByStringLiteral {
    /// A literal without interpolation may stand where a word is wanted.
    init(stringLiteral literal: StaticString) { self.init(literal) }
}
