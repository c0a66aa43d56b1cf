/// Columns of the record of disclosures.
extension FieldDictionary {
    static let disclosures = [
        FieldEntry("disclosure", "entry", .pseudonymous, "which mail carried it"),
        FieldEntry("disclosure", "person", .pseudonymous, "whose data it was (Art. 15(1)(c), 19)"),
        FieldEntry("disclosure", "ticket", .clear, "where it is shown"),
        FieldEntry("disclosure", "message", .pseudonymous, "what was handed on"),
        FieldEntry("disclosure", "kind", .clear, "forwarded, or copied with an answer"),
        FieldEntry("disclosure", "at", .clear, "when, to the minute"),
        FieldEntry("disclosure", "author", .pseudonymous, "who decided it: a role, an agent's or a token's id"),
        FieldEntry("disclosure", "particulars", .sealed, "to whom, why, on what basis, and how many files"),
    ]
}
