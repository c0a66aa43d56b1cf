import ArgumentParser
import Web

/// The moves of a breach, one command each.
extension BreachesCommand {
    struct Describe: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Tell what became known; what you leave out stays.",
            discussion: """
                Nature, consequences, measures and advice are told in plain language, once for each language your \
                mailboxes write in: the report and the letters are made of them. Name nobody it happened to.
                """)
        @Argument(help: "The breach's number.") var number: Int64
        @Option(name: .long, help: "en or de: the language of the next four; the service's when absent.")
        var language: String?
        @Option(name: .long, help: "What happened.") var nature: String?
        @Option(name: .long, help: "What it can mean for the people.") var consequences: String?
        @Option(name: .long, help: "What was and is being done.") var measures: String?
        @Option(name: .long, help: "What the people can do; only in letters.") var advice: String?
        @Option(name: .long, help: "confidentiality, integrity or availability; may be repeated.")
        var kind: [String] = []
        @Option(name: .long, help: "misdirected, attack, insider, loss, theft, malfunction or other.") var cause:
            String?
        @Option(name: .long, help: "When it began.") var started: String?
        @Option(name: .long, help: "When it ended.") var ended: String?
        @Option(name: .long, help: "Categories of people.") var subjects: String?
        @Option(name: .long, help: "Categories of data.") var categories: String?
        @Option(name: .long, help: "What protected the data, and whether its keys are safe.") var protection: String?
        @Option(name: .long, help: "Processors involved.") var processors: String?
        @Option(name: .long, help: "Other countries concerned.") var countries: String?
        @Option(name: .long, help: "Other authorities told.") var authorities: String?
        @Option(name: .long, help: "People concerned whose data lies elsewhere, about.") var otherPeople: Int?
        @Option(name: .long, help: "Records that lie elsewhere, about.") var otherRecords: Int?
        @OptionGroup var config: ConfigOption
        @OptionGroup var json: JSONOption

        func run() async throws {
            var body = BreachPatchBody()
            if !kind.isEmpty { body.kinds = kind }
            (body.language, body.nature, body.consequences) = (language, nature, consequences)
            (body.measures, body.advice, body.cause) = (measures, advice, cause)
            body.startedAt = try started.map { try BreachMoment.read($0, "--started") }
            body.endedAt = try ended.map { try BreachMoment.read($0, "--ended") }
            (body.subjectCategories, body.dataCategories, body.protection) = (subjects, categories, protection)
            (body.processors, body.countries, body.authorities) = (processors, countries, authorities)
            (body.otherPeople, body.otherRecords) = (otherPeople, otherRecords)
            let client = try config.client()
            let breach = try await client.json(
                .patch, "/api/v1/breaches/\(number)", APIBreach.self, body: try client.encode(body))
            try BreachText.show(breach, client, json)
        }
    }

    struct Assess: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Record the risk, as you decided it, with your reasons.",
            discussion: """
                none: unlikely to be a risk; it stays in the register. risk: the authority is notified. high: the \
                people are told as well. The score of ENISA (2013) helps and decides nothing: --context 1 to 4 (simple \
                to sensitive data), --identification 0.25 to 1, the rest 0 to 0.5 each.
                """)
        @Argument(help: "The breach's number.") var number: Int64
        @Option(name: .long, help: "none, risk or high.") var risk: String
        @Option(name: .long, help: "Why.") var reasons: String
        @Option(name: .long, help: "Score: data processing context, 1 to 4.") var context: Int?
        @Option(name: .long, help: "Score: ease of identification, 0.25, 0.5, 0.75 or 1.") var identification: Double?
        @Option(name: .long, help: "Score: loss of confidentiality, 0, 0.25 or 0.5.") var confidentiality = 0.0
        @Option(name: .long, help: "Score: loss of integrity, 0, 0.25 or 0.5.") var integrity = 0.0
        @Option(name: .long, help: "Score: loss of availability, 0, 0.25 or 0.5.") var availability = 0.0
        @Flag(name: .long, help: "Score: somebody did it on purpose.") var malicious = false
        @OptionGroup var config: ConfigOption
        @OptionGroup var json: JSONOption

        func validate() throws {
            guard (context == nil) == (identification == nil) else {
                throw ValidationError("A score needs both --context and --identification.")
            }
        }

        func run() async throws {
            var score: AssessmentBody.Score?
            if let context, let identification {
                score = AssessmentBody.Score(
                    context: context, identification: identification, confidentiality: confidentiality,
                    integrity: integrity, availability: availability, malicious: malicious)
            }
            let client = try config.client()
            let breach = try await client.json(
                .post, "/api/v1/breaches/\(number)/assessment", APIBreach.self,
                body: try client.encode(AssessmentBody(risk: risk, reasons: reasons, score: score)))
            try BreachText.show(breach, client, json)
        }
    }

    struct Notify: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Record a notification you made; the first one to the authority ends the clock.",
            discussion: """
                ticketd sends nothing to an authority by itself: use its portal or form, with `breaches report`. Only \
                with --via email --send it mails the report of now to [authority] email, through the ordinary outbox, \
                and the answer comes into the ticket it names. Later than 72 hours after awareness it needs \
                --late-reasons (Art. 33(1)).
                """)
        @Argument(help: "The breach's number.") var number: Int64
        @Flag(name: .long, help: "The supervisory authority was told.") var authority = false
        @Flag(name: .long, help: "The controller was told whose processor you are (Art. 33(2)).") var controller = false
        @Option(name: .long, help: "portal, email, post or phone.") var via: String
        @Option(name: .long, help: "The reference you were given.") var reference: String = ""
        @Option(name: .long, help: "When; now when absent.") var at: String?
        @Flag(name: .long, help: "Nothing more will follow.") var final = false
        @Option(name: .long, help: "Why it was not within 72 hours.") var lateReasons: String?
        @Flag(name: .long, help: "With --authority --via email: send the mail, rather than record one.") var send =
            false
        @OptionGroup var config: ConfigOption
        @OptionGroup var json: JSONOption

        func validate() throws {
            guard authority != controller else {
                throw ValidationError("Say who was told: --authority or --controller.")
            }
            guard !send || (authority && via == "email" && at == nil) else {
                throw ValidationError("--send goes with --authority and --via email, and it is sent now.")
            }
        }

        func run() async throws {
            let body = FilingBody(
                recipient: authority ? "authority" : "controller", via: via, reference: reference,
                at: try at.map { try BreachMoment.read($0, "--at") }, final: final, lateReasons: lateReasons, send: send
            )
            let client = try config.client()
            let breach = try await client.json(
                .post, "/api/v1/breaches/\(number)/filings", APIBreach.self, body: try client.encode(body))
            try BreachText.show(breach, client, json)
        }
    }

    struct Tell: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Tell the affected people (Art. 34), or record why they need not be told.",
            discussion: """
                --letters writes one mail to each affected person who has none yet; look at it first with `breaches \
                letter`. It leaves though the person unsubscribed, because the law requires it. Interrupted, run it \
                again: nobody gets a second one. --public records a public communication, --exempt why nobody is told.
                """)
        @Argument(help: "The breach's number.") var number: Int64
        @Flag(name: .long, help: "A mail to each.") var letters = false
        @Option(name: .customLong("public"), help: "Where the public communication can be read.") var place: String?
        @Option(name: .long, help: "unintelligible (Art. 34(3)(a)) or risk-removed (Art. 34(3)(b)).") var exempt:
            String?
        @Option(name: .long, help: "Why; for --public and --exempt.") var reasons: String?
        @Flag(name: .long, help: "Do not ask.") var yes = false
        @OptionGroup var config: ConfigOption
        @OptionGroup var json: JSONOption

        func validate() throws {
            guard [letters, place != nil, exempt != nil].filter({ $0 }).count == 1 else {
                throw ValidationError("Give one of --letters, --public and --exempt.")
            }
        }

        func run() async throws {
            let client = try config.client()
            let path = "/api/v1/breaches/\(number)/communication"
            if letters {
                let before = try await client.json(.get, "/api/v1/breaches/\(number)", APIBreach.self)
                Output.line(BreachText.lettersAhead(before))
                if !yes, !before.drill, !Terminal.confirm("Send them?") { return }
            }
            let body = CommunicationBody(
                means: letters ? "letters" : place != nil ? "public" : "exempt", ground: exempt, reasons: reasons,
                place: place)
            let breach = try await client.json(.post, path, APIBreach.self, body: try client.encode(body))
            try BreachText.show(breach, client, json)
        }
    }

    struct Close: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Close a breach of which everybody was told who had to be.")
        @Argument(help: "The breach's number.") var number: Int64
        @Option(name: .long, help: "What was learned and changed.") var reasons: String
        @OptionGroup var config: ConfigOption
        @OptionGroup var json: JSONOption

        func run() async throws {
            let client = try config.client()
            let breach = try await client.json(
                .post, "/api/v1/breaches/\(number)/closure", APIBreach.self,
                body: try client.encode(BreachMoveBody(reasons: reasons)))
            try BreachText.show(breach, client, json)
        }
    }

    struct Reopen: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Open a closed breach again, as more came to light.")
        @Argument(help: "The breach's number.") var number: Int64
        @OptionGroup var config: ConfigOption
        @OptionGroup var json: JSONOption

        func run() async throws {
            let client = try config.client()
            let breach = try await client.json(.post, "/api/v1/breaches/\(number)/reopening", APIBreach.self)
            try BreachText.show(breach, client, json)
        }
    }
}
