import ArgumentParser
import Web

/// Which messages belong together, and who takes part.
extension TicketsCommand {
    struct Merge: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Make a ticket part of another one.",
            discussion: """
                All its messages move, in order of time. From then on its number leads to the other ticket, for you \
                and for mail that answers it. Both tickets must be of one person and one mailbox; to merge the \
                ticket of another person, first make them a participant of the other ticket, if they may read it.
                """)
        @Argument(help: "The number of the ticket that moves.") var number: String
        @Argument(help: "The number of the ticket that stays.") var into: String
        @Option(name: .long, help: "Refuse when the first ticket is not at this version any more.") var ifVersion:
            Int64?
        @OptionGroup var config: ConfigOption
        @OptionGroup var json: JSONOption

        func run() async throws {
            let client = try config.client()
            let condition = ifVersion.map { [(name: "If-Match", value: "\"\($0)\"")] } ?? []
            let body = MergeBody(into: Int64(try TicketsCommand.path(into)) ?? 0)
            let ticket = try await client.json(
                .post, "/api/v1/tickets/\(try TicketsCommand.path(number))/merge", APITicket.self,
                body: try client.encode(body), headers: condition)
            if json.json { return try Output.json(ticket, client) }
            Output.line(TicketText.line(ticket))
        }
    }

    struct Split: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Make a new ticket of some messages of a ticket.",
            discussion: """
                The two tickets are linked, and mail that answers a moved message goes to the new one. Mails of a \
                stranger that were held become the stranger's own ticket.
                """)
        @Argument(help: "The ticket's number.") var number: String
        @Argument(help: "The messages: their numbers or ids, as `tickets show` prints them.") var messages: [String]
        @Option(name: .long, help: "The new ticket's subject; that of the first message when absent.")
        var subject: String?
        @OptionGroup var config: ConfigOption
        @OptionGroup var json: JSONOption

        func run() async throws {
            let client = try config.client()
            let (ticket, ids) = try await MessageArgument.resolve(messages, of: number, client)
            // Guarded by the version that was looked at: numbers of messages may mean others by now.
            let made = try await client.json(
                .post, "/api/v1/tickets/\(ticket.number)/split", APITicket.self,
                body: try client.encode(SplitBody(messages: ids, subject: subject)),
                headers: [(name: "If-Match", value: "\"\(ticket.version)\"")])
            if json.json { return try Output.json(made, client) }
            Output.line(TicketText.line(made))
        }
    }

    struct Admit: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Let a held message of a stranger into its ticket.",
            discussion: """
                The stranger gets no access by it: the next message is held again. See `tickets participants` for \
                letting somebody take part.
                """)
        @Argument(help: "The ticket's number.") var number: String
        @Argument(help: "The message: its number or id, as `tickets show` prints it.") var message: String
        @OptionGroup var config: ConfigOption
        @OptionGroup var json: JSONOption

        func run() async throws {
            let client = try config.client()
            let (ticket, ids) = try await MessageArgument.resolve([message], of: number, client)
            let admitted = try await client.json(
                .post, "/api/v1/tickets/\(ticket.number)/messages/\(ids[0])/admit", APITicket.self)
            if json.json { return try Output.json(admitted, client) }
            Output.line(TicketText.line(admitted))
        }
    }

    struct Participants: AsyncParsableCommand {
        enum Action: String, ExpressibleByArgument, CaseIterable {
            case list, add, remove
        }

        static let configuration = CommandConfiguration(
            abstract: "Show, add or remove who takes part in a ticket besides its requester.",
            discussion: """
                The mail of a participant joins the ticket, and a participant may read it. Nobody becomes one by \
                writing, by being copied in or by having a message admitted. Give the address as `-` to be asked.
                """)
        @Argument(help: "The ticket's number.") var number: String
        @Argument(help: "list, add or remove.") var action: Action = .list
        @Argument(help: "An address, a person's id (to remove), or - to be asked.") var who: String?
        @OptionGroup var config: ConfigOption
        @OptionGroup var json: JSONOption

        func run() async throws {
            let client = try config.client()
            let path = "/api/v1/tickets/\(try TicketsCommand.path(number))"
            let participants: [APITicket.Person]
            switch action {
            case .list:
                participants = try await client.json(.get, path, APITicket.self).participants ?? []
            case .add:
                let body = AddressBody(address: try AddressArgument.resolve(who ?? "-"))
                participants = try await client.json(
                    .post, path + "/participants", APIParticipants.self, body: try client.encode(body)
                ).participants
            case .remove:
                let id = try await Self.find(try AddressArgument.resolve(who ?? "-"), path, client)
                participants = try await client.json(
                    .delete, path + "/participants/\(id)", APIParticipants.self
                ).participants
            }
            if json.json { return try Output.json(participants, client) }
            for person in participants { Output.line(TicketText.participant(person)) }
            if participants.isEmpty { Output.line("Nobody but the requester takes part.") }
        }

        /// An address stands in no path; the ticket says whose it is.
        private static func find(
            _ who: String, _ path: String, _ client: AdminClient
        ) async throws(OperatorError) -> String {
            guard who.contains("@") else { return try EntryID.path(who) }
            let participants = try await client.json(.get, path, APITicket.self).participants ?? []
            guard let found = participants.first(where: { $0.address?.lowercased() == who.lowercased() }) else {
                throw OperatorError(
                    "nobody with this address takes part", thing: "the ticket",
                    remedy: "See `ticketd tickets participants` with its number.", exitCode: .usage)
            }
            return found.id
        }
    }
}

/// A message on the command line: its id, or its number in the ticket as `tickets show` prints it.
enum MessageArgument {
    /// The ticket that was looked at, and the ids.
    static func resolve(
        _ texts: [String], of number: String, _ client: AdminClient
    ) async throws(OperatorError) -> (ticket: APITicket, ids: [String]) {
        let ticket = try await client.json(
            .get, "/api/v1/tickets/\(try TicketsCommand.path(number))", APITicket.self)
        let messages = ticket.messages ?? []
        var ids: [String] = []
        for text in texts {
            if messages.contains(where: { $0.id == text }) {
                ids.append(text)
            } else if let index = Int(text), messages.indices.contains(index - 1) {
                ids.append(messages[index - 1].id)
            } else {
                throw OperatorError(
                    "the ticket has no such message", thing: "#\(ticket.number)",
                    remedy: "Give the number or the id that `ticketd tickets show` prints.", exitCode: .usage)
            }
        }
        return (ticket, ids)
    }
}
