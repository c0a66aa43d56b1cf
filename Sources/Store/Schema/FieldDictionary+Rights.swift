/// Columns of the register of requests. Without `person` and `content`, which an erasure takes, it names nobody.
extension FieldDictionary {
    static let rights = [
        FieldEntry("rights_request", "id", .clear, "names a request; a person quotes a part of it (Art. 12)"),
        FieldEntry("rights_request", "asked", .clear, "which right"),
        FieldEntry("rights_request", "channel", .clear, "by which way it came; every way is equal (Art. 12(2))"),
        FieldEntry("rights_request", "received_at", .clear, "when it reached us, to the minute"),
        FieldEntry("rights_request", "received_on", .clear, "the day its month begins (Art. 12(3))"),
        FieldEntry("rights_request", "country", .clear, "whose holidays move its last day"),
        FieldEntry("rights_request", "is_extended", .clear, "whether two months were added (Art. 12(3))"),
        FieldEntry("rights_request", "suspended_days", .clear, "how long we waited for the person"),
        FieldEntry("rights_request", "suspended_on", .clear, "since when we wait"),
        FieldEntry("rights_request", "target_on", .clear, "the day to work towards, for order"),
        FieldEntry("rights_request", "state", .clear, "how far it is"),
        FieldEntry(
            "rights_request", "proof", .clear, "whether by link or by a human it was seen who asked (Art. 12(6))"),
        FieldEntry("rights_request", "proved_by", .pseudonymous, "under which role or agent's id"),
        FieldEntry("rights_request", "proved_at", .clear, "when"),
        FieldEntry("rights_request", "person", .pseudonymous, "who asked; empty after an erasure"),
        FieldEntry("rights_request", "ticket", .clear, "where its letters stand"),
        FieldEntry("rights_request", "decision", .clear, "what became of it"),
        FieldEntry("rights_request", "ground", .clear, "on what ground it was refused (Art. 12(5), 17(3))"),
        FieldEntry("rights_request", "signed_off_by", .pseudonymous, "which DPO signed a refusal"),
        FieldEntry("rights_request", "decided_at", .clear, "when it ended"),
        FieldEntry("rights_request", "answered_at", .clear, "when the person was told"),
        FieldEntry("rights_request", "reminded", .clear, "of which stage of its clock staff were reminded"),
        FieldEntry("rights_request", "version", .clear, "counts changes"),
        FieldEntry(
            "rights_request", "content", .sealed,
            "the person's words, where to reach them, how they were recognised, reasons given"),
    ]
}
