import ArgumentParser
import Desk
import Foundation
import Web

/// Taking back, drafts, putting off.
extension TicketsCommand {
    struct Undo: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Take your newest answer back while it waits.",
            discussion: """
                An answer waits for [outbox] undo (15 s unless configured otherwise), and longer while the server does \
                not take it. Taken back, the ticket is as it was before, and the answer stays in it, shown as withdrawn.
                """)
        @Argument(help: "The ticket's number.") var number: String
        @OptionGroup var config: ConfigOption
        @OptionGroup var json: JSONOption

        func run() async throws {
            let client = try config.client()
            let answer = try await client.json(
                .post, "/api/v1/tickets/\(try TicketsCommand.path(number))/undo", APIUndo.self)
            if json.json {
                try Output.json(answer, client)
            } else {
                for recipient in answer.message?.recipients ?? [] { Output.line(TicketText.delivery(recipient)) }
                if let ticket = answer.ticket { Output.line(TicketText.line(ticket)) }
            }
            guard answer.withdrawn else {
                throw OperatorError(
                    "it was too late", thing: answer.message == nil ? "your answer" : "a part of your answer",
                    remedy: "No answer of yours waits there any more; see `ticketd tickets show \(number)`.",
                    exitCode: .unavailable)
            }
        }
    }

    struct Draft: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Keep, show or throw away your draft of an answer.",
            discussion: """
                Without an option it prints your draft. With --text or --file (- for standard input) it keeps one. \
                Colleagues see that you write, not what. Answering the ticket removes the draft; untouched, it goes \
                after 30 days.
                """)
        @Argument(help: "The ticket's number.") var number: String
        @Option(name: .long, help: "The text.") var text: String?
        @Option(name: .long, help: "Read the text from this file; - is standard input.", completion: .file())
        var file: String?
        @Flag(name: .long, help: "Throw the draft away.") var remove = false
        @OptionGroup var config: ConfigOption
        @OptionGroup var json: JSONOption

        func run() async throws {
            let client = try config.client()
            let path = "/api/v1/tickets/\(try TicketsCommand.path(number))/draft"
            if remove {
                _ = try await client.send(.delete, path)
                return Output.line("Thrown away.")
            }
            guard text != nil || file != nil else {
                let draft = try await client.json(.get, path, APIDraft.self)
                if json.json { return try Output.json(draft, client) }
                Output.line(Output.safe(draft.text))
                return warn(draft)
            }
            let body = try client.encode(
                TextBody(text: try WrittenMail.text(text, file: file == "-" ? nil : file)))
            let draft = try await client.json(.put, path, APIDraft.self, body: body)
            if json.json { return try Output.json(draft, client) }
            Output.line("Kept.")
            warn(draft)
        }

        private func warn(_ draft: APIDraft) {
            if draft.currentVersion != draft.version {
                Terminal.warn("The ticket changed since the draft was saved. See `ticketd tickets show \(number)`.")
            }
            for colleague in draft.colleagues { Terminal.warn(TicketText.colleague(colleague)) }
        }
    }

    struct Snooze: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Take a ticket out of the list until a time.",
            discussion: """
                UNTIL is a duration such as 3d, a day such as 2026-12-01 (its morning, 08:00), or a time such as \
                2026-12-01T14:30, in the time zone of this machine. An answer of the customer brings it back at once. \
                `tickets list --snoozed only` shows what is put off.
                """)
        @Argument(help: "The ticket's number.") var number: String
        @Argument(help: "Until when.") var until: String
        @OptionGroup var config: ConfigOption
        @OptionGroup var json: JSONOption

        func run() async throws {
            guard let date = MomentText.parse(until, now: World.live().now()) else {
                throw OperatorError(
                    "that is no time", thing: "the argument \(Output.safeLine(until))",
                    remedy: "Write it like 3d, 2026-12-01 or 2026-12-01T14:30.", exitCode: .usage)
            }
            let client = try config.client()
            let ticket = try await client.json(
                .put, "/api/v1/tickets/\(try TicketsCommand.path(number))/snooze", APITicket.self,
                body: try client.encode(SnoozeBody(until: date)))
            if json.json { return try Output.json(ticket, client) }
            Output.line(TicketText.line(ticket))
        }
    }

    struct Wake: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Bring a ticket back that was put off.")
        @Argument(help: "The ticket's number.") var number: String
        @OptionGroup var config: ConfigOption
        @OptionGroup var json: JSONOption

        func run() async throws {
            let client = try config.client()
            let ticket = try await client.json(
                .delete, "/api/v1/tickets/\(try TicketsCommand.path(number))/snooze", APITicket.self)
            if json.json { return try Output.json(ticket, client) }
            Output.line(TicketText.line(ticket))
        }
    }
}
