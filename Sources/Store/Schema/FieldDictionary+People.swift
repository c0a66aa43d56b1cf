/// Columns about people and their wishes.
extension FieldDictionary {
    static let people = [
        FieldEntry("person", "id", .pseudonymous, "stands for a person; random, and gone after an erasure"),
        FieldEntry("person", "address", .pseudonymous, "knows a person again by address: a keyed hash"),
        FieldEntry("person", "identity", .sealed, "address and name"),
        FieldEntry("person", "first_seen_at", .clear, "since when we hold data, to the minute (Art. 15)"),
        FieldEntry("person", "is_undeliverable", .clear, "automatic mail would only bounce"),
        FieldEntry("person", "undeliverable_at", .clear, "when a mail last came back for good, to the minute"),
        FieldEntry("person", "is_informed", .clear, "whether the notice of Art. 13 was given"),
        FieldEntry("participant", "person", .pseudonymous, "who may speak in a ticket (P11)"),
        FieldEntry("participant", "ticket", .clear, "who may speak in a ticket"),
        FieldEntry("suppression", "hash", .pseudonymous, "who does not want mail; a keyed hash that survives erasure"),
        FieldEntry("suppression", "ticket", .clear, "the one ticket it is about, or 0"),
        FieldEntry("suppression", "key_version", .clear, "which key made the hash"),
        FieldEntry("suppression", "scope", .clear, "what is not wanted"),
        FieldEntry("suppression", "at", .clear, "since when (P5)"),
        FieldEntry("suppression", "source", .clear, "by which act"),
        FieldEntry("suppression_lift", "id", .clear, "names the act"),
        FieldEntry("suppression_lift", "hash", .pseudonymous, "whose wish was taken back"),
        FieldEntry("suppression_lift", "at", .clear, "when"),
        FieldEntry("suppression_lift", "author", .pseudonymous, "by whom: a role or a token's id"),
        FieldEntry("suppression_lift", "evidence", .sealed, "what shows that the person wanted it"),
        FieldEntry("spent_token", "hash", .pseudonymous, "a single-use link works once"),
        FieldEntry("spent_token", "at", .clear, "when it was used, to the minute"),
    ]
}
