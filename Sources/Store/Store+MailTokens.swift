package import Desk
package import Foundation

/// The tokens that mailboxes sign in with. Sealed whole: who has one can read the mail.
extension Store {
    package func mailToken(of mailbox: MailboxName) async throws(StoreFailure) -> HeldToken? {
        let sealer = sealer
        return try await engine.read { session throws(StoreFailure) in
            try session.first("SELECT id, content FROM mail_token WHERE mailbox = ?", [.text(mailbox.value)]) {
                row throws(StoreFailure) in
                let id = MailTokenID(try row.id(0))
                return try HeldToken(
                    id: id, of: mailbox, bytes: sealer.desk.open(row.blob(1), at: Place.mailToken(id)))
            }
        }
    }

    package func keep(
        _ token: HeldToken, of mailbox: MailboxName, noting act: SignInAct?, by author: Principal, now: Date
    ) async throws(StoreFailure) {
        let sealer = sealer
        try await engine.write { session throws(StoreFailure) in
            let content = try sealer.desk.seal(token.bytes(of: mailbox), at: Place.mailToken(token.id), padded: true)
            try session.run("DELETE FROM mail_token WHERE mailbox = ?", [.text(mailbox.value)])
            try session.run(
                "INSERT INTO mail_token (id, mailbox, content) VALUES (?, ?, ?)",
                [.id(token.id.object), .text(mailbox.value), .blob(content)])
            guard let act else { return }
            try AuditLog(session, keys: sealer.keys).append(
                .mailboxSignIn(act, token.id), by: author.auditName, at: Moment.milliseconds(now))
        }
    }

    package func forgetMailToken(
        of mailbox: MailboxName, by author: Principal, now: Date
    ) async throws(StoreFailure) -> Bool {
        let sealer = sealer
        return try await engine.write { session throws(StoreFailure) in
            let found = try session.first("SELECT id FROM mail_token WHERE mailbox = ?", [.text(mailbox.value)]) {
                row throws(StoreFailure) in MailTokenID(try row.id(0))
            }
            guard let found else { return false }
            try session.run("DELETE FROM mail_token WHERE id = ?", [.id(found.object)])
            try AuditLog(session, keys: sealer.keys).append(
                .mailboxSignIn(.signedOut, found), by: author.auditName, at: Moment.milliseconds(now))
            return true
        }
    }
}
