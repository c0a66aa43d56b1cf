import ArgumentParser
import Web

/// Mails that could not be read.
struct QuarantineCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "quarantine", abstract: "Look at mails that could not be read; let them in; delete them.",
        discussion: """
            A mail that stops its reader three times is set aside: a ticket stands for it, our copy is sealed, the \
            server's copy stays where it is. It is deleted 30 days after somebody looked at it, and never before that.
            """,
        subcommands: [List.self, Show.self, Release.self, Delete.self], defaultSubcommand: List.self)

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List the quarantine.")
        @OptionGroup var config: ConfigOption
        @OptionGroup var json: JSONOption

        func run() async throws {
            let client = try config.client()
            let answer = try await client.json(.get, "/api/v1/quarantine", APIQuarantine.self)
            if json.json { return try Output.json(answer, client) }
            for mail in answer.quarantine {
                let ticket = mail.ticket.map { "#\($0)" } ?? "-"
                let place = "\(mail.mailbox)  UID \(mail.uid)"
                let looked = mail.lookedAt == nil ? "not looked at" : "looked at"
                Output.line("\(mail.id)  \(place)  \(mail.size) bytes  \(ticket)  \(looked)  \(mail.reason)")
            }
            if answer.quarantine.isEmpty { Output.line("The quarantine is empty.") }
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show why a mail was set aside, and the beginning of its text.",
            discussion: "The text is shown as it came, undecoded. The look is recorded in the audit log.")
        @Argument(help: "The mail's id.") var id: String
        @OptionGroup var config: ConfigOption
        @OptionGroup var json: JSONOption

        func run() async throws {
            let client = try config.client()
            let path = "/api/v1/quarantine/\(try EntryID.path(id))"
            let answer = try await client.json(.get, path, APIQuarantineLook.self)
            if json.json { return try Output.json(answer, client) }
            let mail = answer.mail
            Output.line("cause:     \(mail.reason)")
            Output.line("size:      \(mail.size) bytes")
            Output.line("on server: \(mail.mailbox), folder \(Output.safeLine(mail.folder)), UID \(mail.uid)")
            Output.line("since:     \(TicketText.day(mail.at))")
            if let ticket = mail.ticket { Output.line("ticket:    #\(ticket)") }
            if let end = mail.expiresAt { Output.line("deleted:   \(TicketText.day(end)), unless released before") }
            Output.line("")
            Output.line(Output.safe(answer.text))
            if answer.cut { Terminal.warn("The mail goes on; `ticketd quarantine release` attaches all of it.") }
        }
    }

    struct Release: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Attach a mail, as it came, to the ticket that stands for it.",
            discussion: """
                It is not read again, because reading it is what failed, and its sender gets no acknowledgement. Save \
                the attachment mail.eml and open it where it can do no harm. On the server it is treated like any \
                imported mail from the next connection on.
                """)
        @Argument(help: "The mail's id.") var id: String
        @OptionGroup var config: ConfigOption
        @OptionGroup var json: JSONOption

        func run() async throws {
            let client = try config.client()
            let answer = try await client.json(
                .post, "/api/v1/quarantine/\(try EntryID.path(id))/release", APIReleased.self)
            if json.json { return try Output.json(answer, client) }
            Output.line("Attached to ticket #\(answer.ticket).")
        }
    }

    struct Delete: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Delete our copy of a mail and close its ticket.",
            discussion: "The copy on the mail server stays where it is.")
        @Argument(help: "The mail's id.") var id: String
        @Flag(name: .long, help: "Do not ask.") var yes = false
        @OptionGroup var config: ConfigOption

        func run() async throws {
            let path = "/api/v1/quarantine/\(try EntryID.path(id))"
            let client = try config.client()
            if !yes {
                let all = try await client.json(.get, "/api/v1/quarantine", APIQuarantine.self).quarantine
                if let mail = all.first(where: { $0.id == id }) {
                    let looked = mail.lookedAt == nil ? ", which nobody has looked at" : ""
                    Terminal.warn("A mail of \(mail.size) bytes in \(mail.mailbox), UID \(mail.uid)\(looked).")
                }
                guard Terminal.confirm("Delete our copy for good and close its ticket?") else {
                    return Output.line("Nothing was deleted.")
                }
            }
            _ = try await client.send(.delete, path)
            Output.line("Deleted.")
        }
    }
}
