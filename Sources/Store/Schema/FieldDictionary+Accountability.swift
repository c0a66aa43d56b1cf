/// Columns of the audit log. It holds nothing that an erasure would have to reach.
extension FieldDictionary {
    static let accountability = [
        FieldEntry("audit", "seq", .clear, "order without gaps"),
        FieldEntry("audit", "at", .clear, "when it happened; a read, to the hour (Art. 5(2))"),
        FieldEntry("audit", "event", .clear, "what happened"),
        FieldEntry("audit", "object", .pseudonymous, "what it happened to: a random id"),
        FieldEntry(
            "audit", "details", .pseudonymous, "who did it, a role or an id, and counts and words of ours"),
        FieldEntry("audit", "mac", .clear, "chains the entry to the one before, so that a change is found"),
    ]
}
