import Foundation
import Mail

/// The questions and files of a first run.
struct FirstRun: Sendable {
    let layout: FirstRunLayout
    let isAttended: Bool
    /// Whom the daemon's files are given to.
    let account: ServiceAccount?

    /// Asks for what is not known. Enter takes what stands in brackets.
    func complete(_ answers: inout FirstRunAnswers) throws(OperatorError) {
        guard isAttended else { return }
        answers.imap = ask("IMAP server", answers.imap)
        answers.smtp = ask("SMTP server", answers.smtp)
        answers.username = ask("Login name", answers.username)
        answers.serviceName = ask("Name that customers see", answers.serviceName)
        answers.publicURL = ask(
            "https address of this desk (for unsubscribe links; empty for later)", answers.publicURL)
        answers.authservID = ask(
            "authserv-id of your mail server (first word of Authentication-Results; empty for later)",
            answers.authservID)
        answers.controllerName = ask("Who answers for the data: name", answers.controllerName)
        answers.controllerAddress = ask("… postal address", answers.controllerAddress)
        answers.controllerEmail = ask("… mail address for data matters", answers.controllerEmail)
        answers.country = ask("… country (two letters)", answers.country)
        answers.legalBasisCustomers = ask(
            "Legal basis for customers' mail (contract, legitimate-interest, …; empty for later)",
            answers.legalBasisCustomers)
        answers.legalBasisOthers = ask("Legal basis for everybody else's mail", answers.legalBasisOthers)
        if [answers.legalBasisCustomers, answers.legalBasisOthers].contains("legitimate-interest") {
            answers.interest = ask("Which interest", answers.interest)
        }
        answers.closedTickets = ask(
            "How long closed requests are kept, such as 365d (nothing is deleted until answered)", answers.closedTickets
        )
    }

    private func ask(_ question: String, _ known: String) -> String {
        let answer = Terminal.ask(known.isEmpty ? "\(question):" : "\(question) [\(known)]:") ?? ""
        let trimmed = answer.trimmingCharacters(in: .whitespaces)
        return trimmed.isEmpty ? known : trimmed
    }

    func writeConfiguration(_ answers: FirstRunAnswers) throws(OperatorError) {
        let text = ConfigurationDraft(answers: answers, layout: layout).text
        do throws(PrivateFile.Failure) {
            try PrivateFile.makeDirectory(
                URL(fileURLWithPath: layout.configuration).deletingLastPathComponent().path, mode: 0o755)
            let write = UnconfiguredFile.stands(at: layout.configuration) ? PrivateFile.replace : PrivateFile.create
            try write(layout.configuration, Array(text.utf8), 0o640, account?.group)
        } catch {
            throw unwritable(layout.configuration)
        }
    }

    /// The configuration of an earlier run is used as it stands, when it has this mailbox.
    func use(_ loaded: LoadedConfiguration, for answers: inout FirstRunAnswers) throws(OperatorError) {
        let address = answers.address.text.lowercased()
        guard let mailbox = loaded.configuration.mailboxes.first(where: { $0.address.lowercased() == address }) else {
            throw OperatorError(
                "there is a configuration already, without this mailbox", thing: loaded.path,
                remedy: "It was not touched. Add a [[mailbox]] to it, or keep this desk apart with --dir.",
                exitCode: .usage)
        }
        answers.name = mailbox.name.text
        answers.publicURL = loaded.configuration.service.publicURL?.text ?? ""
        Terminal.warn("\(loaded.path) exists and is used as it stands.")
    }

    /// The mailbox's password, asked for without echo, or read from a file or a pipe.
    ///
    /// The daemon reads it at each login, so that a new password needs no restart: its group may read the file.
    func writePassword(_ answers: FirstRunAnswers, from file: String?) throws(OperatorError) {
        let path = layout.credentials + "/" + answers.name
        guard !FileManager.default.fileExists(atPath: path) else { return }
        var secret = ""
        if let file {
            guard let bytes = FileManager.default.contents(atPath: file) else {
                throw OperatorError(
                    "the password file cannot be read", thing: file, remedy: "Check that it exists.",
                    exitCode: .inputOutput)
            }
            secret = String(decoding: bytes, as: UTF8.self)
        } else {
            secret = Terminal.askSecret("Password of the mailbox:") ?? ""
        }
        while secret.last == "\n" || secret.last == "\r" || secret.last == "\r\n" { secret.removeLast() }
        guard !secret.isEmpty else {
            Terminal.warn("No password was given: write it into \(path) before starting.")
            return
        }
        do throws(PrivateFile.Failure) {
            try PrivateFile.makeDirectory(
                layout.credentials, mode: account == nil ? 0o700 : 0o750, group: account?.group)
            try PrivateFile.create(
                path, bytes: Array(secret.utf8), mode: account == nil ? 0o400 : 0o440, group: account?.group)
        } catch {
            throw unwritable(path)
        }
    }

    private func unwritable(_ path: String) -> OperatorError {
        OperatorError(
            "it cannot be written", thing: path, remedy: "Run `ticketd init` as root, or choose a folder with --dir.",
            exitCode: .inputOutput)
    }
}
