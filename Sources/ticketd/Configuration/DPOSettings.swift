/// The data protection officer as people may reach them (Art. 37(7) GDPR). All empty means that there is none;
/// `ticketd dpo` records why none is needed.
struct DPOSettings: Sendable {
    let name: String?
    let email: String?
    let phone: String?

    enum Keys {
        static let name = Setting(
            "dpo.name", .text, .optional(example: "Erika Mustermann"), "The name of the officer or of the office.")
        static let email = Setting(
            "dpo.email", .address, .optional(example: "dpo@example.com"),
            "Published in the notice; reminders of the officer's duties go here.")
        static let phone = Setting(
            "dpo.phone", .text, .optional(example: "+49 30 123456"), "Published in the notice.")
    }

    static let section = SettingSection(
        "dpo", "The data protection officer. Leave it out when none is appointed; `ticketd dpo` records why.",
        [.setting(Keys.name.entry), .setting(Keys.email.entry), .setting(Keys.phone.entry)])

    init(_ reader: SettingReader) throws(SettingReader.Unready) {
        name = try reader.optional(Keys.name)
        email = try reader.optional(Keys.email)
        phone = try reader.optional(Keys.phone)
    }
}
