/// One mailbox while it is being read: words of the name or of a bare address, comments, the angle address.
struct MailboxDraft {
    private let undeclared: Limits.Undeclared
    /// White space was met since the last word.
    var hasSpace = false
    /// Whether everything so far has one reading only.
    var isPlain = true
    /// The words as the name shows them, one space between those that had white space between them.
    private var name: [UInt8] = []
    /// The words as written, for an address without brackets.
    private var bare: [UInt8] = []
    private var bareHasAt = false
    private var bareHasSpace = false
    private var comments: [[UInt8]] = []
    private var angle: [UInt8]?

    init(undeclared: Limits.Undeclared) {
        self.undeclared = undeclared
    }

    /// Whether a colon now ends the name of a group (RFC 5322 §3.4), not part of an address.
    var canNameGroup: Bool { !bareHasAt || angle != nil }

    mutating func addWord(_ shown: [UInt8], written: [UInt8], isQuoted: Bool) {
        defer { hasSpace = false }
        Steps.add(shown.count + written.count)
        if angle != nil {
            // Text after the address: a name if there was none, never another address.
            isPlain = isPlain && !written.contains(.at)
            if written.contains(.at) && !isQuoted { return }
        }
        if hasSpace && !name.isEmpty { name.append(.space) }
        name += shown
        if hasSpace && !bare.isEmpty && needsSpace(before: written) {
            bare.append(.space)
            bareHasSpace = true
        }
        bare += written
        if !isQuoted && written.contains(.at) { bareHasAt = true }
    }

    /// RFC 5322 §4.4 `obs-domain`, `obs-local-part`: white space around dots and the at sign is not part of an address.
    private func needsSpace(before word: [UInt8]) -> Bool {
        guard let last = bare.last, let first = word.first else { return false }
        return last != .dot && last != .at && first != .dot && first != .at
    }

    mutating func addComment(_ text: [UInt8]) {
        hasSpace = true
        comments.append(text)
    }

    mutating func setAngle(_ content: [UInt8]) {
        if angle != nil {
            // Two addresses in one mailbox: nobody knows which is meant.
            isPlain = false
            return
        }
        angle = content
        hasSpace = true
    }

    /// The finished mailbox; `nil` when nothing stood there.
    var address: Address? {
        if let angle {
            let route = AngleAddress(angle)
            return Address(
                name: shownName(extra: route.comments), address: route.text.isEmpty ? nil : route.text,
                isPlain: isPlain && route.isPlain)
        }
        if bare.isEmpty {
            return comments.isEmpty ? nil : Address(name: shownComments(comments), address: nil, isPlain: false)
        }
        if bareHasAt {
            // Words beside an address without brackets could be anything: shown together, never written to.
            let found = AngleAddress(bare)
            return Address(
                name: shownComments(comments), address: found.text,
                isPlain: isPlain && found.isPlain && !bareHasSpace)
        }
        // A word that is no address is a name; with a comment that names it, it may be a local alias.
        if bareHasSpace || comments.isEmpty { return Address(name: shownName(extra: []), address: nil, isPlain: false) }
        return Address(name: shownComments(comments), address: text(name), isPlain: false)
    }

    /// Whether nothing but comments was met.
    var isOnlyComments: Bool { angle == nil && bare.isEmpty }

    /// The words, with the comments in parentheses after them; the comments alone when there are no words.
    private func shownName(extra: [[UInt8]]) -> String? {
        let all = comments + extra
        guard !name.isEmpty else { return shownComments(all) }
        let words = text(name)
        guard !all.isEmpty, let comment = shownComments(all) else { return words.isEmpty ? nil : words }
        return words + " (" + comment + ")"
    }

    private func shownComments(_ comments: [[UInt8]]) -> String? {
        if comments.isEmpty { return nil }
        let text = text(Array(comments.joined(separator: [.space])))
        return text.isEmpty ? nil : text
    }

    private func text(_ octets: [UInt8]) -> String { NameText.visible(EncodedWords.decode(octets, undeclared)) }
}
