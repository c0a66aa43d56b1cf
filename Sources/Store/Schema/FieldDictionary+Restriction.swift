/// Columns about what is withheld. They name no ground but its letter, and a person by a random id.
extension FieldDictionary {
    static let restriction = [
        FieldEntry("restriction", "person", .pseudonymous, "whose data is withheld (Art. 18)"),
        FieldEntry("restriction", "ground", .clear, "why: the letter of Art. 18(1), a hold, or an erasure that waits"),
        FieldEntry("restriction", "began_at", .clear, "since when, to the minute"),
        FieldEntry("restriction", "author", .pseudonymous, "who restricted: a role or a token's id"),
        FieldEntry("restriction", "through", .clear, "the last version of the person's key that is held"),
        FieldEntry("restriction", "notice", .pseudonymous, "the mail that says that it will end (Art. 18(3))"),
        FieldEntry("restriction", "noticed_at", .clear, "when that mail was queued"),
        FieldEntry("withheld_ticket", "ticket", .clear, "a ticket that only the data protection officer sees"),
        FieldEntry("withheld_ticket", "person", .pseudonymous, "whose restriction withholds it"),
    ]
}
