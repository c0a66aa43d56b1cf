import ArgumentParser
import Web

/// A copy of what is kept about a person, for that person.
extension PeopleCommand {
    struct Export: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Make a copy of what is kept about a person who asked for it, and whose identity was checked.",
            discussion: """
                The archive has a page to read offline, the same as JSON with its schema, each mail as a file, the \
                attachments and a table of the tickets. Others are covered where the person did not hear of them, and \
                the list of that is in it: read it before you hand it over. It lies sealed for seven days and is \
                shredded then; `ticketd exports` shows it. What --out writes is not sealed: give it to the person on \
                a way nobody else reads, never as a plain mail attachment, and remove it.
                """)
        @Argument(help: "An address, an id, or - to be asked.") var person: String
        @Option(name: .long, help: "Wait for it and write it to this new file.") var out: String?
        @Flag(name: .long, help: "Only what the person provided, to take along (Art. 20).") var portability = false
        @Option(name: .long, help: "How the identity was checked: phone, letter, mail, portal or in-person.")
        var verifiedHow: String?
        @Option(name: .long, help: "Who checked it; kept sealed.") var verifiedBy: String?
        @Option(name: .long, help: "For a shared account such as info@: with what authority the asker speaks for it.")
        var authority: String?
        @Option(name: .long, help: "The request it answers, by reference or id; it says how the person was recognised.")
        var request: String?
        @OptionGroup var config: ConfigOption
        @OptionGroup var json: JSONOption

        func run() async throws {
            let client = try config.client()
            let person = try await PersonLookup.find(person, client)
            let body = try await order(client)
            var export = try await client.json(
                .post, "/api/v1/people/\(person.id)/export", APIExport.self, body: try client.encode(body))
            if let out { export = try await ExportFetching(client: client).fetch(export, to: out) }
            if json.json { return try Output.json(export, client) }
            Output.line(ExportText.outcome(export, file: out))
        }

        /// On whose word: a request's, or that of whoever checked the identity.
        private func order(_ client: AdminClient) async throws(OperatorError) -> ExportBody {
            let kind = portability ? "portability" : "access"
            if let request {
                return ExportBody(
                    kind: kind, request: try await RightsLookup.find(request, client).id, authority: authority)
            }
            guard let verifiedHow, let verifiedBy else {
                throw OperatorError(
                    "nobody's data leaves on somebody else's word", thing: "--verified-how and --verified-by",
                    remedy: "Say how the person's identity was checked and who did it, or name a --request.",
                    exitCode: .usage)
            }
            return ExportBody(
                kind: kind, verified: ErasureBody.Verified(how: verifiedHow, by: verifiedBy), authority: authority)
        }
    }
}
