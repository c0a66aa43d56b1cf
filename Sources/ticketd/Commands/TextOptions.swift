import ArgumentParser

/// Where a command has its text from: `--text`, `--file` or standard input.
struct TextOptions: ParsableArguments {
    @Option(name: .long, help: "The text.") var text: String?
    @Option(name: .long, help: "Read the text from this file.", completion: .file()) var file: String?

    func read() throws(OperatorError) -> String {
        try WrittenMail.text(text, file: file)
    }
}
