import ArgumentParser
import Web

/// The moves of a request, one command each.
extension RequestsCommand {
    struct Confirm: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Say that a mail is a request, and of which right; the person is told.")
        @Argument(help: "Its reference or id.") var request: String
        @Option(name: .long, help: "The right, as in `requests open`.") var right: String
        @OptionGroup var config: ConfigOption

        func run() async throws {
            let asked = try await RightsMove(request, config)
            try await asked.make(
                .post, "/api/v1/requests/\(asked.id)/confirmation", RightsMoveBody(right: right))
        }
    }

    struct Verify: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Record how you recognised the person, or have them confirm by a link.",
            discussion: """
                That a mail bears the address proves nothing. With --send-link the address on file, and no other, gets \
                a link that works once within 24 hours; who opens it and confirms has proved the request. Otherwise \
                a call back to a number on file, an answer that only the person can know, or their being there does. \
                Ask for no more than it takes, and keep no copy of a card.
                """)
        @Argument(help: "Its reference or id.") var request: String
        @Option(name: .long, help: "How the person was recognised; kept sealed.") var how: String?
        @Flag(name: .long, help: "Mail a single-use link to the address on file.") var sendLink = false
        @OptionGroup var config: ConfigOption

        func validate() throws {
            guard sendLink != (how != nil) else { throw ValidationError("Give either --how or --send-link.") }
        }

        func run() async throws {
            let asked = try await RightsMove(request, config)
            guard sendLink else {
                return try await asked.make(
                    .post, "/api/v1/requests/\(asked.id)/verification", RightsMoveBody(how: how))
            }
            let waiting = try await asked.client.json(
                .post, "/api/v1/requests/\(asked.id)/link", APIRightsRequest.self)
            Output.line("A link is on its way to the address on file. It works once, within 24 hours.")
            Output.line(RightsText.line(waiting))
        }
    }

    struct Suspend: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Ask the person for what you need; the clock stands still until it comes.")
        @Argument(help: "Its reference or id.") var request: String
        @Option(name: .long, help: "What you ask; mailed to the address on file.") var text: String
        @OptionGroup var config: ConfigOption

        func run() async throws {
            let asked = try await RightsMove(request, config)
            try await asked.make(
                .post, "/api/v1/requests/\(asked.id)/suspension", RightsMoveBody(text: text))
        }
    }

    struct Resume: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "What you asked for has come; the clock runs again.")
        @Argument(help: "Its reference or id.") var request: String
        @OptionGroup var config: ConfigOption

        func run() async throws {
            let asked = try await RightsMove(request, config)
            try await asked.make(
                .post, "/api/v1/requests/\(asked.id)/resumption", RightsMoveBody())
        }
    }

    struct Extend: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Take two more months, within the first, and tell the person why (Art. 12(3)).")
        @Argument(help: "Its reference or id.") var request: String
        @Option(name: .long, help: "Why; mailed to the address on file.") var reason: String
        @OptionGroup var config: ConfigOption

        func run() async throws {
            let asked = try await RightsMove(request, config)
            try await asked.make(
                .post, "/api/v1/requests/\(asked.id)/extension", RightsMoveBody(reason: reason))
        }
    }

    struct Fulfil: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Close a request that is done, wholly or in part, and tell the person.",
            discussion: """
                For a request for a copy, --export names the copy that is its answer (`ticketd exports list`). The \
                person gets a link to it at the address on file: it works once, and no longer than the copy can be \
                fetched. Read the copy before you hand it over.
                """)
        @Argument(help: "Its reference or id.") var request: String
        @Option(name: .long, help: "The id of the copy that is the answer.") var export: String?
        @Option(name: .long, help: "What was not done, and why; then it is done in part.") var partly: String?
        @Option(name: .long, help: "A text for the letter.") var text: String?
        @OptionGroup var config: ConfigOption

        func run() async throws {
            let body = RightsMoveBody(
                text: text, reason: partly, decision: partly == nil ? "fulfilled" : "partly",
                export: export)
            let asked = try await RightsMove(request, config)
            try await asked.make(
                .post, "/api/v1/requests/\(asked.id)/decision", body)
        }
    }

    struct Refuse: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Refuse a request, with reasons; for the DPO.",
            discussion: """
                The letter names the reasons, the supervisory authority and the courts (Art. 12(4)). Without a ground \
                the person could not be identified (Art. 12(2)).
                """)
        @Argument(help: "Its reference or id.") var request: String
        @Option(
            name: .long,
            help: """
                manifestly-unfounded, manifestly-excessive, legal-obligation, legal-claims, rights-of-others, \
                compelling-grounds or not-applicable.
                """)
        var ground: String?
        @Option(name: .long, help: "The reasons; mailed to the address on file.") var reason: String?
        @OptionGroup var config: ConfigOption

        func run() async throws {
            let body = RightsMoveBody(
                reason: reason, decision: ground == nil ? "not-identified" : "refused", ground: ground)
            let asked = try await RightsMove(request, config)
            try await asked.make(
                .post, "/api/v1/requests/\(asked.id)/decision", body)
        }
    }

    struct Dismiss: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Close what is no request, or was taken back.")
        @Argument(help: "Its reference or id.") var request: String
        @Option(name: .long, help: "Why a mail that reads like a request is none.") var reason: String?
        @Flag(name: .long, help: "The person took it back.") var withdrawn = false
        @OptionGroup var config: ConfigOption

        func validate() throws {
            guard withdrawn != (reason != nil) else { throw ValidationError("Give either --reason or --withdrawn.") }
        }

        func run() async throws {
            let body = RightsMoveBody(reason: reason, decision: withdrawn ? "withdrawn" : "not-a-request")
            let asked = try await RightsMove(request, config)
            try await asked.make(
                .post, "/api/v1/requests/\(asked.id)/decision", body)
        }
    }
}

/// The request a move is about, looked up first.
struct RightsMove {
    let client: AdminClient
    let id: String

    init(_ text: String, _ config: ConfigOption) async throws(OperatorError) {
        client = try config.client()
        id = try await RightsLookup.find(text, client).id
    }

    /// Asks the daemon for the move and shows how the request stands afterwards.
    func make(_ method: AdminClient.Method, _ path: String, _ body: RightsMoveBody) async throws(OperatorError) {
        let moved = try await client.json(method, path, APIRightsRequest.self, body: try client.encode(body))
        Output.line(RightsText.line(moved))
    }
}
