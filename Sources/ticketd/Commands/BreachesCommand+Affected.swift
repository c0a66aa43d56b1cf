import ArgumentParser
import Desk
import Foundation
import Web

/// Whom a breach concerns.
extension BreachesCommand {
    struct Affected: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Find and show whom a breach concerns.",
            discussion: """
                Without an option it lists them. Each question adds whoever it finds: --ticket, --from with --to (of \
                one --mailbox, or what one --reader opened, by the read log), --message or --entry that went to \
                somebody else, --backup desk|keys with --taken, --epoch of stolen keys. --preview only counts.
                """)
        @Argument(help: "The breach's number.") var number: Int64
        @Option(name: .long, help: "A ticket; may be repeated.") var ticket: [Int64] = []
        @Option(name: .long, help: "The beginning of a time window.") var from: String?
        @Option(name: .long, help: "Its end.") var to: String?
        @Option(name: .long, help: "Only messages of this mailbox.") var mailbox: String?
        @Option(name: .long, help: "Who read: operator, agent:ID or token:ID, as in the audit log.") var reader: String?
        @Option(name: .long, help: "The id of a message or answer that went to somebody else.") var message: String?
        @Option(name: .long, help: "The id of a mail of the outbox that did.") var entry: String?
        @Option(name: .long, help: "desk or keys: which copy is in other hands.") var backup: String?
        @Option(name: .long, help: "When that copy was made.") var taken: String?
        @Option(name: .long, help: "The key epoch whose keys are in other hands.") var epoch: Int?
        @Flag(name: .long, help: "Only count.") var preview = false
        @OptionGroup var config: ConfigOption
        @OptionGroup var json: JSONOption

        func run() async throws {
            let client = try config.client()
            guard
                !ticket.isEmpty || from != nil || to != nil || message != nil || entry != nil || backup != nil
                    || epoch != nil
            else { return try await list(client) }
            let body = try client.encode(try question())
            if preview {
                let found = try await client.json(
                    .post, "/api/v1/breaches/\(number)/affected", APIAffectedFound.self, body: body)
                if json.json { return try Output.json(found, client) }
                return Output.line("\(found.people) people, \(found.records) messages. Nothing was written.")
            }
            let breach = try await client.json(
                .post, "/api/v1/breaches/\(number)/affected", APIBreach.self, body: body)
            try BreachText.show(breach, client, json)
        }

        private func question() throws(OperatorError) -> AffectedBody {
            var body = AffectedBody(preview: preview)
            if !ticket.isEmpty { body.tickets = ticket }
            if let from { body.from = try BreachMoment.read(from, "--from") }
            if let to { body.to = try BreachMoment.read(to, "--to") }
            if let taken { body.backupAt = try BreachMoment.read(taken, "--taken") }
            (body.mailbox, body.reader, body.message) = (mailbox, reader, message)
            (body.entry, body.backup, body.epoch) = (entry, backup, epoch)
            return body
        }

        private func list(_ client: AdminClient) async throws {
            let people = try await AffectedPages.all(of: number, client)
            if json.json { return try Output.json(people, client) }
            for person in people { Output.line(BreachText.line(person)) }
            if people.isEmpty { Output.line("Nobody was found yet.") }
        }
    }
}

/// A time of a breach as people write it: `2026-12-01T14:30`, in the zone of this machine when it names none.
enum BreachMoment {
    static func read(_ text: String?, _ option: String) throws(OperatorError) -> Date {
        let now = World.live().now()
        guard let text, text != "now" else { return now }
        guard let date = MomentText.parse(text, now: now), date.timeIntervalSince(now) <= 0 else {
            throw OperatorError(
                "the time cannot be read, or is to come", thing: option,
                remedy: "Write it as 2026-12-01T14:30 or 2026-12-01T14:30:00Z.", exitCode: .usage)
        }
        return date
    }
}
