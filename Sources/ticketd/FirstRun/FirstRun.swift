import Foundation
import Mail

/// The questions and files of a first run.
struct FirstRun: Sendable {
    let layout: FirstRunLayout
    let isAttended: Bool

    /// Asks for what is not known. Enter takes what stands in brackets.
    func complete(_ answers: inout FirstRunAnswers) throws(OperatorError) {
        guard isAttended else { return }
        answers.imap = ask("IMAP server", answers.imap)
        answers.smtp = ask("SMTP server", answers.smtp)
        answers.username = ask("Login name", answers.username)
        answers.serviceName = ask("Name that customers see", answers.serviceName)
        answers.publicURL = ask("https address of this desk (for unsubscribe links; empty for later)", answers.publicURL)
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
            "How long closed requests are kept, such as 365d (nothing is deleted until answered)", answers.closedTickets)
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
            try PrivateFile.create(layout.configuration, bytes: Array(text.utf8), mode: 0o640)
        } catch {
            guard error == .exists else { throw unwritable(layout.configuration) }
            Terminal.warn("\(layout.configuration) exists and is used as it stands.")
        }
    }

    /// The mailbox's password, asked for without echo, or read from a file or a pipe.
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
            try PrivateFile.makeDirectory(layout.credentials)
            try PrivateFile.create(path, bytes: Array(secret.utf8), mode: 0o400)
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

/// What `init` prints at the end: what to publish, what to put in front, what to start.
struct NextSteps: Sendable {
    let answers: FirstRunAnswers
    let layout: FirstRunLayout

    var text: String {
        let domain = answers.address.domain
        let configuration = layout.namesFiles ? " --config \(layout.configuration)" : ""
        var lines = [
            "", "Written: \(layout.configuration)", "",
            "DNS of \(domain), so that your answers arrive:",
            "  \(domain).         TXT  \"v=spf1 include:YOUR-MAIL-PROVIDER -all\"",
            "  _dmarc.\(domain).  TXT  \"v=DMARC1; p=none; rua=mailto:postmaster@\(domain)\"", "",
        ]
        if answers.publicURL.isEmpty {
            lines += ["Set service.public_url: without an https address nothing is sent.", ""]
        } else {
            lines += ["Put a proxy with TLS in front of 127.0.0.1:8025 for \(answers.publicURL); examples are in",
                "  /usr/share/doc/ticketd/nginx.conf and Caddyfile.", ""]
        }
        lines.append("Next:")
        lines.append("  ticketd check\(configuration)")
        if layout.namesFiles {
            lines.append("  ticketd serve\(configuration)")
        } else {
            lines += [
                "  systemctl enable --now ticketd", "  systemctl status ticketd", "  journalctl -fu ticketd",
            ]
        }
        return lines.joined(separator: "\n")
    }
}
