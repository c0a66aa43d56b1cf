/// Columns of single-use links and of the portal. Everything here is gone within a day (gdpr.md A16).
extension FieldDictionary {
    static let portal = [
        FieldEntry("portal_ask", "address", .pseudonymous, "to whom a link is to be mailed, if we know them; seconds"),
        FieldEntry("portal_ask", "asked_at", .clear, "in which order they are answered"),
        FieldEntry("portal_link", "hash", .pseudonymous, "recognises a link that was mailed; the secret is not kept"),
        FieldEntry("portal_link", "person", .pseudonymous, "whose link it is (Art. 12(6))"),
        FieldEntry("portal_link", "request", .clear, "which request it proves; empty opens the portal"),
        FieldEntry("portal_link", "entry", .pseudonymous, "the mail that brought it, removed with it"),
        FieldEntry("portal_link", "made_at", .clear, "it lives for 24 hours"),
        FieldEntry("portal_link", "used_at", .clear, "it works once"),
        FieldEntry("portal_session", "hash", .pseudonymous, "recognises somebody who is signed in"),
        FieldEntry("portal_session", "person", .pseudonymous, "who is signed in"),
        FieldEntry("portal_session", "begun_at", .clear, "it ends after an hour"),
        FieldEntry("portal_session", "seen_at", .clear, "it ends when it is not used, to the minute"),
    ]
}
