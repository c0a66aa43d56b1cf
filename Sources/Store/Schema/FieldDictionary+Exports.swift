/// Columns of the register of exports. Without `person` and `verified_by` it names nobody.
extension FieldDictionary {
    static let exports = [
        FieldEntry("export", "id", .clear, "names an export and its file"),
        FieldEntry("export", "kind", .clear, "which right it answers (Art. 15, 20)"),
        FieldEntry("export", "state", .clear, "whether it can be fetched"),
        FieldEntry("export", "person", .pseudonymous, "whose copy it is; empty after an erasure"),
        FieldEntry("export", "request", .clear, "which request it answers"),
        FieldEntry("export", "asked_at", .clear, "when it was asked for, to the minute"),
        FieldEntry("export", "how", .clear, "how the identity was checked (Art. 12(6))"),
        FieldEntry("export", "verified_by", .sealed, "who checked it"),
        FieldEntry("export", "author", .pseudonymous, "who asked for it: a role, an agent's or a token's id"),
        FieldEntry("export", "key", .key, "opens the file; wrapped by the export's own key and by the person's"),
        FieldEntry("export", "bytes", .clear, "how long the download is"),
        FieldEntry("export", "messages", .clear, "how much is in it"),
        FieldEntry("export", "attachments", .clear, "how much is in it"),
        FieldEntry("export", "covered", .clear, "in how many places others were covered (Art. 15(4))"),
        FieldEntry("export", "ready_at", .clear, "since when it can be fetched, to the minute"),
        FieldEntry("export", "expires_at", .clear, "until when it can be fetched"),
        FieldEntry("export", "gone_at", .clear, "since when it cannot, to the minute"),
    ]
}
