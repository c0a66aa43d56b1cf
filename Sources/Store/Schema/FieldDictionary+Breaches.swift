/// Columns of the register of breaches.
extension FieldDictionary {
    static let breaches = [
        FieldEntry("breach", "number", .clear, "names a breach; the register has all of them (Art. 33(5))"),
        FieldEntry("breach", "is_drill", .clear, "an exercise, which tells nobody"),
        FieldEntry("breach", "state", .clear, "open or closed"),
        FieldEntry("breach", "opened_at", .clear, "when it was put down"),
        FieldEntry("breach", "opened_by", .pseudonymous, "under which role or agent's id"),
        FieldEntry("breach", "detected_at", .clear, "when something was noticed"),
        FieldEntry("breach", "aware_at", .clear, "when the 72 hours begin (Art. 33(1))"),
        FieldEntry("breach", "kinds", .clear, "confidentiality, integrity, availability"),
        FieldEntry("breach", "risk", .clear, "what was decided last"),
        FieldEntry("breach", "notified_at", .clear, "when the authority was first told; ends the clock"),
        FieldEntry("breach", "law", .clear, "by which law profile it is measured"),
        FieldEntry("breach", "erased_people", .clear, "how many affected people were erased since"),
        FieldEntry("breach", "erased_records", .clear, "with how many messages"),
        FieldEntry("breach", "version", .clear, "counts changes"),
        FieldEntry(
            "breach", "content", .sealed,
            "facts, effects, measures, reasons, filings, and who decided (Art. 33(5)); sealed under the desk's key"),
        FieldEntry("breach_person", "breach", .clear, "which breach"),
        FieldEntry("breach_person", "person", .pseudonymous, "whom it concerns (Art. 34); goes with an erasure"),
        FieldEntry("breach_person", "ticket", .clear, "by which ticket"),
        FieldEntry("breach_person", "messages", .clear, "how many records of theirs (Art. 33(3)(a))"),
        FieldEntry("breach_candidate", "id", .clear, "names what the daemon saw"),
        FieldEntry("breach_candidate", "sign", .clear, "what it is a sign of"),
        FieldEntry(
            "breach_candidate", "subject", .pseudonymous, "where it was seen: an entry, a day, an agent's id"),
        FieldEntry("breach_candidate", "count", .clear, "how often"),
        FieldEntry("breach_candidate", "at", .clear, "when; the detection, if it is a breach (Art. 33(1))"),
        FieldEntry("breach_candidate", "breach", .clear, "which breach it became"),
        FieldEntry("breach_candidate", "decided_at", .clear, "when a human decided"),
        FieldEntry("breach_candidate", "decided_by", .pseudonymous, "under which role or agent's id"),
        FieldEntry("breach_candidate", "reasons", .sealed, "why it is none; sealed under the desk's key"),
        FieldEntry("breach_letter", "breach", .clear, "which breach"),
        FieldEntry("breach_letter", "person", .pseudonymous, "who was written to"),
        FieldEntry("breach_letter", "entry", .pseudonymous, "by which mail; empty where there is no address"),
    ]
}
