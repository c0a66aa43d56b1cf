import Curl
import Desk
import Foundation
import Vault

/// One mailbox: its servers' TLS, login, one send, one fetch, and what the mail that came back tells of the clock.
struct MailboxCheck: Sendable {
    let settings: MailboxSettings
    let loaded: LoadedConfiguration
    let keys: KeyRing?
    let sendsMail: Bool
    let world: World

    private var check: String { "mailbox \(settings.name.text)" }

    func examine() async -> (findings: [Finding], report: MailboxTrial.Report) {
        var report = MailboxTrial.Report()
        if case .password(let reference) = settings.signIn {
            do throws(SecretFailure) {
                _ = try loaded.secrets.password(of: reference)
            } catch {
                return ([.problem(check, "the password cannot be read", mend: error.description)], report)
            }
        }
        let (findings, isReachable) = await servers()
        guard isReachable else { return (findings, report) }
        if case .oauth = settings.signIn {
            let signIn = SignInCheck(settings: settings, loaded: loaded)
            return (findings + (await signIn.examine()) + authenticity(), report)
        }
        let desk: DeskSettings
        do throws(OperatorError) {
            desk = try DeskSettings(loaded)
        } catch {
            return (findings + [Finding(check, error)], report)
        }
        var trial = MailboxTrial(settings: settings, desk: desk, secrets: loaded.secrets, keys: keys, world: world)
        if loaded.configuration.sendingRefusal != nil { trial.withholding = .forbidden }
        if !sendsMail { trial.withholding = .unwanted }
        report = await trial.run()
        return (findings + report.findings + authenticity() + clock(report), report)
    }

    /// Without the password first, so that what is wrong can be told exactly.
    private func servers() async -> (findings: [Finding], isReachable: Bool) {
        let trials = ServerCheck(caFile: settings.caFile, isInsecure: settings.insecure, now: world.now())
        async let imap = trials.examine(settings.imap)
        async let smtp = trials.examine(settings.smtp)
        let (first, second) = await (imap, smtp)
        return ([first, second].map { $0.named(check) }, first.verdict != .problem && second.verdict != .problem)
    }

    private func authenticity() -> [Finding] {
        guard settings.authservID == nil else { return [] }
        return [
            .remark(
                check, "no authserv_id: every sender counts as unverified",
                mend: "set it to the first word of Authentication-Results in a mail of yours")
        ]
    }

    private func clock(_ report: MailboxTrial.Report) -> [Finding] {
        guard let difference = report.arrival?.clockDifference else { return [] }
        let seconds = Int(abs(difference).rounded())
        guard abs(difference) >= DoctorLimits.clockRemark else {
            return [.well("clock", "it agrees with the mail server's")]
        }
        let message = "it is \(seconds) s \(difference > 0 ? "ahead of" : "behind") the mail server's"
        return abs(difference) >= DoctorLimits.clockProblem
            ? [.problem("clock", message, mend: "timedatectl set-ntp true")]
            : [.remark("clock", message, mend: "timedatectl set-ntp true")]
    }
}
