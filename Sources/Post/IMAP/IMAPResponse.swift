/// One reply of an IMAP server, as far as it means something to us.
enum IMAPResponse: Sendable, Equatable {
    case tagged(tag: [UInt8], IMAPStatus)
    case untagged(IMAPStatus)
    /// `+ …`
    case continuation
    case capability(Set<String>)
    case exists(UInt32)
    case expunged
    case fetch(IMAPFetch)
    /// UIDs, because only `UID SEARCH` is asked.
    case search([UInt32])
    /// Well formed and of no interest: FLAGS, LIST, RECENT, VANISHED, things of the future.
    case other
    /// Not IMAP; the framing held.
    case unreadable
}

extension IMAPResponse {
    /// Reads the values of an untagged reply that is no status.
    init(untagged values: [IMAPValue]) {
        guard let first = values.first else {
            self = .unreadable
            return
        }
        if let number = first.number, values.count >= 2 {
            let count = UInt32(exactly: number)
            if values[1].isAtom("EXISTS") {
                self = count.map(IMAPResponse.exists) ?? .unreadable
            } else if values[1].isAtom("EXPUNGE") {
                self = .expunged
            } else if values[1].isAtom("FETCH"), values.count == 3, case .list(let items) = values[2] {
                self = .fetch(IMAPFetch(items))
            } else {
                self = .other
            }
        } else if first.isAtom("CAPABILITY") {
            let names = values.dropFirst().compactMap { value -> String? in
                if case .atom(let bytes) = value { String(decoding: bytes, as: UTF8.self).uppercased() } else { nil }
            }
            self = .capability(Set(names))
        } else if first.isAtom("SEARCH") {
            // RFC 3501 §7.2.5; what CONDSTORE adds in parentheses is no number.
            self = .search(values.dropFirst().compactMap { $0.number.flatMap { UInt32(exactly: $0) } })
        } else if case .atom = first {
            self = .other
        } else {
            self = .unreadable
        }
    }
}
