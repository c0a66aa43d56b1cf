import ArgumentParser
import Web

/// Backups through the running daemon: two sets that never stand in one place.
struct BackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Make backups now, besides those the daemon makes by itself, and look at them.",
        subcommands: [Create.self, Verify.self])

    struct Create: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Write a verified copy of both sets to the folders of [backup].")
        @Option(name: .long, help: "Only this set: desk or keys.") var set: String?
        @Option(name: .long, help: "Another folder than the configured one; needs --set.") var to: String?
        @OptionGroup var config: ConfigOption
        @OptionGroup var json: JSONOption

        func run() async throws {
            let loaded = try config.load()
            let client = try config.client()
            let plans = loaded.configuration.backup
            var jobs: [(set: String, to: String?)] = [("desk", plans.desk.to), ("keys", plans.keys.to)]
            if let set { jobs = jobs.filter { $0.set == set }.map { ($0.set, to ?? $0.to) } }
            guard !jobs.isEmpty, to == nil || set != nil else {
                throw OperatorError(
                    "that is not clear", thing: "--set and --to",
                    remedy: "Use --set desk or --set keys; --to goes with one of them.", exitCode: .usage)
            }
            var made: [APIBackup] = []
            for job in jobs {
                guard let directory = job.to else {
                    throw OperatorError(
                        "no folder is configured for the backup", thing: "backup.\(job.set).to",
                        remedy: "Set it in \(loaded.path), or give --set \(job.set) --to FOLDER.",
                        exitCode: .configuration)
                }
                let body = try client.encode(BackupBody(set: job.set, directory: directory))
                made.append(try await client.json(.post, "/api/v1/backups", APIBackup.self, body: body))
            }
            if json.json { return try Output.json(made, client) }
            for backup in made {
                let verdict = backup.verified ? "verified" : "NOT VERIFIED"
                Output.line("\(backup.set): \(backup.path)  \(backup.bytes) bytes, \(verdict)")
            }
        }
    }
}
