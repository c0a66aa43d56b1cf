/// The rules that look at more than one setting. They see only values that are valid by themselves, so that one
/// mistake is not reported twice.
struct CrossChecks {
    let registry: SettingsRegistry

    func run(on collector: inout SettingsCollector) {
        checkRequired(&collector)
        for mailbox in collector.mailboxes.indices {
            checkSignIn(mailbox, &collector)
            OAuthCheck(mailbox: mailbox).run(on: &collector)
            checkPlaintext(mailbox, &collector)
        }
        checkDuplicates(&collector)
        checkGroups(&collector)
        checkBackups(&collector)
        checkOutbox(&collector)
        checkAlerts(&collector)
    }

    private func checkRequired(_ collector: inout SettingsCollector) {
        for section in registry.sections {
            let places: [Int?] = section.isList ? collector.mailboxes.indices.map { $0 } : [nil]
            for mailbox in places {
                for entry in section.settings where entry.isRequired {
                    guard collector.entries[SettingPlace(key: entry.key, mailbox: mailbox)] == nil else { continue }
                    collector.report(
                        ConfigurationProblem(
                            at: collector.origin(entry.key, mailbox: mailbox), setting: entry.key,
                            what: "\(entry.key) is missing", expected: entry.expected,
                            remedy: "add, for instance, \(entry.name) = \(entry.shown.toml)"))
                }
            }
        }
    }

    private func checkSignIn(_ mailbox: Int, _ collector: inout SettingsCollector) {
        let password = SettingPlace(key: MailboxSettings.Keys.password.key, mailbox: mailbox)
        let oauth = SettingPlace(key: MailboxSettings.Keys.oauth.key, mailbox: mailbox)
        switch (collector.entries[password], collector.entries[oauth]) {
        case (nil, nil):
            collector.report(
                ConfigurationProblem(
                    at: collector.origin(password.key, mailbox: mailbox), setting: password.key,
                    what: "the mailbox has neither password nor oauth", expected: "one of the two",
                    remedy: "add, for instance, password = \"credential:support\""))
        case (.some, .some(let second)):
            collector.report(
                ConfigurationProblem(
                    at: second.origin, setting: oauth.key, what: "the mailbox has both password and oauth",
                    expected: "one of the two", remedy: "remove one"))
        default:
            break
        }
    }

    /// Plaintext never leaves this machine.
    private func checkPlaintext(_ mailbox: Int, _ collector: inout SettingsCollector) {
        guard collector.value(MailboxSettings.Keys.insecure, mailbox: mailbox) == true else { return }
        let servers = [MailboxSettings.Keys.imap, MailboxSettings.Keys.smtp]
            .compactMap { collector.value($0, mailbox: mailbox) }
        guard let server = servers.first(where: { !$0.isLoopback }) else { return }
        let setting = MailboxSettings.Keys.insecure.key
        collector.report(
            ConfigurationProblem(
                at: collector.origin(setting, mailbox: mailbox), setting: setting,
                what: "insecure = true with \(server.url), which is not this machine",
                expected: "insecure only with 127.0.0.1, ::1 or localhost",
                remedy: "remove insecure and let the server do TLS; name its authority in ca_file if it is private"))
    }

    private func checkDuplicates(_ collector: inout SettingsCollector) {
        report(
            &collector, setting: MailboxSettings.Keys.address.key, what: "two mailboxes have the same address",
            expected: "an address of its own for each mailbox"
        ) { collector, mailbox in collector.value(MailboxSettings.Keys.address, mailbox: mailbox)?.lowercased() }
        report(
            &collector, setting: MailboxSettings.Keys.folder.key, what: "two mailboxes read the same folder",
            expected: "a server, user name and folder of its own for each mailbox"
        ) { collector, mailbox in
            guard let imap = collector.value(MailboxSettings.Keys.imap, mailbox: mailbox),
                let folder = collector.value(MailboxSettings.Keys.folder, mailbox: mailbox)
            else { return nil }
            let user =
                collector.value(MailboxSettings.Keys.username, mailbox: mailbox)
                ?? collector.value(MailboxSettings.Keys.address, mailbox: mailbox)
            return user.map { "\(imap.endpoint.text.lowercased()) \($0.lowercased()) \(folder)" }
        }
    }

    /// Reports every mailbox that has something an earlier one has already.
    private func report(
        _ collector: inout SettingsCollector, setting: String, what: String, expected: String,
        identity: (SettingsCollector, Int) -> String?
    ) {
        var seen: [String: Int] = [:]
        for mailbox in collector.mailboxes.indices {
            guard let key = identity(collector, mailbox) else { continue }
            guard let earlier = seen[key] else {
                seen[key] = mailbox
                continue
            }
            let other = collector.origin(setting, mailbox: earlier).text
            collector.report(
                ConfigurationProblem(
                    at: collector.origin(setting, mailbox: mailbox), setting: setting, what: "\(what) (see \(other))",
                    expected: expected, remedy: "change or remove one of them"))
        }
    }

    /// Two groups that differ only in capitals are one group misspelt, and people would be mailed after unsubscribing.
    private func checkGroups(_ collector: inout SettingsCollector) {
        let setting = MailboxSettings.Keys.suppressionGroup
        var seen: [String: String] = [:]
        for mailbox in collector.mailboxes.indices {
            guard let group = collector.value(setting, mailbox: mailbox)?.text else { continue }
            guard let earlier = seen[group.lowercased()], earlier != group else {
                seen[group.lowercased()] = group
                continue
            }
            collector.report(
                ConfigurationProblem(
                    at: collector.origin(setting.key, mailbox: mailbox), setting: setting.key,
                    what:
                        "the group \(RawValue.quoted(group)) differs from \(RawValue.quoted(earlier)) only in capitals",
                    expected: "one spelling for each group", remedy: "write both the same, or choose another name"))
        }
    }

    private func checkBackups(_ collector: inout SettingsCollector) {
        let settings = [BackupSettings.Keys.desk.to, BackupSettings.Keys.keys.to]
        let state = collector.value(ServiceSettings.Keys.stateDirectory)
        for setting in settings {
            guard let target = collector.value(setting), let state, contains(state, target) else { continue }
            collector.report(
                ConfigurationProblem(
                    at: collector.origin(setting.key), setting: setting.key,
                    what: "\(setting.key) lies inside service.state_dir",
                    expected: "a folder elsewhere, better on another disk", remedy: "name another folder"))
        }
        guard let desk = collector.value(settings[0]), let keys = collector.value(settings[1]),
            contains(desk, keys) || contains(keys, desk)
        else { return }
        collector.report(
            ConfigurationProblem(
                at: collector.origin(settings[1].key), setting: settings[1].key,
                what: "the backup of the keys lies with the backup of the desk",
                expected: "two folders, neither inside the other: together they would undo every erasure",
                remedy: "name another folder, better on another machine"))
    }

    private func checkOutbox(_ collector: inout SettingsCollector) {
        let setting = OutboxSettings.Keys.giveUp
        guard let giveUp = collector.value(setting), let first = collector.value(OutboxSettings.Keys.retry)?.first,
            giveUp < first
        else { return }
        let origin =
            collector.entries[SettingPlace(key: setting.key, mailbox: nil)]?.origin
            ?? collector.origin(OutboxSettings.Keys.retry.key)
        collector.report(
            ConfigurationProblem(
                at: origin, setting: setting.key,
                what: "outbox.give_up (\(DurationText.format(giveUp))) comes before the first retry",
                expected: "at least \(DurationText.format(first))", remedy: "raise give_up or shorten retry"))
    }

    /// A login has a name and a password; either alone is half a mistake that would show when the first alarm is due.
    private func checkAlerts(_ collector: inout SettingsCollector) {
        let user = AlertSettings.Keys.username.key, password = AlertSettings.Keys.password.key
        let places = [user, password].map { SettingPlace(key: $0, mailbox: nil) }
        guard let there = places.firstIndex(where: { collector.entries[$0] != nil }),
            let missing = places.first(where: { collector.entries[$0] == nil })
        else { return }
        collector.report(
            ConfigurationProblem(
                at: collector.origin(places[there].key), setting: places[there].key,
                what: "\(places[there].key) is set and \(missing.key) is not", expected: "both or neither",
                remedy: "add \(missing.key), or remove \(places[there].key)"))
    }

    /// Whether a path is a folder or lies inside it.
    private func contains(_ folder: String, _ path: String) -> Bool {
        let folder = folder.split(separator: "/"), path = path.split(separator: "/")
        return path.starts(with: folder)
    }
}
