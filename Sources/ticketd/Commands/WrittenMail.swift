import Foundation
import Web

/// What somebody at the command line says in a mail: its text and its files.
enum WrittenMail {
    /// The text of `--text`, of the file, or of standard input, in that order.
    static func text(_ text: String?, file: String?) throws(OperatorError) -> String {
        if let text { return text }
        guard let file else { return Input.everything() }
        guard let bytes = FileManager.default.contents(atPath: file) else { throw unreadable(file) }
        return String(decoding: bytes, as: UTF8.self)
    }

    static func attachment(_ path: String) throws(OperatorError) -> ReplyBody.Attachment {
        guard let bytes = FileManager.default.contents(atPath: path) else { throw unreadable(path) }
        let name = URL(fileURLWithPath: path).lastPathComponent
        return ReplyBody.Attachment(
            filename: name, mediaType: MediaTypeGuess.of(name), content: bytes.base64EncodedString())
    }

    private static func unreadable(_ path: String) -> OperatorError {
        OperatorError(
            "a file cannot be read", thing: path, remedy: "Check that it exists and may be read.",
            exitCode: .inputOutput)
    }
}
