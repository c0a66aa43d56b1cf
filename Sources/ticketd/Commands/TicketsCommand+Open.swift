import ArgumentParser
import Vault
import Web

/// Writing to somebody who did not write to us.
extension TicketsCommand {
    struct Open: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Write to somebody first: opens a ticket with a mail of yours.",
            discussion: """
                Reason and basis are kept with the message; they also let the mail leave when the person has \
                unsubscribed. The text comes from --text, --file or standard input. With --to - the address is asked \
                for; when standard input holds the text too, its first line is the address.
                """)

        @Option(name: .long, help: "The address, or - to be asked.") var to: String
        @Option(name: .long, help: "The mailbox that writes; needed when there is more than one.") var mailbox: String?
        @Option(name: .long, help: "The subject; the ticket's tag is added.") var subject: String
        @Option(name: .long, help: "Why you write first; kept.") var reason: String
        @Option(name: .long, help: "On what legal basis, such as \"Art. 6(1)(b)\"; kept.") var basis: String
        @OptionGroup var words: TextOptions
        @Option(name: .long, help: "Attach this file; may be repeated.", completion: .file()) var attach: [String] = []
        @OptionGroup var config: ConfigOption
        @OptionGroup var json: JSONOption

        func run() async throws {
            let client = try config.client()
            // The address first: asked for on a terminal, it stands before the text in a pipe.
            let address = try AddressArgument.resolve(to)
            let isPiped = words.text == nil && words.file == nil && to == "-"
            let text = try isPiped ? Input.lines() : words.read()
            let body = OpeningBody(
                mailbox: mailbox, to: address, subject: subject, text: text, reason: reason, basis: basis,
                attachments: try attach.map(WrittenMail.attachment))
            // The command line always sets a key: whatever repeats this request on its way cannot send twice.
            let headers = [(name: "Idempotency-Key", value: Hex.encode(try Randomness.bytes(16)))]
            let ticket = try await client.json(
                .post, "/api/v1/tickets", APITicket.self, body: try client.encode(body), headers: headers)
            if json.json { return try Output.json(ticket, client) }
            Output.line(TicketText.line(ticket))
        }
    }
}
