/// A text of ours that is used again: an answer under a name, or what stands below every answer of a mailbox.
package struct Wording: Sendable, Equatable {
    package enum Kind: Int64, Sendable, CaseIterable {
        case reply = 1
        case signature = 2
    }

    package var id: WordingID
    package var kind: Kind
    package var name: ShortName
    /// Only for answers from this mailbox; nil is for every one that has none of its own.
    package var mailbox: MailboxName?
    package var text: String

    package init(id: WordingID, kind: Kind, name: ShortName, mailbox: MailboxName?, text: String) {
        self.id = id
        self.kind = kind
        self.name = name
        self.mailbox = mailbox
        self.text = text
    }

    package func validate() throws(DeskRefusal) {
        let most = kind == .reply ? Limits.cannedReplyBytes : Limits.signatureBytes
        guard text.contains(where: { !$0.isWhitespace }), text.utf8.count <= most else {
            throw .invalid(field: "text", expected: "1–\(most) bytes")
        }
        let problems = WordingLint.problems(of: text)
        guard problems.isEmpty else {
            let sentences = problems.prefix(Limits.problemsNamed).map { "line \($0.line): \($0.sentence)" }
            throw .invalid(
                field: "text", expected: "a text that can go to many people. " + sentences.joined(separator: "; "))
        }
    }

    /// The one that holds for a mailbox: its own before the desk's.
    package static func choice(among wordings: [Wording], for mailbox: MailboxName) -> Wording? {
        wordings.first { $0.mailbox == mailbox } ?? wordings.first { $0.mailbox == nil }
    }
}

package enum WordingKind: Sendable {}
package typealias WordingID = Identifier<WordingKind>
