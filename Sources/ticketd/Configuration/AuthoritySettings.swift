/// The supervisory authority breaches are reported to (Art. 33 GDPR) and people may complain to (Art. 13(2)(d)).
struct AuthoritySettings: Sendable {
    let name: String?
    let email: String?
    let url: String?

    enum Keys {
        static let name = Setting(
            "authority.name", .text, .optional(example: "Berliner Beauftragte für Datenschutz"),
            "Its name, as the notice shows it.")
        static let email = Setting(
            "authority.email", .address, .optional(example: "mailbox@authority.example"),
            "Where a breach report may be sent by mail.")
        static let url = Setting(
            "authority.url", .page, .optional(example: "https://www.authority.example/breach"),
            "Its page for complaints and breach reports.")
    }

    static let section = SettingSection(
        "authority", "The supervisory authority breaches are reported to.",
        [.setting(Keys.name.entry), .setting(Keys.email.entry), .setting(Keys.url.entry)])

    init(_ reader: SettingReader) throws(SettingReader.Unready) {
        name = try reader.optional(Keys.name)
        email = try reader.optional(Keys.email)
        url = try reader.optional(Keys.url)
    }
}
