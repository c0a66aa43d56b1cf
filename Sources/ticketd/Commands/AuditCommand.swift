import ArgumentParser
import Desk
import Web

/// The audit log. Asks the daemon when it runs, and opens the store itself when it does not.
struct AuditCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit", abstract: "Verify and show the audit log.",
        discussion: """
            Each entry is chained to the one before, so that a changed or missing one is found. That the end was cut \
            off, or that somebody with the keys wrote the log anew, shows only against an anchor: the daemon writes \
            one to the log of the machine (`audit-anchor` in `journalctl -u ticketd`) and mails one to the data \
            protection officer every day.
            """,
        subcommands: [Verify.self, Show.self])

    struct Verify: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Read the whole chain. Ends with 1 and names the first entry that is not what was written.")
        @Option(name: .long, help: "NUMBER:HASH that has to stand in the log; may be repeated.")
        var anchor: [String] = []
        @OptionGroup var config: ConfigOption
        @OptionGroup var json: JSONOption

        func run() async throws {
            let anchors = anchor.compactMap { AuditHead(text: $0) }
            guard anchors.count == anchor.count, anchors.count <= Limits.anchorsGiven else {
                throw OperatorError(
                    "that is no anchor", thing: "--anchor",
                    remedy: "Give the number of an entry, a colon and its hash of 64 digits, at most "
                        + "\(Limits.anchorsGiven) times.", exitCode: .usage)
            }
            let client = try config.client()
            let verdict = try await AuditSource.reach(config, client).verification(against: anchors)
            if json.json {
                try Output.json(verdict, client)
            } else {
                Output.line(AuditText.line(verdict))
            }
            if !verdict.intact { throw ExitCode(ExitStatus.problemsFound.rawValue) }
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Show the entries, oldest first.")
        @Option(name: .long, help: "Only entries after this number.") var after: Int64 = 0
        @OptionGroup var config: ConfigOption
        @OptionGroup var json: JSONOption

        func run() async throws {
            guard after >= 0 else {
                throw OperatorError(
                    "that is no number of an entry", thing: "--after", remedy: "Give 0 or more.", exitCode: .usage)
            }
            let client = try config.client()
            let source = try await AuditSource.reach(config, client)
            var all = try await source.page(after: after)
            while let next = all.next {
                let page = try await source.page(after: next)
                if json.json {
                    all.entries += page.entries
                } else {
                    for entry in all.entries { Output.line(AuditText.line(entry)) }
                    all.entries = page.entries
                }
                all.next = page.next
            }
            if json.json { return try Output.json(all, client) }
            for entry in all.entries { Output.line(AuditText.line(entry)) }
        }
    }
}
