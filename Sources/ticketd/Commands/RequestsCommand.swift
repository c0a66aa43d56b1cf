import ArgumentParser
import Web

/// Requests of people under Art. 12–22 GDPR, each with its legal clock.
struct RequestsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "requests",
        abstract: "What people asked about their data (Art. 12–22 GDPR), with the legal clock of each.",
        discussion: """
            A request by phone, letter or in person counts like one by mail: take it down with `requests open`. It has \
            to be answered within a month of the day it reached you; the list shows the most urgent first.
            """,
        subcommands: [
            List.self, Show.self, Open.self, Confirm.self, Verify.self, Suspend.self, Resume.self, Extend.self,
            Fulfil.self, Refuse.self, Dismiss.self,
        ])

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List open requests, the most urgent first.")
        @Flag(name: .long, help: "Closed ones too.") var all = false
        @OptionGroup var config: ConfigOption
        @OptionGroup var json: JSONOption

        func run() async throws {
            let client = try config.client()
            let answer = try await client.json(
                .get, "/api/v1/requests?state=\(all ? "all" : "open")", APIRightsRequests.self)
            if json.json { return try Output.json(answer, client) }
            if answer.requests.isEmpty { Output.line(all ? "No requests." : "No open requests.") }
            for request in answer.requests { Output.line(RightsText.line(request)) }
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Show a request.")
        @Argument(help: "Its reference or id.") var request: String
        @OptionGroup var config: ConfigOption
        @OptionGroup var json: JSONOption

        func run() async throws {
            let client = try config.client()
            let found = try await RightsLookup.find(request, client)
            if json.json { return try Output.json(found, client) }
            Output.line(RightsText.whole(found))
        }
    }

    struct Open: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Take a request down that came by phone, letter, in person, or in a ticket.",
            discussion: """
                With a person on file, or a ticket, the person is told at once that you have it, by mail to the \
                address on file. The words may come from standard input with --wording -.
                """)
        @Option(name: .long, help: "mail, portal, phone, letter or person.") var channel = "mail"
        @Option(
            name: .long,
            help: """
                access, rectification, erasure, restriction, portability, objection, marketing-objection, withdrawal, \
                automated-decision, complaint or information.
                """)
        var right: String
        @Option(name: .long, help: "Who asks: an address, an id, or - to be asked.") var person: String?
        @Option(name: .long, help: "The ticket it came in.") var ticket: Int64?
        @Option(name: .long, help: "The mailbox that writes the letters; needed when there is more than one.")
        var mailbox: String?
        @Option(name: .long, help: "What the person said; - reads it from standard input.") var wording: String = ""
        @Option(name: .long, help: "How to reach somebody who is not on file.") var contact: String?
        @Option(name: .long, help: "When it reached you, as 2026-03-05; now when absent.") var received: String?
        @Flag(name: .long, help: "Do not tell the person now.") var quiet = false
        @OptionGroup var config: ConfigOption
        @OptionGroup var json: JSONOption

        func run() async throws {
            let client = try config.client()
            let id = try await who(client)
            let body = RightsRequestBody(
                right: right, channel: channel, receivedAt: try received.map(RightsText.noon), person: id,
                ticket: ticket, mailbox: mailbox, wording: wording == "-" ? Input.lines() : wording, contact: contact,
                acknowledge: !quiet)
            let made = try await client.json(
                .post, "/api/v1/requests", APIRightsRequest.self, body: try client.encode(body))
            if json.json { return try Output.json(made, client) }
            Output.line(RightsText.whole(made))
        }

        private func who(_ client: AdminClient) async throws -> String? {
            guard let person else { return nil }
            return try await PersonLookup.find(person, client).id
        }
    }
}

/// Finds a request by its reference, as a person quotes it, or by its id.
enum RightsLookup {
    static func find(_ text: String, _ client: AdminClient) async throws(OperatorError) -> APIRightsRequest {
        if text.utf8.count == 32 {
            return try await client.json(.get, "/api/v1/requests/\(text.lowercased())", APIRightsRequest.self)
        }
        let all = try await client.json(.get, "/api/v1/requests?state=all&limit=500", APIRightsRequests.self)
        let wanted = text.uppercased()
        guard let found = all.requests.first(where: { $0.reference == wanted }) else {
            throw OperatorError(
                "no request has this reference", thing: "the request",
                remedy: "`ticketd requests list --all` shows them.", exitCode: .usage)
        }
        return found
    }
}
