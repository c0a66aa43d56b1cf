/// What ticketd has been told, checked and typed. It never changes; a reload makes another one.
struct Configuration: Sendable {
    let service: ServiceSettings
    let keys: KeySettings
    let controller: ControllerSettings
    let dpo: DPOSettings
    let authority: AuthoritySettings
    let notify: NotifySettings
    let alerts: AlertSettings
    let privacy: PrivacySettings
    let backup: BackupSettings
    let outbox: OutboxSettings
    let search: SearchSettings
    let mailboxes: [MailboxSettings]
    /// Every setting with its value and where that comes from; for `config show` and for comparing.
    let effective: [EffectiveSetting]

    /// Refuses a collection in which anything is wrong.
    init(_ collector: SettingsCollector) throws(ConfigurationRejected) {
        guard collector.problems.isEmpty else { throw ConfigurationRejected(problems: collector.problems) }
        do {
            let reader = collector.reader()
            service = try ServiceSettings(reader)
            keys = try KeySettings(reader)
            controller = try ControllerSettings(reader)
            dpo = try DPOSettings(reader)
            authority = try AuthoritySettings(reader)
            notify = try NotifySettings(reader)
            alerts = try AlertSettings(reader)
            privacy = try PrivacySettings(reader)
            backup = try BackupSettings(reader)
            outbox = try OutboxSettings(reader)
            search = try SearchSettings(reader)
            var mailboxes: [MailboxSettings] = []
            for index in collector.mailboxes.indices {
                mailboxes.append(try MailboxSettings(SettingReader(values: reader.values, mailbox: index)))
            }
            self.mailboxes = mailboxes
        } catch {
            throw ConfigurationRejected(problems: [
                ConfigurationProblem(
                    at: collector.origin(error.key), setting: error.key, what: "\(error.key) has no usable value",
                    expected: "a valid value", remedy: "report this: the check of this setting is wrong")
            ])
        }
        effective = EffectiveSetting.all(collector)
    }

    func mailbox(named name: String) -> MailboxSettings? { mailboxes.first { $0.name.text == name } }
}
