/// An id of ours as it stands in a path.
enum EntryID {
    static func path(_ text: String) throws(OperatorError) -> String {
        guard text.utf8.count == 32, text.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) })
        else {
            throw OperatorError(
                "that is no id", thing: "the argument", remedy: "Ids have 32 digits, as the lists show them.",
                exitCode: .usage)
        }
        return text
    }
}
