import Curl
import Foundation
import Web

/// A mailbox that signs in with a token. The daemon alone has it, so what it sees is asked of the daemon; nobody can
/// log in beside it.
struct SignInCheck: Sendable {
    let settings: MailboxSettings
    let loaded: LoadedConfiguration

    private var check: String { "mailbox \(settings.name.text)" }
    private var login: String { "ticketd mailboxes login \(settings.name.text)" + loaded.option }

    func examine() async -> [Finding] {
        if case .oauth(let oauth) = settings.signIn, let reference = oauth.clientSecret {
            do throws(SecretFailure) {
                _ = try loaded.secrets.password(of: reference)
            } catch {
                return [.problem(check, "the client secret cannot be read", mend: error.description)]
            }
        }
        do throws(OperatorError) {
            let client = AdminClient(socket: loaded.configuration.service.adminSocket)
            let answer = try await client.json(.get, "/api/v1/mailboxes", APIMailboxes.self)
            guard let mailbox = answer.mailboxes.first(where: { $0.name == settings.name.text }),
                let signIn = mailbox.signIn
            else {
                return [
                    .problem(
                        check, "the running daemon does not know its oauth settings", mend: "systemctl restart ticketd")
                ]
            }
            return findings(mailbox, signIn)
        } catch {
            return [.remark(check, "whether it is signed in is known to the running daemon alone", mend: login)]
        }
    }

    private func findings(_ mailbox: APIMailbox, _ signIn: APISignIn) -> [Finding] {
        var findings: [Finding] = []
        switch signIn.state {
        case "signed-in": findings.append(renewal(signIn))
        case "starting": findings.append(.remark(check, "the daemon has just begun", mend: "ticketd check"))
        default:
            findings.append(
                .problem(check, "it is not signed in: \(signIn.what ?? signIn.state)", mend: signIn.remedy ?? login))
        }
        guard signIn.state == "signed-in" else { return findings }
        if mailbox.problem == "loginRefused" {
            findings.append(
                .problem(
                    check, "the IMAP server refuses the token",
                    mend: "see that username may read the mailbox by IMAP and that the scopes say so; then \(login)"))
        } else if let last = mailbox.lastSuccessAt {
            findings.append(.well(check, "the daemon logs in with it; last read \(TicketText.day(last))"))
        }
        return findings
    }

    private func renewal(_ signIn: APISignIn) -> Finding {
        if signIn.failingSince != nil || signIn.problem != nil {
            return .problem(
                check, "its token is not renewed: \(signIn.what ?? "the provider does not answer")",
                mend: signIn.remedy ?? login)
        }
        if let end = signIn.grantEndsAt {
            return .remark(check, "it is signed in; the sign-in itself ends \(TicketText.day(end))", mend: login)
        }
        return .well(check, "it is signed in, and its token is renewed by itself")
    }
}
