/// Columns that tie an answer to what was asked.
extension FieldDictionary {
    static let handing = [
        FieldEntry("portal_link", "export", .clear, "which copy it brings; empty for another link"),
        FieldEntry("export", "handed_at", .clear, "when it was handed to its person, to the minute (Art. 12(3))"),
        FieldEntry("rights_request", "erasure", .clear, "which erasure carries it out"),
    ]
}
