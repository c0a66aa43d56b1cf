/// One value of an IMAP reply (RFC 3501 §4). NIL is the atom `NIL`; a literal is a string like any other.
enum IMAPValue: Sendable, Equatable {
    case atom([UInt8])
    case string([UInt8])
    case list([IMAPValue])
    /// A literal larger than we keep: its announced length.
    case oversized(Int)

    var isNil: Bool {
        if case .atom(let bytes) = self { ASCII.isEqual(bytes, ignoringCase: "NIL") } else { false }
    }

    var number: UInt64? {
        if case .atom(let bytes) = self { ASCII.number(bytes) } else { nil }
    }

    func isAtom(_ word: StaticString) -> Bool {
        if case .atom(let bytes) = self { ASCII.isEqual(bytes, ignoringCase: word) } else { false }
    }
}
