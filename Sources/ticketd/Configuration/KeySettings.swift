/// Where the root key is kept, without which nothing in the database can be read.
struct KeySettings: Sendable {
    let root: SecretReference

    enum Keys {
        static let root = Setting(
            "keys.root", .rootSecret, .standard("credential:root"), restart: true,
            """
            The root key: 32 bytes, made by `ticketd keys init`. "credential:NAME" or "file:/path"; never inline, never
            from the environment. Whoever loses it loses the data: keep the escrow sheet.
            """)
    }

    static let section = SettingSection(
        "keys", "The key that opens everything else.", [.setting(Keys.root.entry)])

    init(_ reader: SettingReader) throws(SettingReader.Unready) {
        root = try reader.value(Keys.root)
    }
}
