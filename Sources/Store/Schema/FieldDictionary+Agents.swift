/// Columns about the staff (Art. 88: no more than the work needs).
extension FieldDictionary {
    static let agents = [
        FieldEntry("agent", "id", .pseudonymous, "stands for an agent in tickets and logs; random"),
        FieldEntry("agent", "role", .clear, "what the agent may do"),
        FieldEntry("agent", "mailboxes", .clear, "where the agent may do it"),
        FieldEntry("agent", "profile", .sealed, "name, work address and local user, under the agent's own key"),
        FieldEntry("agent", "unix_user", .pseudonymous, "knows the agent on the admin socket; a keyed hash"),
        FieldEntry("agent", "created_at", .clear, "when the agent joined"),
        FieldEntry("agent", "is_disabled", .clear, "whether the agent left; the key is destroyed then"),
        FieldEntry("assignment", "ticket", .clear, "which ticket is somebody's"),
        FieldEntry("assignment", "agent", .pseudonymous, "whose it is"),
    ]
}
