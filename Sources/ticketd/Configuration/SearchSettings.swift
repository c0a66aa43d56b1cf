/// The search index, which lives in memory only.
struct SearchSettings: Sendable {
    /// In bytes.
    let memoryLimit: Int

    enum Keys {
        static let memoryLimit = Setting(
            "search.memory_limit", .size(0...(64 << 30)), .standard("256MiB"), restart: true,
            "The most memory the index may take; beyond it only the newest tickets are found. \"0\" turns search off."
        )
    }

    static let section = SettingSection(
        "search", "Searching. The index is kept in memory and never written to disk.",
        [.setting(Keys.memoryLimit.entry)])

    init(_ reader: SettingReader) throws(SettingReader.Unready) {
        memoryLimit = try reader.value(Keys.memoryLimit)
    }
}
