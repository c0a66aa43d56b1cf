/// Columns that make an agent's day easier: taking back, writing slowly, coming back later.
extension FieldDictionary {
    static let comforts = [
        FieldEntry("answer_before", "ticket", .clear, "which ticket the answer belongs to"),
        FieldEntry("answer_before", "position", .clear, "which answer may still be taken back"),
        FieldEntry("answer_before", "author", .pseudonymous, "who may take it back: a role or a token's id"),
        FieldEntry("answer_before", "made", .clear, "the status the answer gave; another one since is left alone"),
        FieldEntry("answer_before", "status", .clear, "the status to go back to"),
        FieldEntry("answer_before", "closed_at", .clear, "the time of closing to go back to"),
        FieldEntry("answer_before", "informs", .clear, "whether the notice of Art. 13 would be taken back too"),
        FieldEntry("draft", "id", .pseudonymous, "names it; binds what is sealed to its row"),
        FieldEntry("draft", "ticket", .clear, "what it would answer"),
        FieldEntry("draft", "author", .pseudonymous, "who writes it: a role or a token's id"),
        FieldEntry("draft", "version", .clear, "which state of the ticket it answers"),
        FieldEntry("draft", "begun_at", .clear, "shows colleagues since when somebody writes, to the minute"),
        FieldEntry("draft", "saved_at", .clear, "when it may be forgotten, to the minute"),
        FieldEntry("draft", "content", .sealed, "the text so far and who writes it"),
        FieldEntry("snooze", "ticket", .clear, "which ticket is out of sight"),
        FieldEntry("snooze", "until", .clear, "when it comes back"),
    ]
}
