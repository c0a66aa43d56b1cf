import Foundation
import Glibc

/// The answers given so far, kept between two runs of `init`: for its owner alone, without secrets, and gone when the
/// configuration stands.
struct FirstRunNotes: Sendable {
    let path: String

    /// Nil when there are none. Answers about another address are nobody's to use.
    func read(for address: String) throws(OperatorError) -> FirstRunAnswers? {
        guard let bytes = FileManager.default.contents(atPath: path) else { return nil }
        let answers: FirstRunAnswers
        do {
            answers = try JSONDecoder().decode(FirstRunAnswers.self, from: bytes)
        } catch {
            throw OperatorError(
                "the notes of an earlier first run cannot be read", thing: path,
                remedy: "Remove the file and run `ticketd init` again.", exitCode: .dataDamaged)
        }
        guard answers.address.lowercased() == address.lowercased() else {
            throw OperatorError(
                "a first run for another address was begun and not finished", thing: path,
                remedy: "Finish it with that address, or remove the file.", exitCode: .usage)
        }
        return answers
    }

    func keep(_ answers: FirstRunAnswers) throws(OperatorError) {
        do {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .prettyPrinted]
            let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
            try PrivateFile.makeDirectory(folder, mode: 0o755)
            try PrivateFile.replace(path, bytes: Array(try encoder.encode(answers)))
        } catch {
            throw OperatorError(
                "it cannot be written", thing: path,
                remedy: "Run `ticketd init` as root, or choose a folder with --dir.", exitCode: .inputOutput)
        }
    }

    func remove() { unlink(path) }
}
