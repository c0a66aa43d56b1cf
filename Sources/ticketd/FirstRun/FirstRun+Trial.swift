import Desk
import Foundation
import Mail

/// The password, and what a login, a mail to oneself and its return show.
extension FirstRun {
    func tryMailbox(_ answers: inout FirstRunAnswers) async throws(OperatorError) {
        for _ in 0..<Self.patience {
            let secret = try password(answers)
            guard !isOffline, let secret else { return try keepPassword(secret, answers) }
            let report = try await trial(answers, secret).run()
            for finding in report.findings { tell(finding.line) }
            let isRefused = report.imapFailure == .loginRefused || report.smtpFailure == .loginRefused
            if isRefused, isAttended, !hasPassword(answers) {
                tell("The password was not kept; try another one.")
                continue
            }
            guard report.isWell || mayGoOn(report) else { throw failure(report, answers) }
            take(report, &answers)
            try keepPassword(secret, answers)
            return try keep(answers)
        }
        throw OperatorError(
            "the server refused every password", thing: answers.login,
            remedy: "Look up what the provider wants as the login name and the password of mail programs.",
            exitCode: .configuration)
    }

    private func mayGoOn(_ report: MailboxTrial.Report) -> Bool {
        // What cannot be expunged can be kept, which is a setting and no fault.
        let problems = report.findings.filter { $0.verdict == .problem }
        if problems.count == 1, let folder = report.folder, !folder.canMove, !folder.canExpungeByUID,
            !folder.isReadOnly
        {
            return true
        }
        return isAttended && report.imapFailure == nil
            && Terminal.confirm("Write the configuration all the same, and mend this later?")
    }

    private func failure(_ report: MailboxTrial.Report, _ answers: FirstRunAnswers) -> OperatorError {
        let finding = report.findings.first { $0.verdict == .problem }
        let isRefused = report.imapFailure == .loginRefused || report.smtpFailure == .loginRefused
        let kept = isRefused && hasPassword(answers) ? " The refused one is in \(passwordPath(answers))." : ""
        let remedy = finding.map { $0.remedy.prefix(1).uppercased() + $0.remedy.dropFirst() + "." } ?? ""
        return OperatorError(
            finding?.message ?? "the mailbox cannot be used", thing: "",
            remedy: "\(remedy)\(kept) Then run `ticketd init` again.",
            exitCode: isRefused ? .configuration : .unavailable)
    }

    private func take(_ report: MailboxTrial.Report, _ answers: inout FirstRunAnswers) {
        if let takesPlus = report.takesPlus { answers.replyAddress = takesPlus ? "plus" : "plain" }
        if let takesNullSender = report.takesNullSender { answers.autoSender = takesNullSender ? "null" : "mailbox" }
        if let folder = report.folder { answers.keepsOnServer = !folder.canMove && !folder.canExpungeByUID }
        guard answers.authservID.isEmpty, let arrival = report.arrival else { return }
        if let reporter = arrival.message.reportingServers.first, reporter.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) {
            answers.authservID = reporter
            tell("The test mail was judged by \(reporter): that is the authserv-id.")
        } else {
            tell("The test mail bore no Authentication-Results: without an authserv-id every sender is unverified.")
        }
    }

    private func trial(_ answers: FirstRunAnswers, _ secret: String) throws(OperatorError) -> MailboxTrial {
        let text = ConfigurationDraft(answers: answers, layout: layout).text
        let (bytes, path) = (Array(text.utf8), layout.configuration)
        let draft = ConfigurationFiles(
            read: { asked, _ throws(ConfigurationFiles.ReadFailure) in
                guard asked == path else { throw .missing }
                return bytes
            }, names: { _ in [] })
        let configuration: Configuration
        do throws(ConfigurationRejected) {
            configuration = try ConfigurationLoader(environment: [:], files: draft).load(path: path)
        } catch {
            let problem = error.problems.first
            throw OperatorError(
                problem?.what ?? "the answers make no configuration", thing: problem?.setting ?? path,
                remedy: "Expected \(problem?.expected ?? "a valid value").", exitCode: .usage)
        }
        guard let mailbox = configuration.mailboxes.first,
            let keys = TrialKeyCabinet.keys(instance: world.newObjectID())
        else {
            throw OperatorError(
                "the system has no random bytes", thing: "the test mail", remedy: "Try again later.",
                exitCode: .unavailable)
        }
        var desk = try DeskSettings(configuration)
        // The link of a mail to ourselves, which is removed again, need not lead anywhere yet.
        if desk.publicURL.isEmpty { desk.publicURL = "http://\(configuration.service.listen.text)" }
        let (place, kept) = (passwordPath(answers), Array(secret.utf8))
        let credential = ConfigurationFiles(
            read: { asked, _ throws(ConfigurationFiles.ReadFailure) in
                guard asked == place else { throw .missing }
                return kept
            }, names: { _ in [] })
        return MailboxTrial(
            settings: mailbox, desk: desk, secrets: SecretSources(environment: [:], files: credential), keys: keys,
            world: world)
    }
}
