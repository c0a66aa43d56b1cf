import ArgumentParser
import Web

/// Legal holds and objections of a person.
extension PeopleCommand {
    struct Hold: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Keep a person's data from being erased (Art. 17(3) GDPR); for the DPO.",
            discussion: """
                While it stands, an erasure of this person becomes a restriction, and lifting the hold with `ticketd \
                holds lift` carries it out. Look at it again on the day of review: an alarm reminds you.
                """)
        @Argument(help: "An address, an id, or - to be asked.") var person: String
        @Option(name: .long, help: "What it is about, such as a case number; kept sealed.") var matter: String
        @Option(name: .long, help: "17(3)(b), a law demands it; or 17(3)(e), it is needed for a claim.")
        var ground: String
        @Option(name: .long, help: "The day to look at it again, within six months, as 2027-03-05.") var review: String
        @OptionGroup var config: ConfigOption
        @OptionGroup var json: JSONOption

        func run() async throws {
            let client = try config.client()
            let person = try await PersonLookup.find(person, client)
            let letter = ground.filter { "be".contains($0) }
            let made = try await client.json(
                .post, "/api/v1/people/\(person.id)/hold", APIHold.self,
                body: try client.encode(HoldBody(matter: matter, ground: letter, review: review)))
            if json.json { return try Output.json(made, client) }
            Output.line(HoldText.line(made))
        }
    }

    struct Object: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Record an objection (Art. 21 GDPR).",
            discussion: """
                Without --marketing what is kept of the person is restricted while you decide; then lift it with \
                `people unrestrict --ground d`, or erase. With --marketing it is at once and needs no decision.
                """)
        @Argument(help: "An address, an id, or - to be asked.") var person: String
        @Flag(name: .long, help: "To marketing only.") var marketing = false
        @OptionGroup var config: ConfigOption

        func run() async throws {
            let client = try config.client()
            let person = try await PersonLookup.find(person, client)
            let body = ObjectionBody(to: marketing ? "marketing" : "processing")
            _ = try await client.send(
                .post, "/api/v1/people/\(person.id)/objection", body: try client.encode(body))
            Output.line(marketing ? "No marketing reaches this person any more." : "Restricted until it is decided.")
        }
    }
}
