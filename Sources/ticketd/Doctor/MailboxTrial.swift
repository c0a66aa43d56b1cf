import Desk
import Foundation
import Mail
import Post
import Vault

/// Uses one mailbox as the daemon will: logs in, sends a mail to itself, fetches it, removes it. The doctor and the
/// first run read what it found.
///
/// The test mail goes under a plus address and from the null sender where the server takes those, and otherwise
/// without. A running daemon knows it for its own and makes no ticket of it.
struct MailboxTrial: Sendable {
    let settings: MailboxSettings
    let desk: DeskSettings
    let secrets: SecretSources
    let keys: KeyRing?
    let world: World
    /// Why no mail may be sent; nil when one shall be.
    var withholding: Withholding?
    /// How long a test mail may take.
    var patience = DoctorLimits.arrival

    enum Withholding: Sendable {
        /// Nobody wants one now.
        case unwanted
        /// The configuration lets nothing be sent.
        case forbidden
    }

    /// What became of it. What is nil was not found out.
    struct Report: Sendable {
        var findings: [Finding] = []
        var imapFailure: MailboxFailure?
        var smtpFailure: MailboxFailure?
        var folder: FolderState?
        var takesPlus: Bool?
        var takesNullSender: Bool?
        var arrival: TestArrival?
        /// The link that stood in the test mail.
        var link: String?

        var isWell: Bool { !findings.contains { $0.verdict == .problem } }
    }

    var check: String { "mailbox \(settings.name.text)" }
    var connections: MailConnections { MailConnections(settings, secrets: secrets, world: world) }

    func run() async -> Report {
        var report = Report()
        do throws(OperatorError) {
            let inbox = try connections.mailbox()
            do throws(MailboxFailure) {
                let folder = try await inbox.open()
                report.folder = folder
                report.findings += [opened(folder)] + remarks(folder)
                try await send(from: folder, inbox, &report)
            } catch {
                report.imapFailure = error
                report.findings.append(refused(error, server: "IMAP", url: settings.imap.url))
            }
            await inbox.close()
        } catch {
            report.findings.append(Finding(check, error))
        }
        return report
    }

    private func opened(_ folder: FolderState) -> Finding {
        let extensions = [
            folder.canIdle ? "IDLE" : nil, folder.canMove ? "MOVE" : nil, folder.canExpungeByUID ? "UIDPLUS" : nil,
        ].compactMap { $0 }
        let offers = extensions.isEmpty ? "" : "; the server has " + extensions.joined(separator: ", ")
        return .well(check, "IMAP login works, \(folder.exists) messages in \(settings.folder)\(offers)")
    }

    private func remarks(_ folder: FolderState) -> [Finding] {
        var findings: [Finding] = []
        if folder.isReadOnly {
            findings.append(
                .problem(
                    check, "the folder \(settings.folder) is read-only: imported mail cannot be moved",
                    mend: "give the account the right to write and delete in it, or set folder to another one"))
        }
        if !folder.canIdle {
            findings.append(
                .remark(
                    check, "the server has no IDLE",
                    mend: "nothing; it is asked every \(DurationText.format(settings.poll)) (`poll`)"))
        }
        if !folder.canMove && !folder.canExpungeByUID {
            findings.append(
                .problem(
                    check, "the server can neither MOVE nor expunge single messages",
                    mend: "set after_import = \"keep\""))
        }
        return findings
    }

    func refused(_ failure: MailboxFailure, server: String, url: String) -> Finding {
        let (message, mend): (String, String) =
            switch failure {
            case .loginRefused:
                (
                    "the \(server) server refused the login",
                    "check username and the password; many providers want an app password instead of the account's"
                )
            case .signInNeeded:
                (
                    "nobody has signed it in at its provider",
                    "ticketd mailboxes login \(settings.name.text)"
                )
            case .unreachable: ("\(url) cannot be reached", "check the host, the port and the firewall")
            case .tlsRefused:
                ("\(url) offers no TLS we can trust", "use the right host name, or set ca_file for your own CA")
            case .protocolViolation: ("\(url) does not speak \(server)", "check scheme and port")
            case .serverUnavailable: ("\(url) says that it is not available now", "try again later")
            case .folderMissing: ("there is no folder \(settings.folder)", "set folder to one that exists")
            }
        return .problem(check, message, mend: mend)
    }

    private func send(
        from folder: FolderState, _ inbox: IMAPMailbox, _ report: inout Report
    ) async throws(MailboxFailure) {
        guard withholding == nil, let keys else {
            if withholding == .forbidden {
                report.findings.append(
                    .remark(
                        check, "no test mail was sent, because nothing may be sent",
                        mend: "set service.public_url"))
            }
            return
        }
        let courier: SMTPCourier
        do throws(OperatorError) {
            courier = try connections.courier()
        } catch {
            report.findings.append(Finding(check, error))
            return
        }
        let round = TestRound(trial: self, keys: keys, before: folder, inbox: inbox, courier: courier)
        try await round.run(&report)
        await courier.close()
    }
}
