import ArgumentParser
import Web

/// Legal holds that stand, and that stood.
struct HoldsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "holds", abstract: "Show legal holds (Art. 17(3) GDPR); lift one. Set one with `people hold`.",
        subcommands: [List.self, Lift.self], defaultSubcommand: List.self)

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List holds, the next to be looked at first.")
        @OptionGroup var config: ConfigOption
        @OptionGroup var json: JSONOption

        func run() async throws {
            let client = try config.client()
            let answer = try await client.json(.get, "/api/v1/holds", APIHolds.self)
            if json.json { return try Output.json(answer, client) }
            for hold in answer.holds { Output.line(HoldText.line(hold)) }
            if answer.holds.isEmpty { Output.line("There are no legal holds.") }
        }
    }

    struct Lift: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Lift a hold; an erasure that waited for it is carried out. For the DPO.")
        @Argument(help: "The hold's id.") var id: String
        @Flag(name: .long, help: "Do not ask.") var yes = false
        @OptionGroup var config: ConfigOption

        func run() async throws {
            guard yes || Terminal.confirm("Lift this hold? An erasure that waits for it is carried out at once.") else {
                return
            }
            let lifted = try await config.client().json(
                .post, "/api/v1/holds/\(try EntryID.path(id))/lift", APIHold.self)
            Output.line(HoldText.line(lifted))
        }
    }
}

/// How a hold looks on a terminal.
enum HoldText {
    static func line(_ hold: APIHold) -> String {
        let matter = hold.matter.isEmpty ? "(not known any more)" : Output.safeLine(hold.matter)
        let end = hold.liftedAt.map { "lifted \(TicketText.day($0))" } ?? "look at it again on \(hold.reviewOn)"
        return "\(hold.id)  Art. 17(3)(\(hold.ground))  since \(TicketText.day(hold.setAt)), \(end)  \(matter)"
    }
}
