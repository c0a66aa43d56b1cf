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
        FieldEntry("agent_login", "agent", .pseudonymous, "whose login it is; gone when the agent leaves"),
        FieldEntry("agent_login", "credentials", .sealed, "hash of the password and secret of the codes (Art. 32)"),
        FieldEntry("agent_login", "last_step", .clear, "which codes were used already"),
        FieldEntry("agent_login", "failures", .clear, "failed attempts in a row, against guessing"),
        FieldEntry("agent_login", "blocked_until", .clear, "when the next attempt is made"),
        FieldEntry("agent_session", "hash", .pseudonymous, "knows a session again without holding its token"),
        FieldEntry("agent_session", "agent", .pseudonymous, "whose session it is"),
        FieldEntry("agent_session", "begun_at", .clear, "when it has to end"),
        FieldEntry("agent_session", "seen_at", .clear, "whether it is used, to the minute; gone with the session"),
        FieldEntry("assignment", "ticket", .clear, "which ticket is somebody's"),
        FieldEntry("assignment", "agent", .pseudonymous, "whose it is"),
        FieldEntry("mail_token", "id", .clear, "names one sign-in of a mailbox; binds what is sealed to its row"),
        FieldEntry("mail_token", "mailbox", .clear, "which mailbox logs in with it"),
        FieldEntry("mail_token", "content", .sealed, "the tokens of a mailbox's sign-in, and until when they are good"),
    ]
}
