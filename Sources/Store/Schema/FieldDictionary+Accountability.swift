/// Columns of the audit log. It holds nothing that an erasure would have to reach.
extension FieldDictionary {
    static let accountability = [
        FieldEntry("register_entry", "id", .clear, "names a statement; binds what is sealed to its row"),
        FieldEntry("register_entry", "register", .clear, "which register it stands in (Art. 5(2), 24)"),
        FieldEntry("register_entry", "at", .clear, "when it was stated"),
        FieldEntry("register_entry", "author", .pseudonymous, "who stated it: a role, an agent's or a token's id"),
        FieldEntry("register_entry", "content", .sealed, "the statement, in which a contact person may be named"),
        FieldEntry("audit", "seq", .clear, "order without gaps"),
        FieldEntry("audit", "at", .clear, "when it happened; a read, to the hour (Art. 5(2))"),
        FieldEntry("audit", "event", .clear, "what happened"),
        FieldEntry("audit", "object", .pseudonymous, "what it happened to: a random id"),
        FieldEntry(
            "audit", "details", .pseudonymous, "who did it, a role or an id, and counts and words of ours"),
        FieldEntry("audit", "mac", .clear, "chains the entry to the one before, so that a change is found"),
    ]
}
