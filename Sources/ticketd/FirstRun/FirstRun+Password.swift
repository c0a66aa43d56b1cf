import Foundation

/// The mailbox's password: asked for without echo, or read from a file or a pipe, and kept in the folder of
/// credentials and nowhere else.
extension FirstRun {
    func passwordPath(_ answers: FirstRunAnswers) -> String { layout.credentials + "/" + answers.name }

    func hasPassword(_ answers: FirstRunAnswers) -> Bool {
        FileManager.default.fileExists(atPath: passwordPath(answers))
    }

    /// The one that is kept already, else a new one; nil when nobody gives any.
    func password(_ answers: FirstRunAnswers) throws(OperatorError) -> String? {
        let kept = passwordPath(answers)
        let source = hasPassword(answers) ? kept : passwordFile
        var secret = ""
        if let source {
            guard let bytes = FileManager.default.contents(atPath: source) else {
                throw OperatorError(
                    "the password file cannot be read", thing: source, remedy: "Check that it exists.",
                    exitCode: .inputOutput)
            }
            secret = String(decoding: bytes, as: UTF8.self)
        } else {
            secret = Terminal.askSecret("Password of the mailbox:") ?? ""
        }
        while let last = secret.last, last.isNewline { secret.removeLast() }
        if !secret.isEmpty { return secret }
        guard isAttended || isOffline else {
            throw OperatorError(
                "the password of the mailbox is not known", thing: "--password-file",
                remedy: "Name a file that holds it, or write it to standard input.",
                exitCode: .usage)
        }
        return nil
    }

    /// The daemon reads it at each login, so that a new password needs no restart: its group may read the file.
    func keepPassword(_ secret: String?, _ answers: FirstRunAnswers) throws(OperatorError) {
        let path = passwordPath(answers)
        guard !hasPassword(answers) else { return }
        guard let secret else {
            tell("No password was given: write it into \(path) before starting.")
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
}
