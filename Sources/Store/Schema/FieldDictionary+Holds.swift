/// Columns of legal holds. Without `person` and `content`, which an erasure takes, a hold names nobody.
extension FieldDictionary {
    static let holds = [
        FieldEntry("legal_hold", "id", .pseudonymous, "names a hold; random"),
        FieldEntry("legal_hold", "person", .pseudonymous, "whose data must not be destroyed (Art. 17(3))"),
        FieldEntry("legal_hold", "ground", .clear, "the letter of Art. 17(3)"),
        FieldEntry("legal_hold", "set_at", .clear, "since when, to the minute"),
        FieldEntry("legal_hold", "set_by", .pseudonymous, "which DPO signed it"),
        FieldEntry("legal_hold", "review_on", .clear, "the day on which it is looked at again"),
        FieldEntry("legal_hold", "lifted_at", .clear, "when it ended"),
        FieldEntry("legal_hold", "lifted_by", .pseudonymous, "which DPO lifted it"),
        FieldEntry("legal_hold", "content", .sealed, "what it is about"),
    ]
}
