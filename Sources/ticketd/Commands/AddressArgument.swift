/// An address that need not stand on the command line: `-` asks for it, or reads it from a pipe.
enum AddressArgument {
    static func resolve(_ text: String) throws(OperatorError) -> String {
        guard text == "-" else { return text }
        guard let line = Terminal.ask("Address:"), !line.isEmpty else {
            throw OperatorError(
                "no address was given", thing: "standard input", remedy: "Type it, or pipe one line in.",
                exitCode: .usage)
        }
        return line
    }
}
