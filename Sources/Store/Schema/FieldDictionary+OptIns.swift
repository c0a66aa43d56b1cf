/// Columns of wishes that wait for the button behind a link. A row lives for a week at most.
extension FieldDictionary {
    static let optIns = [
        FieldEntry("opt_in", "id", .pseudonymous, "names a wish; its own key opens it"),
        FieldEntry("opt_in", "state", .clear, "how far it is"),
        FieldEntry("opt_in", "address", .pseudonymous, "goes with the person's erasure: a keyed hash"),
        FieldEntry("opt_in", "token", .pseudonymous, "knows the link again: a hash (Art. 7(1))"),
        FieldEntry("opt_in", "asked_at", .clear, "when it was uttered"),
        FieldEntry("opt_in", "expires_at", .clear, "when it is forgotten"),
        FieldEntry("opt_in", "confirmed_at", .clear, "when the button was pressed, to the minute"),
        FieldEntry("opt_in", "entry", .pseudonymous, "which mail brought the link"),
        FieldEntry("opt_in", "content", .sealed, "the address, and what is wished"),
    ]
}
