import Web

/// How a sign-in looks on a terminal. What a provider wrote is shown, never obeyed (P17).
enum SignInText {
    static func lines(_ signIn: APISignIn) -> [String] {
        var parts = ["signed in \(signIn.signedInAt.map(TicketText.day) ?? "")"]
        if signIn.state != "signed-in" { parts = [signIn.state] }
        if let end = signIn.tokenEndsAt { parts.append("token until \(TicketText.day(end))") }
        if let end = signIn.grantEndsAt { parts.append("sign-in ends \(TicketText.day(end))") }
        if let since = signIn.failingSince { parts.append("not renewed since \(TicketText.day(since))") }
        var lines = ["oauth: " + parts.joined(separator: ", ")]
        if let what = signIn.what { lines.append("  \(what)") }
        if let remedy = signIn.remedy { lines.append("  → \(remedy)") }
        return lines
    }

    static func refusal(_ signIn: APISignIn, of mailbox: String) -> OperatorError {
        OperatorError(
            "the mailbox was not signed in: \(signIn.what ?? signIn.state)", thing: "mailbox \(mailbox)",
            remedy: (signIn.remedy ?? "run `ticketd mailboxes list`").capitalisedFirst + ".", exitCode: .unavailable)
    }
}

extension String {
    fileprivate var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
