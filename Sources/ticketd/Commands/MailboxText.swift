import Web

/// How a mailbox looks on a terminal.
enum MailboxText {
    /// One line, and what needs a person below it.
    static func lines(_ mailbox: APIMailbox) -> [String] {
        [line(mailbox)] + (mailbox.signIn.map(SignInText.lines) ?? []).map { "             " + $0 }
    }

    static func line(_ mailbox: APIMailbox) -> String {
        let last = mailbox.lastSuccessAt.map { "last read \(TicketText.day($0))" } ?? "not read yet"
        let problem = mailbox.problem.map { "  (\($0))" } ?? ""
        let name = mailbox.name.padded(to: 12)
        return "\(name) \(mailbox.state.padded(to: 12)) \(last), \(mailbox.imported) imported\(problem)"
    }
}
