import ArgumentParser
import Web

/// New credentials for an agent. They are for the web inbox; on the command line the local user is enough.
extension AgentsCommand {
    struct Reset: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Give an agent a new password and a new second factor.",
            discussion: """
                Without --ask a one-time password is made up and shown once; the agent replaces it with the first \
                login. The otpauth: text goes into an authenticator program, and is shown once too. Every session of \
                the agent ends.
                """)
        @Argument(help: "The agent.") var agent: String
        @Flag(name: .long, help: "Ask for the password instead, without showing it.") var ask = false
        @OptionGroup var config: ConfigOption
        @OptionGroup var json: JSONOption

        func run() async throws {
            let client = try config.client()
            let id = try await AgentLookup.find(agent, client).id
            let body = AgentResetBody(password: ask ? Terminal.askSecret("New password:") ?? "" : nil)
            let reset = try await client.json(
                .post, "/api/v1/agents/\(id)/reset", APIAgentReset.self, body: try client.encode(body))
            if json.json { return try Output.json(reset, client) }
            if let password = reset.oneTimePassword { Output.line("one-time password  \(password)") }
            Output.line("second factor      \(Output.safeLine(reset.otpauth))")
            Terminal.warn("Hand this over now: it is not shown again.")
        }
    }
}
