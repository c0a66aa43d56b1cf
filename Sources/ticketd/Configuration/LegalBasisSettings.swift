/// The legal basis of a mailbox's work (Art. 6(1) GDPR): for mail of customers, for mail of others, and the
/// interest when either is a legitimate one. Nothing is assumed: an unanswered basis is reported.
struct LegalBasisSettings: Sendable, Equatable {
    /// The six letters of Art. 6(1).
    enum Basis: String, Sendable, CaseIterable {
        case consent
        case contract
        case legalObligation = "legal-obligation"
        case vitalInterests = "vital-interests"
        case publicTask = "public-task"
        case legitimateInterest = "legitimate-interest"
    }

    let customers: Basis?
    let others: Basis?
    let interest: String?

    enum Keys {
        static let customers = Setting(
            "mailbox.legal_basis.customers", .choice(Basis.self), .optional(example: "contract"),
            "For mail of customers.")
        static let others = Setting(
            "mailbox.legal_basis.others", .choice(Basis.self), .optional(example: "legitimate-interest"),
            "For mail of everybody else.")
        static let interest = Setting(
            "mailbox.legal_basis.interest", .text, .optional(example: "answering questions people send"),
            "The interest, when one of the two is \"legitimate-interest\"; it stands in the notice.")
    }

    static let group = SettingGroup(
        "mailbox.legal_basis",
        """
        The legal basis of the work (Art. 6(1) GDPR) for mail of customers and of others: "consent", "contract",
        "legal-obligation", "vital-interests", "public-task" or "legitimate-interest"; the last needs the interest.
        No default: until answered, nothing is deleted and `compliance` fails.
        """,
        [Keys.customers.entry, Keys.others.entry, Keys.interest.entry])

    init(_ reader: SettingReader) throws(SettingReader.Unready) {
        customers = try reader.optional(Keys.customers)
        others = try reader.optional(Keys.others)
        interest = try reader.optional(Keys.interest)
    }

    /// Whether an interest has to be named (Art. 13(1)(d)).
    var needsInterest: Bool { customers == .legitimateInterest || others == .legitimateInterest }
}
