import Desk
import Foundation
import Mail
import Post
import Vault

/// The way of a test mail through one mailbox, tried until one way works: with a plus address and without a sender as
/// automatic mail goes, then giving up what the server does not take.
struct TestRound: Sendable {
    let trial: MailboxTrial
    let keys: KeyRing
    /// The folder before anything was sent.
    let before: FolderState
    let inbox: IMAPMailbox
    let courier: SMTPCourier

    private var settings: MailboxSettings { trial.settings }
    private var world: World { trial.world }
    private var check: String { trial.check }

    private enum Next {
        case done
        case another(TestMail.Way)
    }

    func run(_ report: inout MailboxTrial.Report) async throws(MailboxFailure) {
        var way = TestMail.Way(
            isTagged: settings.replyAddress != .plain, isFromNobody: settings.autoSender != .mailbox)
        // Each try gives up one of two things, so that there are three.
        for _ in 0..<3 {
            guard case .another(let next) = try await attempt(way, &report) else { return }
            way = next
        }
    }

    private func attempt(
        _ way: TestMail.Way, _ report: inout MailboxTrial.Report
    ) async throws(MailboxFailure) -> Next {
        let test = TestMail(settings: settings, desk: trial.desk, keys: keys, world: world)
        guard let mail = test.make(way) else {
            report.findings.append(
                .problem(check, "the test mail could not be composed", mend: "ticketd config check"))
            return .done
        }
        let sentAt = world.now()
        switch await courier.send(mail.outbound, checkpoint: FreePassage()) {
        case .accepted: return try await comeBack(mail, way, sentAt, &report)
        case .unavailable(let failure):
            report.smtpFailure = failure
            report.findings.append(trial.refused(failure, server: "SMTP", url: settings.smtp.url))
        case .refused(let reply, let step):
            if let next = giveUp(way, reply, step, &report) { return .another(next) }
            report.findings.append(
                .problem(
                    check, "the test mail was refused (\(reply))", mend: "check the address and its rights to send"))
        case .deferred, .unknown, .withheld:
            report.findings.append(.problem(check, "the test mail was not taken now", mend: "try again later"))
        }
        return .done
    }

    /// What the server refused may be what this mail can do without.
    private func giveUp(
        _ way: TestMail.Way, _ reply: SMTPReply, _ step: SMTPStep, _ report: inout MailboxTrial.Report
    ) -> TestMail.Way? {
        if way.isFromNobody, step == .sender || !way.isTagged {
            report.takesNullSender = false
            report.findings.append(
                .remark(
                    check, "the server takes no mail from the null sender (\(reply))",
                    mend: "set auto_sender = \"mailbox\"; bounces of automatic mail then come to this mailbox"))
            return TestMail.Way(isTagged: way.isTagged, isFromNobody: false)
        }
        guard way.isTagged else { return nil }
        report.takesPlus = false
        report.findings.append(
            .remark(
                check, "the server takes no plus addresses (\(reply))",
                mend: "nothing; answers are then matched by the ids in their headers"))
        return TestMail.Way(isTagged: false, isFromNobody: way.isFromNobody)
    }

    private func comeBack(
        _ mail: PreparedMail, _ way: TestMail.Way, _ sentAt: Date, _ report: inout MailboxTrial.Report
    ) async throws(MailboxFailure) -> Next {
        report.link = mail.outbound.unsubscribe.headerURL
        let (isBack, found) = try await arrival(of: mail)
        guard isBack else { return try await missing(mail, way, &report) }
        if way.isTagged { report.takesPlus = true }
        if way.isFromNobody { report.takesNullSender = true }
        if let found {
            report.arrival = TestArrival(
                message: found.message, takenAt: found.takenAt, sentAt: sentAt, seenAt: world.now())
        }
        report.findings.append(
            .well(check, "SMTP login works; the test mail came back" + (way.isTagged ? ", under a plus address" : "")))
        return .done
    }

    private func missing(
        _ mail: PreparedMail, _ way: TestMail.Way, _ report: inout MailboxTrial.Report
    ) async throws(MailboxFailure) -> Next {
        if let junk = settings.junkFolder, try await remove(mail, in: junk) != nil {
            report.findings.append(
                .problem(
                    check, "the test mail was delivered to \(junk)",
                    mend: "tell the server that mail from this address is no junk; check SPF, DKIM and DMARC"))
            return .done
        }
        if way.isTagged {
            report.takesPlus = false
            report.findings.append(
                .remark(
                    check, "the server took a mail to a plus address, and it did not arrive in \(settings.folder)",
                    mend: "nothing; answers are then matched by the ids in their headers"))
            return .another(TestMail.Way(isTagged: false, isFromNobody: way.isFromNobody))
        }
        let seconds = trial.patience.components.seconds
        report.findings.append(
            .problem(
                check, "the test mail was sent and did not arrive within \(seconds) seconds",
                mend: "look into the junk folder; check that the address delivers to this mailbox"))
        return .done
    }

    private typealias Found = (message: Message, takenAt: Date?)

    /// Whether it came, and it itself unless a running daemon was faster and deleted it.
    private func arrival(of mail: PreparedMail) async throws(MailboxFailure) -> (isBack: Bool, found: Found?) {
        let began = world.monotonic()
        let first = (before.nextUID ?? 1).subtractingReportingOverflow(1).partialValue
        var hadArrived = false
        while world.monotonic() - began < trial.patience {
            if let found = try await remove(mail, from: inbox, after: first) { return (true, found) }
            // Something came, and at a later look it is not this mail: a running daemon has deleted it.
            if hadArrived { return (true, nil) }
            switch settings.afterImport {
            case .move(let name): if let found = try await remove(mail, in: name) { return (true, found) }
            case .delete: hadArrived = try await somethingCame()
            case .keep: break
            }
            do { try await world.sleep(DoctorLimits.look) } catch { break }
        }
        return (false, nil)
    }

    /// So that the check leaves nothing behind. nil when it is not there.
    private func remove(
        _ mail: PreparedMail, from folder: IMAPMailbox, after uid: UInt32
    ) async throws(MailboxFailure) -> Found? {
        let listed = try await folder.list(after: uid)
        for fetched in try await folder.fetchHeaders(listed.map(\.uid)) {
            let message = MessageParser().parse(fetched.bytes)
            guard message.messageID == mail.messageID else { continue }
            _ = try await folder.settle([fetched.uid], by: .delete)
            return (message, listed.first { $0.uid == fetched.uid }?.internalDate)
        }
        return nil
    }

    /// A running daemon moves what it imports: then the test mail is in that folder.
    private func remove(_ mail: PreparedMail, in name: String) async throws(MailboxFailure) -> Found? {
        guard let folder = another(folder: name) else { return nil }
        do throws(MailboxFailure) {
            let next = try await folder.open().nextUID ?? 1
            let start = next > DoctorLimits.recent ? next - DoctorLimits.recent : 0
            let found = try await remove(mail, from: folder, after: start)
            await folder.close()
            return found
        } catch .folderMissing {
            // The daemon makes it with the first mail it moves.
            return nil
        }
    }

    private func somethingCame() async throws(MailboxFailure) -> Bool {
        guard let folder = another(folder: settings.folder), let known = before.nextUID else { return false }
        let next = try await folder.open().nextUID ?? known
        await folder.close()
        return next > known
    }

    private func another(folder name: String) -> IMAPMailbox? {
        do throws(OperatorError) { return try trial.connections.mailbox(folder: name) } catch { return nil }
    }
}

/// The doctor's own mail passes no gate: it goes to the operator's own mailbox.
private struct FreePassage: SendCheckpoint {
    func mayBegin() async -> Bool { true }
    func handing() async throws(StoreFailure) {}
}
