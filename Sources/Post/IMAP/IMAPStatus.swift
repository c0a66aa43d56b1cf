/// OK, NO, BAD, BYE or PREAUTH with its response code (RFC 3501 §7.1, RFC 5530). The human text is not kept.
struct IMAPStatus: Sendable, Equatable {
    enum Kind: Sendable, Equatable { case ok, no, bad, bye, preauth }

    enum Code: Sendable, Equatable {
        case uidValidity(UInt32)
        case uidNext(UInt32)
        case copied(uidValidity: UInt32, from: UIDSet, to: UIDSet)
        case capability(Set<String>)
        case readOnly
        case readWrite
        case tryCreate
        case nonExistent
        case alreadyExists
        case expungeIssued
        /// AUTHENTICATIONFAILED, AUTHORIZATIONFAILED, EXPIRED.
        case loginRefused
        /// UNAVAILABLE, INUSE, LIMIT, OVERQUOTA, SERVERBUG, CONTACTADMIN: nothing that asking again at once would help.
        case unavailable
        /// Unknown ones are ignored (RFC 9051 App. E 22).
        case other
    }

    let kind: Kind
    let code: Code?

    static func kind(of word: some Collection<UInt8>) -> Kind? {
        if ASCII.isEqual(word, ignoringCase: "OK") { return .ok }
        if ASCII.isEqual(word, ignoringCase: "NO") { return .no }
        if ASCII.isEqual(word, ignoringCase: "BAD") { return .bad }
        if ASCII.isEqual(word, ignoringCase: "BYE") { return .bye }
        if ASCII.isEqual(word, ignoringCase: "PREAUTH") { return .preauth }
        return nil
    }

    init(kind: Kind, code: Code? = nil) {
        self.kind = kind
        self.code = code
    }

    /// `text` is what follows the status word.
    init(kind: Kind, text: some Collection<UInt8>) {
        self.kind = kind
        let text = Array(text.drop { $0 == 0x20 })
        guard text.first == 0x5B, let end = text.firstIndex(of: 0x5D) else {
            code = nil
            return
        }
        let words = text[1..<end].split(separator: 0x20)
        code = words.first.map { Self.code(String(decoding: $0, as: UTF8.self).uppercased(), Array(words.dropFirst())) }
    }

    private static func code(_ name: String, _ arguments: [ArraySlice<UInt8>]) -> Code {
        switch name {
        case "UIDVALIDITY": return arguments.first.flatMap(ASCII.number32).map(Code.uidValidity) ?? .other
        case "UIDNEXT": return arguments.first.flatMap(ASCII.number32).map(Code.uidNext) ?? .other
        case "COPYUID":
            guard arguments.count == 3, let validity = ASCII.number32(arguments[0]), let from = UIDSet(arguments[1]),
                let to = UIDSet(arguments[2])
            else { return .other }
            return .copied(uidValidity: validity, from: from, to: to)
        case "CAPABILITY":
            return .capability(Set(arguments.map { String(decoding: $0, as: UTF8.self).uppercased() }))
        case "READ-ONLY": return .readOnly
        case "READ-WRITE": return .readWrite
        case "TRYCREATE": return .tryCreate
        case "NONEXISTENT": return .nonExistent
        case "ALREADYEXISTS": return .alreadyExists
        case "EXPUNGEISSUED": return .expungeIssued
        case "AUTHENTICATIONFAILED", "AUTHORIZATIONFAILED", "EXPIRED": return .loginRefused
        case "UNAVAILABLE", "INUSE", "LIMIT", "OVERQUOTA", "SERVERBUG", "CONTACTADMIN": return .unavailable
        default: return .other
        }
    }
}
