/// Which value is meant: the key of the setting and, below `[[mailbox]]`, the number of the mailbox.
struct SettingPlace: Hashable, Sendable {
    let key: String
    let mailbox: Int?
}
