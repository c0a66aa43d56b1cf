import Desk
import Foundation
import Mail
import Post
import Vault

/// Tries one mailbox: login, one send, one fetch of the mail sent.
///
/// The test mail goes from the mailbox to itself, under a tagged address where the server delivers those, and is
/// removed where it arrives. A running daemon knows it for its own and makes no ticket of it.
struct MailboxCheck: Sendable {
    let settings: MailboxSettings
    let loaded: LoadedConfiguration
    let keys: KeyRing?
    let sendsMail: Bool
    let world: World

    private static let patience = Duration.seconds(30)
    private static let pause = Duration.milliseconds(300)
    /// The newest messages of the folder imported mail is moved to; ours is among them.
    private static let recent: UInt32 = 50

    private var check: String { "mailbox \(settings.name.text)" }

    func examine() async -> [Finding] {
        if case .password(let reference) = settings.signIn {
            do throws(SecretFailure) {
                _ = try loaded.secrets.password(of: reference)
            } catch {
                return [.problem(check, "the password cannot be read", mend: error.description)]
            }
        }
        let connections = MailConnections(settings, secrets: loaded.secrets, world: world)
        do throws(OperatorError) {
            let inbox = try connections.mailbox()
            let folder: FolderState
            do throws(MailboxFailure) {
                folder = try await inbox.open()
            } catch {
                return [refused(error, server: "IMAP", url: settings.imap.url)]
            }
            var findings = [Finding.well(check, "IMAP login works, \(folder.exists) messages in \(settings.folder)")]
            findings += remarks(folder)
            if sendsMail, let keys {
                findings += await roundTrip(from: folder, inbox: inbox, courier: try connections.courier(), keys: keys)
            }
            await inbox.close()
            return findings
        } catch {
            return [.problem(check, "\(error.what): \(error.thing)", mend: error.remedy)]
        }
    }

    private func remarks(_ folder: FolderState) -> [Finding] {
        var findings: [Finding] = []
        if folder.isReadOnly {
            findings.append(
                .problem(
                    check, "the folder is read-only: imported mail cannot be moved",
                    mend: "give the account write rights"))
        }
        if !folder.canIdle {
            findings.append(.remark(check, "the server has no IDLE", mend: "nothing; mail is polled every `poll`"))
        }
        if !folder.canMove && !folder.canExpungeByUID {
            findings.append(
                .problem(
                    check, "the server can neither MOVE nor expunge single messages",
                    mend: "set after_import = \"keep\""))
        }
        if settings.authservID == nil {
            findings.append(
                .remark(
                    check, "no authserv_id: every sender counts as unverified",
                    mend: "set it to the first word of Authentication-Results in a mail of yours"))
        }
        return findings
    }

    private func refused(_ failure: MailboxFailure, server: String, url: String) -> Finding {
        let (message, mend): (String, String) =
            switch failure {
            case .loginRefused:
                ("the \(server) server refused the login", "check username and the password in its credential")
            case .unreachable: ("\(url) cannot be reached", "check the host, the port and the firewall")
            case .tlsRefused:
                ("\(url) offers no TLS we can trust", "use the right host name, or set ca_file for your own CA")
            case .protocolViolation: ("\(url) does not speak \(server)", "check scheme and port")
            case .serverUnavailable: ("\(url) says that it is not available now", "try again later")
            case .folderMissing: ("there is no folder \(settings.folder)", "set folder to one that exists")
            }
        return .problem(check, message, mend: mend)
    }

    private func roundTrip(
        from folder: FolderState, inbox: IMAPMailbox, courier: SMTPCourier, keys: KeyRing
    ) async -> [Finding] {
        guard loaded.configuration.sendingRefusal == nil else {
            return [
                .remark(check, "no test mail was sent, because nothing may be sent", mend: "set service.public_url")
            ]
        }
        let test = TestMail(settings: settings, loaded: loaded, keys: keys, world: world)
        var findings: [Finding] = []
        for isTagged in [true, false] {
            guard let mail = test.make(tagged: isTagged) else {
                return findings + [.problem(check, "the test mail could not be composed", mend: "ticketd config check")]
            }
            let outcome = await courier.send(mail.outbound, checkpoint: FreePassage())
            switch outcome {
            case .accepted:
                await courier.close()
                return findings + (await arrival(of: mail, isTagged: isTagged, after: folder, inbox: inbox))
            case .refused(let reply, _) where isTagged:
                findings.append(
                    .remark(
                        check, "the server takes no plus addresses (\(reply))",
                        mend: "nothing; answers then use the plain address"))
            case .unavailable(let failure):
                return findings + [refused(failure, server: "SMTP", url: settings.smtp.url)]
            case .refused(let reply, _):
                return findings + [
                    .problem(
                        check, "the test mail was refused (\(reply))", mend: "check the address and its rights to send")
                ]
            case .deferred, .unknown, .withheld:
                return findings + [.problem(check, "the test mail was not taken now", mend: "try again later")]
            }
        }
        return findings
    }

    private func arrival(
        of mail: PreparedMail, isTagged: Bool, after folder: FolderState, inbox: IMAPMailbox
    ) async -> [Finding] {
        let began = world.monotonic()
        let first = (folder.nextUID ?? 1).subtractingReportingOverflow(1).partialValue
        var hadArrived = false
        while world.monotonic() - began < Self.patience {
            do throws(MailboxFailure) {
                if try await remove(mail, from: inbox, after: first) { return [delivered(isTagged: isTagged)] }
                // Something came, and at a later look it is not this mail: a running daemon has deleted it.
                if hadArrived { return [delivered(isTagged: isTagged)] }
                switch settings.afterImport {
                case .move(let name):
                    if try await removeCopy(of: mail, in: name) { return [delivered(isTagged: isTagged)] }
                case .delete: hadArrived = try await somethingCame(after: folder)
                case .keep: break
                }
            } catch {
                return [refused(error, server: "IMAP", url: settings.imap.url)]
            }
            do { try await world.sleep(Self.pause) } catch { break }
        }
        return [
            .problem(
                check, "the test mail was sent and did not arrive within 30 seconds",
                mend: "look into the junk folder; check that the address delivers to this mailbox")
        ]
    }

    /// So that the check leaves nothing behind. False when it is not there.
    private func remove(
        _ mail: PreparedMail, from folder: IMAPMailbox, after uid: UInt32
    ) async throws(MailboxFailure) -> Bool {
        let listed = try await folder.list(after: uid)
        for message in try await folder.fetchHeaders(listed.map(\.uid))
        where MessageParser().parse(message.bytes).messageID == mail.messageID {
            _ = try await folder.settle([message.uid], by: .delete)
            return true
        }
        return false
    }

    /// A running daemon moves what it imports: then the test mail is there.
    private func removeCopy(of mail: PreparedMail, in name: String) async throws(MailboxFailure) -> Bool {
        guard let folder = another(folder: name) else { return false }
        do throws(MailboxFailure) {
            let next = try await folder.open().nextUID ?? 1
            let found = try await remove(mail, from: folder, after: next > Self.recent ? next - Self.recent : 0)
            await folder.close()
            return found
        } catch .folderMissing {
            // The daemon makes it with the first mail it moves.
            return false
        }
    }

    private func somethingCame(after before: FolderState) async throws(MailboxFailure) -> Bool {
        guard let folder = another(folder: settings.folder), let known = before.nextUID else { return false }
        let next = try await folder.open().nextUID ?? known
        await folder.close()
        return next > known
    }

    private func another(folder name: String) -> IMAPMailbox? {
        do throws(OperatorError) {
            return try MailConnections(settings, secrets: loaded.secrets, world: world).mailbox(folder: name)
        } catch {
            return nil
        }
    }

    private func delivered(isTagged: Bool) -> Finding {
        .well(check, "SMTP login works; the test mail came back" + (isTagged ? ", under a plus address" : ""))
    }
}

/// The doctor's own mail passes no gate: it goes to the operator's own mailbox.
private struct FreePassage: SendCheckpoint {
    func mayBegin() async -> Bool { true }
    func handing() async throws(StoreFailure) {}
}
