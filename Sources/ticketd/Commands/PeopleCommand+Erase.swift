import ArgumentParser
import Web

/// Erasing a person.
extension PeopleCommand {
    struct Erase: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Erase a person who asked for it, and whose identity was checked.",
            discussion: """
                Shows in numbers what will go, and asks. The person's keys are destroyed and the rows removed before \
                the command ends; the copies in the mailbox, the search of the files, the certificate and the one \
                confirmation mail follow, see `ticketd erasures show`. It cannot be undone. An unsubscribe survives. \
                Beyond [privacy] erase_limit a day it waits for `ticketd erasures approve`.
                """)
        @Argument(help: "An address, an id, or - to be asked.") var person: String
        @Option(name: .long, help: "How the identity was checked: phone, letter, mail, portal or in-person.")
        var verifiedHow: String?
        @Option(name: .long, help: "Who checked it; kept sealed.") var verifiedBy: String?
        @Option(name: .long, help: "The request it is for, by reference or id; it says how the person was recognised.")
        var request: String?
        @Option(name: .long, help: "For a shared account such as info@: with what authority the asker speaks for it.")
        var authority: String?
        @Flag(name: .long, help: "Only show what would go.") var dryRun = false
        @Flag(name: .long, help: "Do not ask.") var yes = false
        @OptionGroup var config: ConfigOption
        @OptionGroup var json: JSONOption

        func run() async throws {
            let client = try config.client()
            let person = try await PersonLookup.find(person, client)
            let path = "/api/v1/people/\(person.id)/erase"
            let counts = try await client.json(.get, path, APIErasureCounts.self)
            if dryRun {
                if json.json { return try Output.json(counts, client) }
                return Output.line(ErasureText.preview(counts))
            }
            if !json.json { Output.line(ErasureText.preview(counts)) }
            let body = try await proof(client)
            if !yes, !Terminal.confirm("Erase this person? It cannot be undone.") { return }
            let erasure = try await client.json(.post, path, APIErasure.self, body: try client.encode(body))
            if json.json { return try Output.json(erasure, client) }
            Output.line(ErasureText.outcome(erasure))
        }

        /// On whose word: a request's, or that of whoever checked the identity.
        private func proof(_ client: AdminClient) async throws(OperatorError) -> ErasureBody {
            if let request {
                return ErasureBody(request: try await RightsLookup.find(request, client).id, authority: authority)
            }
            guard let verifiedHow, let verifiedBy else {
                throw OperatorError(
                    "nobody is erased on somebody else's word", thing: "--verified-how and --verified-by",
                    remedy: "Say how the person's identity was checked and who did it, or name a --request.",
                    exitCode: .usage)
            }
            return ErasureBody(
                verified: ErasureBody.Verified(how: verifiedHow, by: verifiedBy), authority: authority)
        }
    }
}
