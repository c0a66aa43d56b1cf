import ArgumentParser
import Web

/// Senders whose mail opens no ticket.
struct BlockCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "block", abstract: "Let new mail of an address or a domain open no ticket.",
        discussion: """
            A blocked sender's new mail opens no ticket, makes nobody a person and is acknowledged by nothing. Three \
            kinds of mail get through, because a block must not take a right away: answers to a ticket there is, \
            unsubscribing, and what reads like a request about the sender's own data. Only a keyed hash is kept of \
            whom a block names, so the list cannot show it; to find out whether somebody is blocked, remove the block.
            """,
        subcommands: [List.self, Add.self, Remove.self], defaultSubcommand: List.self)

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List the blocks: since when, how many mails each stopped.")
        @OptionGroup var config: ConfigOption
        @OptionGroup var json: JSONOption

        func run() async throws {
            let client = try config.client()
            let answer = try await client.json(.get, "/api/v1/blocks", APIBlocks.self)
            if json.json { return try Output.json(answer, client) }
            for block in answer.blocks {
                Output.line(
                    "\(block.kind.padded(to: 8))  since \(TicketText.day(block.since))  \(block.stopped) stopped")
            }
            if answer.blocks.isEmpty { Output.line("Nobody is blocked.") }
        }
    }

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Block an address, or a domain and those below it.")
        @Argument(help: "An address, a domain, or - to be asked.") var target: String
        @OptionGroup var config: ConfigOption

        func run() async throws {
            let client = try config.client()
            let body = try client.encode(BlockBody(target: try AddressArgument.resolve(target)))
            _ = try await client.send(.post, "/api/v1/blocks", body: body)
            Output.line("Blocked. Tickets there are stay as they are.")
        }
    }

    struct Remove: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Take a block back.")
        @Argument(help: "An address, a domain, or - to be asked.") var target: String
        @OptionGroup var config: ConfigOption
        @OptionGroup var json: JSONOption

        func run() async throws {
            let client = try config.client()
            let body = try client.encode(BlockBody(target: try AddressArgument.resolve(target)))
            let answer = try await client.json(.post, "/api/v1/blocks/remove", APIUnblocked.self, body: body)
            if json.json { return try Output.json(answer, client) }
            Output.line(answer.removed ? "Removed." : "It was not blocked.")
        }
    }
}
