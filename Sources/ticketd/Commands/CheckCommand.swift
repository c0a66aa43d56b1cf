import ArgumentParser

/// The doctor: looks at everything a working desk needs and names, for each problem, the command that mends it.
struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Examine configuration, keys, store, mailboxes and backups.",
        discussion: "Exit status 0 when all is well, 1 when something needs attention.")

    @OptionGroup var config: ConfigOption
    @OptionGroup var json: JSONOption

    @Flag(name: .long, help: "Do not send the test mail; only connect.")
    var noSend = false

    func run() async throws {
        let findings = await Doctor(config: config, sendsMail: !noSend).examine()
        if json.json {
            print(JSONText.text(.list(findings.map(\.json))))
        } else {
            for finding in findings { print(finding.line) }
        }
        if findings.contains(where: { $0.verdict == .problem }) { throw ExitCode(ExitStatus.problemsFound.rawValue) }
    }
}
