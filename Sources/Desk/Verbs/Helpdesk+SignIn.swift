/// Signing mailboxes in at their providers. Whoever may do it could read the mail by it: an admin who sees the mailbox.
extension Helpdesk {
    /// Begins. What the person has to do, or why it cannot be begun, stands in the answer. `redirectPort` is where the
    /// caller listens for the browser.
    package func beginSignIn(
        of mailbox: MailboxName, redirectPort: UInt16?, as principal: Principal
    ) async throws(DeskRefusal) -> SignInStatus {
        let keeper = try keeper(of: mailbox, for: principal)
        guard keeper.plan.flow != .code || redirectPort != nil else {
            throw .invalid(field: "redirectPort", expected: "the port on which the browser's answer is waited for")
        }
        return await keeper.begin(redirectPort: redirectPort, by: principal)
    }

    /// What the browser brought back. `code` is nil when it brought an error.
    package func finishSignIn(
        of mailbox: MailboxName, code: String?, state: String, as principal: Principal
    ) async throws(DeskRefusal) -> SignInStatus {
        try await keeper(of: mailbox, for: principal).finish(code: code, state: state)
    }

    package func signIn(of mailbox: MailboxName, as principal: Principal) async throws(DeskRefusal) -> SignInStatus {
        try await keeper(of: mailbox, for: principal).status
    }

    package func signOut(of mailbox: MailboxName, as principal: Principal) async throws(DeskRefusal) {
        let keeper = try keeper(of: mailbox, for: principal)
        let wasThere = try await storage { () async throws(StoreFailure) -> Bool in
            try await keeper.signOut(by: principal)
        }
        guard wasThere else { throw .notFound(.signIn) }
    }

    private func keeper(of mailbox: MailboxName, for principal: Principal) throws(DeskRefusal) -> TokenKeeper {
        try principal.require(.admin)
        guard principal.sees(mailbox), settings.value.mailbox(named: mailbox) != nil else {
            throw .notFound(.mailbox)
        }
        guard let keeper = signIns.keeper(of: mailbox) else {
            throw .invalid(field: "mailbox", expected: "a mailbox whose settings have oauth instead of password")
        }
        return keeper
    }
}
