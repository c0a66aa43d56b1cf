import ArgumentParser
import Foundation
import Vault
import Web

/// Answering, and saving what came attached.
extension TicketsCommand {
    struct Reply: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Answer the requester by mail.",
            discussion: """
                The text comes from --text, --file or standard input. Every mail carries an unsubscribe link. \
                It leaves after [outbox] undo; until then `ticketd tickets undo` takes it back. \
                When a colleague answered since you last looked, yours is refused: look again, or say --anyway.
                """)

        @Argument(help: "The ticket's number.") var number: String
        @Option(name: .long, help: "The answer.") var text: String?
        @Option(name: .long, help: "Read the answer from this file.", completion: .file()) var file: String?
        @Option(name: .long, help: "Answer with this canned reply; it stands below a text given besides.")
        var canned: String?
        @Flag(name: .long, help: "Leave the mailbox's signature away.") var noSignature = false
        @Option(name: .long, help: "Attach this file; may be repeated.", completion: .file()) var attach: [String] = []
        @Option(name: .long, help: "Send a copy to this address; may be repeated.") var cc: [String] = []
        @Flag(name: .long, help: "Close the ticket with the answer.") var close = false
        @Flag(name: .long, help: "Answer even if a colleague answered since you last looked.") var anyway = false
        @Option(name: .long, help: "Refuse when the ticket is not at this version any more.") var ifVersion: Int64?
        @Option(name: .long, help: "Write although the person unsubscribed: why.") var overrideReason: String?
        @Option(name: .long, help: "… and on what legal basis.") var overrideBasis: String?
        @OptionGroup var config: ConfigOption
        @OptionGroup var json: JSONOption

        func run() async throws {
            let client = try config.client()
            var override: ReplyBody.Override?
            if overrideReason != nil || overrideBasis != nil {
                override = ReplyBody.Override(reason: overrideReason ?? "", basis: overrideBasis ?? "")
            }
            let body = ReplyBody(
                // A canned reply stands alone unless a text is given: standard input is not waited for.
                text: try canned != nil && text == nil && file == nil ? "" : WrittenMail.text(text, file: file),
                close: close, cc: cc,
                attachments: try attach.map(WrittenMail.attachment), override: override, ifUnanswered: !anyway,
                canned: canned, signature: !noSignature)
            // The command line always sets a key: whatever repeats this request on its way cannot send twice.
            var headers = [(name: "Idempotency-Key", value: Hex.encode(try Randomness.bytes(16)))]
            if let ifVersion { headers.append((name: "If-Match", value: "\"\(ifVersion)\"")) }
            let message = try await client.json(
                .post, "/api/v1/tickets/\(try TicketsCommand.path(number))/replies", APIMessage.self,
                body: try client.encode(body), headers: headers)
            if json.json { return try Output.json(message, client) }
            for recipient in message.recipients { Output.line(TicketText.delivery(recipient)) }
        }
    }

    struct Attachment: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Save an attachment.")
        @Argument(help: "The ticket's number.") var number: String
        @Argument(help: "The attachment's id, as `tickets show` prints it.") var id: String
        @Option(name: .long, help: "Where to save it; never over an existing file.", completion: .file())
        var out: String
        @OptionGroup var config: ConfigOption

        func run() async throws {
            let client = try config.client()
            guard id.utf8.allSatisfy({ $0.isHexDigit }) else {
                throw OperatorError(
                    "that is no attachment id", thing: "the argument", remedy: "See `ticketd tickets show`.",
                    exitCode: .usage)
            }
            let bytes = try await client.send(
                .get, "/api/v1/tickets/\(try TicketsCommand.path(number))/attachments/\(id)")
            do throws(PrivateFile.Failure) {
                try PrivateFile.create(out, bytes: bytes)
            } catch {
                throw OperatorError(
                    error == .exists ? "the file exists already" : "the file cannot be written", thing: out,
                    remedy: "Choose another name.", exitCode: .inputOutput)
            }
        }
    }
}

extension UInt8 {
    fileprivate var isHexDigit: Bool {
        (0x30...0x39).contains(self) || (0x41...0x46).contains(self) || (0x61...0x66).contains(self)
    }
}

/// The media type of a file by its name, for the common ones; everything else is bytes.
enum MediaTypeGuess {
    private static let known = [
        "txt": "text/plain", "log": "text/plain", "csv": "text/csv", "pdf": "application/pdf", "png": "image/png",
        "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif", "webp": "image/webp", "zip": "application/zip",
        "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ]

    static func of(_ name: String) -> String {
        let ending = name.split(separator: ".").last.map { $0.lowercased() } ?? ""
        return known[ending] ?? "application/octet-stream"
    }
}
