import ArgumentParser
import Web

/// The staff and their roles.
struct AgentsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "agents", abstract: "Add, list, change, reset and see off agents.",
        discussion: """
            Roles: agent answers tickets; admin runs the desk; dpo watches over it. Nobody is both admin and dpo, and \
            only root appoints a dpo. AGENT is a name, an address or an id.
            """,
        subcommands: [Add.self, List.self, Change.self, Reset.self, Disable.self], defaultSubcommand: List.self)

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Add an agent.", discussion: "Name and address are asked for when they are not given.")
        @Option(name: .long, help: "What colleagues call the agent.") var name: String?
        @Option(name: .long, help: "The work address, or - to be asked.") var email = "-"
        @Option(name: .long, help: "agent, admin or dpo.") var role = "agent"
        @Option(name: .long, help: "Only this mailbox; may be repeated.") var mailbox: [String] = []
        @Option(name: .long, help: "The local user who is this agent on the command line.") var unixUser: String?
        @OptionGroup var config: ConfigOption
        @OptionGroup var json: JSONOption

        func run() async throws {
            let client = try config.client()
            let user = try unixUser.map { (text) throws(OperatorError) in try LocalUser.number(of: text) }
            let body = AgentBody(
                name: name ?? Terminal.ask("Name:") ?? "", email: try AddressArgument.resolve(email), role: role,
                mailboxes: mailbox.isEmpty ? nil : mailbox, unixUser: user)
            let agent = try await client.json(.post, "/api/v1/agents", APIAgent.self, body: try client.encode(body))
            if json.json { return try Output.json(agent, client) }
            Output.line(AgentText.line(agent))
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List the agents.")
        @OptionGroup var config: ConfigOption
        @OptionGroup var json: JSONOption

        func run() async throws {
            let client = try config.client()
            let answer = try await client.json(.get, "/api/v1/agents", APIAgents.self)
            if json.json { return try Output.json(answer, client) }
            for agent in answer.agents { Output.line(AgentText.line(agent)) }
            if answer.agents.isEmpty { Output.line("No agents.") }
        }
    }

    struct Change: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Change an agent's role, mailboxes or local user.")
        @Argument(help: "The agent.") var agent: String
        @Option(name: .long, help: "agent, admin or dpo.") var role: String?
        @Option(name: .long, help: "Only this mailbox; may be repeated.") var mailbox: [String] = []
        @Flag(name: .long, help: "Every mailbox.") var everyMailbox = false
        @Option(name: .long, help: "The local user who is this agent on the command line.") var unixUser: String?
        @Flag(name: .long, help: "No local user any more.") var noUnixUser = false
        @OptionGroup var config: ConfigOption
        @OptionGroup var json: JSONOption

        func run() async throws {
            let client = try config.client()
            var body = AgentPatchBody(role: role)
            if everyMailbox { body.mailboxes = .some(nil) } else if !mailbox.isEmpty { body.mailboxes = mailbox }
            if noUnixUser { body.unixUser = .some(nil) }
            if let unixUser, !noUnixUser { body.unixUser = try LocalUser.number(of: unixUser) }
            let id = try await AgentLookup.find(agent, client).id
            let changed = try await client.json(
                .patch, "/api/v1/agents/\(id)", APIAgent.self, body: try client.encode(body))
            if json.json { return try Output.json(changed, client) }
            Output.line(AgentText.line(changed))
        }
    }

    struct Disable: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "See an agent off.",
            discussion: """
                Every way in ends at once, and the agent's key is destroyed: what the agent wrote stays and reads \
                "former agent", and nobody can tell any more who it was. This cannot be undone.
                """)
        @Argument(help: "The agent.") var agent: String
        @Option(name: .long, help: "The agent who takes the open tickets; without it they are nobody's.")
        var successor: String?
        @Flag(name: .long, help: "Do not ask.") var yes = false
        @OptionGroup var config: ConfigOption
        @OptionGroup var json: JSONOption

        func run() async throws {
            let client = try config.client()
            let leaving = try await AgentLookup.find(agent, client)
            var heir: String?
            if let successor { heir = try await AgentLookup.find(successor, client).id }
            if !yes {
                let name = Output.safeLine(leaving.name ?? "the former agent")
                guard Terminal.confirm("See \(name) off and destroy the key of name and address?") else { return }
            }
            let answer = try await client.json(
                .post, "/api/v1/agents/\(leaving.id)/disable", APIOffboarding.self,
                body: try client.encode(AgentLeavingBody(successor: heir)))
            if json.json { return try Output.json(answer, client) }
            Output.line("Disabled. Open tickets handed on: \(answer.reassigned); nobody's now: \(answer.unassigned).")
        }
    }
}

/// Finds one agent by id, name or address.
enum AgentLookup {
    static func find(_ text: String, _ client: AdminClient) async throws(OperatorError) -> APIAgent {
        let answer = try await client.json(.get, "/api/v1/agents", APIAgents.self)
        let text = text.lowercased()
        // An id is found among former agents too: an offboarding that was broken off can be said again.
        let found = answer.agents.first { agent in
            agent.id == text || agent.name?.lowercased() == text || agent.email?.lowercased() == text
        }
        guard let found else {
            throw OperatorError(
                "there is no such agent", thing: "the argument",
                remedy: "Give a name, an address or an id that `ticketd agents list` shows.", exitCode: .usage)
        }
        return found
    }
}

/// How an agent looks on a terminal.
enum AgentText {
    static func line(_ agent: APIAgent) -> String {
        guard !agent.disabled else { return "\(agent.id)  \(agent.role)  former agent" }
        var parts = [agent.id, agent.role, agent.mailboxes?.joined(separator: ",") ?? "every mailbox"]
        if let user = agent.unixUser { parts.append("local user \(Output.safeLine(LocalUser.name(of: user)))") }
        parts.append(Output.safeLine(agent.name ?? "-"))
        if let email = agent.email { parts.append("<\(Output.safeLine(email))>") }
        return parts.joined(separator: "  ")
    }
}
