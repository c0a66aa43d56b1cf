import ArgumentParser
import Foundation
import Mail
import Vault

/// Shows how the parser reads messages. Works without the daemon and touches nothing.
struct ParseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "parse", abstract: "Show how messages are read: one JSON object a message.",
        discussion: "Without FILE, paths are read from standard input, one a line.")

    @Flag(name: .long, help: "Split mailboxes in mbox format into their messages.")
    var mbox = false

    @Flag(name: .long, help: "Print the neutral form by which parsers are compared.")
    var leaves = false

    @Flag(name: .long, help: "Print the text an agent would read.")
    var text = false

    @Argument(help: "Message files.", completion: .file())
    var files: [String] = []

    func run() throws {
        if files.isEmpty {
            while let path = readLine(strippingNewline: true) { try show(path) }
        } else {
            for path in files { try show(path) }
        }
    }

    private func show(_ path: String) throws {
        guard let contents = FileManager.default.contents(atPath: path) else {
            throw OperatorError(
                "a message cannot be read", thing: path, remedy: "Check that the file exists and may be read.",
                exitCode: .inputOutput)
        }
        let bytes = Array(contents)
        guard mbox else { return put(bytes, from: path) }
        for message in MboxReader(bytes) { put(message, from: path) }
    }

    private func put(_ bytes: [UInt8], from path: String) {
        let message = MessageParser().parse(bytes)
        if leaves {
            Terminal.write(LeavesReport(id: path, message: message).json + [0x0A], to: 1)
        } else if text {
            Terminal.write(TextSafety.forTerminal(message.readableText().text) + "\n", to: 1)
        } else {
            let report = ParseReport(message: message) { Hex.encode(Digest.sha256($0)) }
            Terminal.write(report.json + [0x0A], to: 1)
        }
    }
}
