import ArgumentParser
import Web

/// The register of breaches of Art. 33(5) GDPR, each with its 72-hour clock.
struct BreachesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "breaches",
        abstract: "Breaches of personal data (Art. 33, 34 GDPR): register, clock, affected people, notifications.",
        discussion: """
            Put it down at once with `breaches open`: 72 hours run from the moment you became aware. Not everything \
            has to be known by then; notify in phases. `breaches report` fills the form of Art. 33(3) with what is \
            known, `breaches notify` records that you sent it.
            """,
        subcommands: [
            List.self, Show.self, Open.self, Describe.self, Assess.self, Affected.self, Report.self, Notify.self,
            Letter.self, Tell.self, Close.self, Reopen.self, Kit.self, KitDaily.self, Candidates.self, Confirm.self,
            Dismiss.self,
        ])

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List open breaches, the most urgent first.")
        @Flag(name: .long, help: "Closed ones too.") var all = false
        @OptionGroup var config: ConfigOption
        @OptionGroup var json: JSONOption

        func run() async throws {
            let client = try config.client()
            let answer = try await client.json(
                .get, "/api/v1/breaches?state=\(all ? "all" : "open")", APIBreaches.self)
            if json.json { return try Output.json(answer, client) }
            if answer.breaches.isEmpty { Output.line(all ? "No breaches." : "No open breaches.") }
            for breach in answer.breaches { Output.line(BreachText.line(breach)) }
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Show a breach: clock, risk, numbers, what was done.")
        @Argument(help: "Its number.") var number: Int64
        @OptionGroup var config: ConfigOption
        @OptionGroup var json: JSONOption

        func run() async throws {
            let client = try config.client()
            let breach = try await client.json(.get, "/api/v1/breaches/\(number)", APIBreach.self)
            if json.json { return try Output.json(breach, client) }
            Output.line(BreachText.whole(breach))
        }
    }

    struct Open: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Put a breach down; its clock runs from --aware.",
            discussion: """
                Detection is when something was noticed; awareness is when it was reasonably certain that personal \
                data are concerned. Both may be given as 2026-12-01T14:30; without a zone, this machine's. With \
                --drill it is an exercise: no letter leaves and no alarm is raised.
                """)
        @Option(name: .long, help: "When it was reasonably certain; now when absent.") var aware: String?
        @Option(name: .long, help: "When something was noticed; the same as --aware when absent.") var detected: String?
        @Option(name: .long, help: "Who decided that it is a breach; kept sealed.") var decidedBy: String
        @Option(name: .long, help: "confidentiality, integrity or availability; may be repeated.") var kind: [String]
        @Flag(name: .long, help: "An exercise.") var drill = false
        @OptionGroup var config: ConfigOption
        @OptionGroup var json: JSONOption

        func run() async throws {
            let client = try config.client()
            let awareAt = try BreachMoment.read(aware, "--aware")
            let body = BreachBody(
                detectedAt: try detected.map { try BreachMoment.read($0, "--detected") } ?? awareAt, awareAt: awareAt,
                decidedBy: decidedBy, kinds: kind, drill: drill)
            let made = try await client.json(.post, "/api/v1/breaches", APIBreach.self, body: try client.encode(body))
            if json.json { return try Output.json(made, client) }
            Output.line(BreachText.whole(made))
        }
    }

    struct Report: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Print the notification of Art. 33(3) with what is known now.",
            discussion: "It is sent nowhere. Put it into the authority's form, then record it with `breaches notify`.")
        @Argument(help: "The breach's number.") var number: Int64
        @Option(name: .long, help: "text, html or json.") var format = "text"
        @OptionGroup var config: ConfigOption

        func run() async throws {
            let bytes = try await config.client().send(.get, "/api/v1/breaches/\(number)/report?format=\(format)")
            Output.line(String(decoding: bytes, as: UTF8.self))
        }
    }

    struct Letter: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Print the letter to affected people as it would be sent (Art. 34(2)).")
        @Argument(help: "The breach's number.") var number: Int64
        @Option(name: .long, help: "en or de; the service's when absent.") var language: String?
        @Flag(name: .long, help: "The text for a public communication instead (Art. 34(3)(c)).") var forPublic = false
        @OptionGroup var config: ConfigOption
        @OptionGroup var json: JSONOption

        func run() async throws {
            let client = try config.client()
            let query = QueryText([("language", language), ("public", forPublic ? "true" : nil)])
            let letter = try await client.json(
                .get, "/api/v1/breaches/\(number)/letter" + query.text, APIBreachLetter.self)
            if json.json { return try Output.json(letter, client) }
            Output.line(Output.safe(letter.text))
        }
    }
}
