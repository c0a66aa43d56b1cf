/// Columns of statements, and of what recipients were told.
extension FieldDictionary {
    static let rectification = [
        FieldEntry("statement", "id", .pseudonymous, "names a statement; random"),
        FieldEntry("statement", "message", .pseudonymous, "the message it is about (Art. 16)"),
        FieldEntry("statement", "person", .pseudonymous, "who makes it; whose key seals it"),
        FieldEntry("statement", "at", .clear, "when, to the minute"),
        FieldEntry("statement", "author", .pseudonymous, "who took it down: a role or a token's id"),
        FieldEntry("statement", "content", .sealed, "what the person says"),
        FieldEntry("recipient_notice", "id", .pseudonymous, "names a notice; random"),
        FieldEntry("recipient_notice", "person", .pseudonymous, "whose data it is about (Art. 19)"),
        FieldEntry("recipient_notice", "act", .clear, "what became of the data"),
        FieldEntry("recipient_notice", "at", .clear, "when, to the minute"),
        FieldEntry("recipient_notice", "entry", .pseudonymous, "the mail that told it"),
        FieldEntry("recipient_notice", "content", .sealed, "to whom, or why to nobody"),
        FieldEntry("erasure", "told", .clear, "how many recipients were written to (Art. 19)"),
        FieldEntry("erasure", "untold", .clear, "how many could not be"),
    ]
}
