import ArgumentParser
import Web

/// Changing many tickets at once, after a look at which.
extension TicketsCommand {
    struct Bulk: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Change many tickets at once, after showing which.",
            discussion: """
                The tickets are the numbers given, or those a saved filter or the criteria let through; at most 1,000. \
                First it shows how many and which would change, and asks; --yes answers. A ticket that a colleague \
                changed in between is left alone and named. It never sends mail.
                """)
        @Argument(help: "The tickets' numbers.") var numbers: [String] = []
        @Option(name: .long, help: "The tickets of this saved filter.") var filter: String?
        @OptionGroup var criteria: CriteriaOptions
        @Flag(name: .customLong("close"), help: "Close them.") var closes = false
        @Flag(name: .customLong("reopen"), help: "Open them again.") var reopens = false
        @Option(name: .long, help: "Assign them to this agent; empty takes them from everybody.") var assign: String?
        @Option(name: .long, help: "Give them this priority.") var setPriority: String?
        @Option(name: .long, help: "Add this tag; may be repeated.") var addTag: [String] = []
        @Option(name: .long, help: "Take this tag away; may be repeated.") var removeTag: [String] = []
        @Flag(name: .long, help: "Do it without asking.") var yes = false
        @OptionGroup var config: ConfigOption
        @OptionGroup var json: JSONOption

        func run() async throws {
            let client = try config.client()
            let change = try change()
            let preview = try await client.json(
                .post, "/api/v1/tickets/bulk", APIBulkPreview.self, body: try client.encode(try asked(change)))
            if !json.json || !yes { show(preview) }
            guard preview.count > 0 else { return }
            guard yes || Terminal.isInteractive && Terminal.confirm("Change \(preview.count) tickets?") else {
                throw OperatorError(
                    "nothing was changed", thing: "\(preview.count) tickets", remedy: "Say --yes to change them.",
                    exitCode: .usage)
            }
            let body = BulkBody(doing: change, items: preview.items, digest: preview.digest)
            let outcome = try await client.json(
                .post, "/api/v1/tickets/bulk", APIBulkOutcome.self, body: try client.encode(body))
            if json.json { return try Output.json(outcome, client) }
            Output.line("Changed \(outcome.changed.count).")
            if !outcome.skipped.isEmpty {
                Output.line("Left alone, because somebody changed them meanwhile: \(Self.list(outcome.skipped))")
            }
        }

        private func show(_ preview: APIBulkPreview) {
            Terminal.warn("\(preview.count) tickets would change: \(Self.list(preview.items.map(\.number)))")
            if preview.unchanged > 0 { Terminal.warn("\(preview.unchanged) are so already.") }
            if !preview.missing.isEmpty { Terminal.warn("Not there: \(Self.list(preview.missing))") }
        }

        private func change() throws(OperatorError) -> BulkBody.Change {
            guard !(closes && reopens) else { throw Self.unclear("--close and --reopen") }
            return BulkBody.Change(
                status: closes ? "closed" : reopens ? "open" : nil, assignee: assign, priority: setPriority,
                addTags: addTag.isEmpty ? nil : addTag, removeTags: removeTag.isEmpty ? nil : removeTag)
        }

        private func asked(_ change: BulkBody.Change) throws(OperatorError) -> BulkBody {
            let criteria = try criteria.body()
            let isNarrowed = filter != nil || criteria != CriteriaBody()
            guard numbers.isEmpty else {
                guard !isNarrowed else { throw Self.unclear("numbers and criteria together") }
                var values: [Int64] = []
                for number in numbers { values.append(Int64(try TicketsCommand.path(number)) ?? 0) }
                return BulkBody(previewing: change, numbers: values, filter: nil, criteria: nil)
            }
            // Every ticket of the desk is never meant by leaving something out.
            guard isNarrowed else { throw Self.unclear("no tickets") }
            return BulkBody(previewing: change, numbers: nil, filter: filter, criteria: criteria)
        }

        private static func unclear(_ thing: String) -> OperatorError {
            OperatorError(
                "it is not clear what to change", thing: thing,
                remedy: "Give numbers, or --filter and criteria such as --status; see --help.", exitCode: .usage)
        }

        private static func list(_ numbers: [Int64]) -> String { numbers.map { "#\($0)" }.joined(separator: " ") }
    }
}
