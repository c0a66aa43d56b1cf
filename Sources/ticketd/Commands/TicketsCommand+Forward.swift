import ArgumentParser
import Vault
import Web

/// Handing a message on to somebody outside.
extension TicketsCommand {
    struct Forward: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Forward one message to somebody outside, and record it.",
            discussion: """
                What the message says is sent, without its sender's name and address and without what it quotes; no \
                file goes along unless it is named. Recipient, reason and basis are kept as a disclosure with the \
                ticket and the person (Art. 15, 19 GDPR). An answer of the recipient is held beside the ticket; in a \
                mailbox without plus addresses it opens a ticket that points at this one. Give the address as `-` to \
                be asked.
                """)

        @Argument(help: "The ticket's number.") var number: String
        @Argument(help: "The message: its number or id, as `tickets show` prints it.") var message: String
        @Option(name: .long, help: "The address, or - to be asked.") var to: String
        @Option(name: .long, help: "Why; asked for when absent, and kept.") var reason: String?
        @Option(name: .long, help: "On what legal basis, such as \"Art. 28\"; kept.") var basis: String?
        @Option(name: .long, help: "Your own words above the message.") var text: String?
        @Option(name: .long, help: "Read your own words from this file.", completion: .file()) var file: String?
        @Option(name: .long, help: "Send this attachment of the message along, by its id; may be repeated.")
        var attach: [String] = []
        @Flag(name: .long, help: "Send all attachments of the message along.") var allAttachments = false
        @OptionGroup var config: ConfigOption
        @OptionGroup var json: JSONOption

        func run() async throws {
            let client = try config.client()
            let address = try AddressArgument.resolve(to)
            let why = try reason ?? Self.askReason()
            let words = try text ?? (file == nil ? "" : WrittenMail.text(nil, file: file))
            let (ticket, ids) = try await MessageArgument.resolve([message], of: number, client)
            let body = ForwardBody(
                to: address, reason: why, basis: basis, text: words, attachments: attach,
                allAttachments: allAttachments)
            // Always with a key, so that nothing is sent twice, and at the version that was looked at, so that a number
            // cannot mean another message by now.
            let headers = [
                (name: "Idempotency-Key", value: Hex.encode(try Randomness.bytes(16))),
                (name: "If-Match", value: "\"\(ticket.version)\""),
            ]
            let sent = try await client.json(
                .post, "/api/v1/tickets/\(ticket.number)/messages/\(ids[0])/forward", APIMessage.self,
                body: try client.encode(body), headers: headers)
            if json.json { return try Output.json(sent, client) }
            for recipient in sent.recipients { Output.line(TicketText.delivery(recipient)) }
        }

        private static func askReason() throws(OperatorError) -> String {
            guard let line = Terminal.ask("Why is it handed on?"), !line.isEmpty else {
                throw OperatorError(
                    "no reason was given", thing: "--reason",
                    remedy: "Say why: whoever the message is about may ask.", exitCode: .usage)
            }
            return line
        }
    }
}
