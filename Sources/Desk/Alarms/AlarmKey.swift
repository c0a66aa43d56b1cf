/// Which alarm: its kind and, where it has one, its mailbox. There is one alarm for a key, however often it is seen.
package struct AlarmKey: Sendable, Hashable, Comparable {
    package var kind: AlarmKind
    package var mailbox: MailboxName?

    package init(_ kind: AlarmKind, of mailbox: MailboxName? = nil) {
        self.kind = kind
        self.mailbox = mailbox
    }

    /// What keeps the desk from working first; then by word and mailbox, so that every list has one order.
    package static func < (left: AlarmKey, right: AlarmKey) -> Bool {
        guard left.kind.stopsWork == right.kind.stopsWork else { return left.kind.stopsWork }
        return (left.kind.rawValue, left.mailbox?.value ?? "") < (right.kind.rawValue, right.mailbox?.value ?? "")
    }
}
