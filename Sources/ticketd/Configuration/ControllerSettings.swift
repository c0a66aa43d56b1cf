/// Who answers for the data (Art. 13(1)(a), 30(1)(a) GDPR). Unanswered parts are reported, not refused: ticketd
/// runs, and `compliance` fails.
struct ControllerSettings: Sendable {
    let name: String?
    let address: String?
    let email: String?
    let country: String?

    enum Keys {
        static let name = Setting(
            "controller.name", .text, .optional(example: "Example GmbH"), "The legal name of the controller.")
        static let address = Setting(
            "controller.address", .text, .optional(example: "Musterstr. 1, 10115 Berlin, Germany"),
            "Its postal address, on one line.")
        static let email = Setting(
            "controller.email", .address, .optional(example: "privacy@example.com"),
            "Where people reach it about their data.")
        static let country = Setting(
            "controller.country", .country, .optional(example: "DE"),
            "Its country as two letters; decides holidays, deadlines and the statutory duties `init` shows.")
    }

    static let section = SettingSection(
        "controller", "Who answers for the data (Art. 13 and 30 GDPR). It stands in the privacy notice.",
        [
            .setting(Keys.name.entry), .setting(Keys.address.entry), .setting(Keys.email.entry),
            .setting(Keys.country.entry),
        ])

    init(_ reader: SettingReader) throws(SettingReader.Unready) {
        name = try reader.optional(Keys.name)
        address = try reader.optional(Keys.address)
        email = try reader.optional(Keys.email)
        country = try reader.optional(Keys.country)
    }
}
