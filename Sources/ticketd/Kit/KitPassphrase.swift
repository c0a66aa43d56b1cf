import Desk
import Foundation

/// The passphrase of a kit: asked for twice, or read from a file.
enum KitPassphrase {
    static func ask(file: String?) throws(OperatorError) -> String {
        var text = ""
        if let file {
            guard let bytes = FileManager.default.contents(atPath: file) else {
                throw OperatorError(
                    "the passphrase cannot be read", thing: file, remedy: "Check that it exists.",
                    exitCode: .inputOutput)
            }
            text = String(decoding: bytes, as: UTF8.self)
        } else {
            text = Terminal.askSecret("Passphrase of the data protection officer:") ?? ""
            guard Terminal.askSecret("Once more:") == text else {
                throw OperatorError(
                    "the two differ", thing: "the passphrase", remedy: "Type it again.", exitCode: .usage)
            }
        }
        while let last = text.last, last.isNewline { text.removeLast() }
        guard text.count >= Desk.Limits.passwordCharacters else {
            throw OperatorError(
                "the passphrase is too short", thing: "a file that anybody may find",
                remedy: "Use at least \(Desk.Limits.passwordCharacters) characters; five words are better.",
                exitCode: .usage)
        }
        return text
    }
}
