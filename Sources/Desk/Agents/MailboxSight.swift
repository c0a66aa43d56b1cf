/// Which mailboxes somebody sees, when it is not all of them.
package enum MailboxSight: Sendable, Equatable, ExpressibleByArrayLiteral {
    case only(Set<MailboxName>)
    case allBut(Set<MailboxName>)

    package init(arrayLiteral names: MailboxName...) { self = .only(Set(names)) }

    package func contains(_ mailbox: MailboxName) -> Bool {
        switch self {
        case .only(let names): names.contains(mailbox)
        case .allBut(let names): !names.contains(mailbox)
        }
    }
}
