import ArgumentParser
import Web

/// Other programs that want to know.
struct WebhooksCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "webhooks", abstract: "Tell other programs what happens, by ids: add, list, test, enable, remove.",
        subcommands: [List.self, Add.self, Test.self, Enable.self, Remove.self], defaultSubcommand: List.self)

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List the webhooks.")
        @OptionGroup var config: ConfigOption
        @OptionGroup var json: JSONOption

        func run() async throws {
            let client = try config.client()
            let answer = try await client.json(.get, "/api/v1/webhooks", APIWebhooks.self)
            if json.json { return try Output.json(answer, client) }
            for hook in answer.webhooks {
                let trouble = hook.lastFailure.map { "  last failure: \($0)" } ?? ""
                let waiting = hook.waiting > 0 ? "  \(hook.waiting) waiting" : ""
                let events = hook.events.joined(separator: ",")
                Output.line("\(hook.id)  \(hook.state)  \(Output.safeLine(hook.url))  \(events)\(waiting)\(trouble)")
            }
            if answer.webhooks.isEmpty { Output.line("No webhooks.") }
        }
    }

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Add a webhook. Its secret is shown once.",
            discussion: """
                Events: ticket.opened ticket.message ticket.answered ticket.closed outbox.failed. Each is one POST of \
                ids, nothing about a person, signed in the header Ticketd-Signature: t=SECONDS,v1=HEX is the \
                HMAC-SHA-256 under the secret of SECONDS, a dot and the body. Any 2xx is enough; otherwise it is tried \
                again as [outbox] retry says, in order, and after [outbox] give_up the webhook is disabled and \
                `ticketd status` says so. An event may come twice: its id tells.
                """)
        @Argument(help: "An https address; http to 127.0.0.1 only.") var url: String
        @Option(name: .long, help: "An event; may be repeated.") var event: [String]
        @OptionGroup var config: ConfigOption
        @OptionGroup var json: JSONOption

        func run() async throws {
            let client = try config.client()
            let hook = try await client.json(
                .post, "/api/v1/webhooks", APIWebhook.self,
                body: try client.encode(WebhookBody(url: url, events: event)))
            if json.json { return try Output.json(hook, client) }
            Output.line(hook.secret ?? "")
            Terminal.warn("This secret is not shown again. Try the way: ticketd webhooks test \(hook.id)")
        }
    }

    struct Test: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Send a webhook an event that says nothing.")
        @Argument(help: "The webhook's id.") var id: String
        @OptionGroup var config: ConfigOption

        func run() async throws {
            _ = try await config.client().send(.post, "/api/v1/webhooks/\(try EntryID.path(id))/test")
            Output.line("Queued. `ticketd webhooks list` shows what became of it.")
        }
    }

    struct Enable: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Tell a disabled webhook again of what happens from now on.")
        @Argument(help: "The webhook's id.") var id: String
        @OptionGroup var config: ConfigOption

        func run() async throws {
            _ = try await config.client().send(.post, "/api/v1/webhooks/\(try EntryID.path(id))/enable")
            Output.line("Enabled.")
        }
    }

    struct Remove: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Remove a webhook and what waits for it.")
        @Argument(help: "The webhook's id.") var id: String
        @OptionGroup var config: ConfigOption

        func run() async throws {
            _ = try await config.client().send(.delete, "/api/v1/webhooks/\(try EntryID.path(id))")
            Output.line("Removed.")
        }
    }
}
