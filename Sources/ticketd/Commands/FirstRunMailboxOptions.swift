import ArgumentParser
import Foundation

/// What `init` can be told of the mailbox.
struct FirstRunMailboxOptions: ParsableArguments {
    @Option(name: .long, help: "The IMAP server, such as imaps://imap.example.com.") var imap: String?
    @Option(name: .long, help: "The SMTP server, such as smtps://smtp.example.com.") var smtp: String?
    @Option(name: .long, help: "The login name, when it is not the address.") var username: String?
    @Option(name: .long, help: "Read the mailbox's password from this file instead of asking.", completion: .file())
    var passwordFile: String?
    @Option(name: .long, help: "A CA certificate for the mail servers.", completion: .file()) var caFile: String?
    @Flag(name: .long, help: "Allow plain text, to servers on this machine only.") var insecure = false
    @Option(name: .long, help: "Whose Authentication-Results to believe, instead of what the test mail shows.")
    var authservID: String?
    @Flag(name: .long, help: "Ask no server anything: neither look for servers nor try the mailbox.")
    var offline = false

    func apply(to answers: inout FirstRunAnswers) {
        answers.imap = imap ?? ""
        answers.smtp = smtp ?? ""
        answers.username = username ?? ""
        answers.caFile = caFile.map { URL(fileURLWithPath: $0).standardizedFileURL.path } ?? ""
        answers.isInsecure = insecure
        answers.authservID = authservID ?? ""
    }
}
