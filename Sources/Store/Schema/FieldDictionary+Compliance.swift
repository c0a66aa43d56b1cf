/// Columns of the checks. They tell how the installation stands, never anything of a person.
extension FieldDictionary {
    static let compliance = [
        FieldEntry("compliance_check", "id", .clear, "which check it is (Art. 5(2))"),
        FieldEntry("compliance_check", "outcome", .clear, "what it last came to"),
        FieldEntry("compliance_check", "since", .clear, "since when"),
    ]
}
