/// Keys, files, backups, the log that proves, and the machine.
extension ComplianceCheck {
    static let security: [ComplianceCheck] = [
        s01, s02, s03, s04, s05, s06, s07, s08, s13, s17, s18, s10, s12, s16, s19,
    ]

    private static let s01 = ComplianceCheck(
        "S01", "the root key is handed over by systemd", "32(1)(a)", .lower,
        remedy: "systemd-creds encrypt, then LoadCredentialEncrypted=root in the unit (README)"
    ) { sights in
        switch sights.host.keySource {
        case .credential: .pass("a credential of the service")
        case .file: .warn("a plain file: whoever copies the disk has the key with the data")
        case nil: .unknown("it could not be told")
        }
    }

    private static let s02 = ComplianceCheck(
        "S02", "the key's file is the owner's alone and lies outside the data", "32", .lower,
        remedy: "chmod 0400 the file and move it out of service.state_dir"
    ) { sights in
        guard let mode = sights.host.keyMode else { return .unknown("its file could not be looked at") }
        if sights.host.isKeyInState == true { return .fail("it lies in the state folder, beside what it opens") }
        let text = "mode 0\(String(mode, radix: 8))"
        return mode & 0o077 == 0 ? .pass(text) : .fail("\(text): others may read it")
    }

    private static let s03 = ComplianceCheck(
        "S03", "fields that shall be sealed are", "32(1)(a)", .lower,
        remedy: "none by configuration: something else wrote to desk.db; restore it"
    ) { sights in
        let figures = sights.figures
        return .zero(figures.unsealedFields, "of \(figures.sampledFields) sampled fields are not sealed")
    }

    private static let s04 = ComplianceCheck(
        "S04", "what is taken in stands readable in no file", "32", .lower,
        remedy: "ticketd compliance --round-trip"
    ) { sights in
        guard let trip = sights.figures.roundTrip else { return .warn("never tried") }
        switch trip.failedAt {
        case nil: return .pass("a made-up person's words were searched for on \(DayText.of(trip.at))")
        case .search: return .fail("a made-up person's words were found in a file")
        default: return .unknown("the last try ended elsewhere (R05)")
        }
    }

    private static let s05 = ComplianceCheck(
        "S05", "SQLite overwrites what it frees and spills nothing", "32", .lower,
        remedy: "none by configuration: report a fault of ticketd"
    ) { sights in
        let figures = sights.figures
        return .none(
            of: [
                figures.hasSecureDelete ? nil : "secure_delete is off",
                figures.hasMemoryTemporaries ? nil : "temp_store is not in memory",
                figures.journals == ["wal", "delete"] ? nil : "journals are \(figures.journals)",
                sights.health.synchronous == Limits.fullSynchronous ? nil : "writes do not sync fully",
            ].compactMap { $0 }, else: "secure_delete, temp_store and journals are as they must be")
    }

    private static let s06 = ComplianceCheck(
        "S06", "one key wraps every person's key, and older ones are destroyed", "32", .lower,
        remedy: "ticketd keys status; the rotation goes on by itself while the daemon runs"
    ) { sights in
        sights.rotation.waiting == 0
            ? .pass("epoch \(sights.rotation.epoch) wraps all of them; its age is not kept")
            : .warn("an older one still wraps \(sights.rotation.waiting)")
    }

    private static let s07 = ComplianceCheck(
        "S07", "everybody whose rows are there has a key", "17, 32", .higher,
        remedy: "restore keys.db from a backup that is as new as desk.db (ticketd restore)"
    ) { sights in
        .zero(sights.figures.keylessPeople, "people without a key")
    }

    private static let s08 = ComplianceCheck(
        "S08", "keys and data are backed up to two places", "17, 32", .higher,
        remedy: "set backup.desk.to and backup.keys.to to folders on two disks"
    ) { sights in
        guard let desk = sights.host.backupFolders[.desk], let keys = sights.host.backupFolders[.keys] else {
            let missing = BackupSet.allCases.filter { sights.host.backupFolders[$0] == nil }.map(\.rawValue)
            return .fail("no backup is configured of: \(missing.joined(separator: ", "))")
        }
        let isOne = keys == desk || keys.hasPrefix(desk + "/") || desk.hasPrefix(keys + "/")
        if isOne { return .fail("one folder holds both, so that a copy of it opens itself") }
        return sights.host.sharesBackupDisk == true ? .warn("two folders on one disk") : .pass("two folders")
    }

    private static let s13 = ComplianceCheck(
        "S13", "files and folders are the owner's alone", "32", .lower,
        remedy: "chmod 0700 the state folder and 0600 its files"
    ) { sights in
        guard let open = sights.host.openFiles else { return .unknown("they could not be looked at") }
        return .none(of: open.map { "\($0) is open to others" }, else: "none is open to others")
    }

    private static let s17 = ComplianceCheck(
        "S17", "backups were made in time and read back", "32(1)(b), 32(1)(c)", .lower,
        remedy: "ticketd backup create; ticketd backup verify"
    ) { sights in
        let plan = sights.settings.alerts.backupEvery
        guard !plan.isEmpty else { return .fail("none is configured") }
        let late = plan.compactMap { set, every -> String? in
            let newest = sights.backups.filter { $0.set == set && $0.isVerified }.map(\.at).max()
            guard let newest else { return "\(set.rawValue): none was ever read back" }
            let hours = sights.hours(since: newest)
            return Double(hours) * 3600 > 2 * every.seconds ? "\(set.rawValue): \(hours) hours old" : nil
        }
        return .none(of: late.sorted(), else: "the newest of \(plan.count) sets are in time")
    }

    private static let s18 = ComplianceCheck(
        "S18", "mail servers are reached with verified TLS", "32", .lower,
        remedy: "take insecure = true out of ticketd.toml"
    ) { sights in
        guard let plain = sights.host.plainMailboxes else { return .unknown("it could not be told") }
        return .none(
            of: plain.map { "mailbox \($0) speaks without TLS, to this machine alone" }, else: "all of them", .warn)
    }

    private static let s10 = ComplianceCheck(
        "S10", "the audit log is whole, and where it ends is kept elsewhere", "5(2), 32", .higher,
        remedy: "ticketd audit verify; set dpo.email, to whom the end is mailed every day"
    ) { sights in
        if let bad = sights.audit.firstBad { return .fail("entry \(bad) is not what was written") }
        if sights.audit.lostAnchor != nil { return .fail("its end was cut off") }
        let words = "\(sights.audit.entries) entries fit"
        guard let mailed = sights.anchorMailedAt else { return .warn("\(words); its end was never mailed") }
        let hours = sights.hours(since: mailed)
        return hours > 26 ? .warn("\(words); its end was mailed \(hours) hours ago") : .pass(words)
    }

    private static let s12 = ComplianceCheck(
        "S12", "the process may do no more than it must", "32", .lower,
        remedy: "run it by the unit that ticketd ships (systemctl start ticketd)"
    ) { sights in
        let host = sights.host
        guard host.isRoot != nil || host.hasNoNewPrivileges != nil else { return .unknown("it could not be told") }
        return .none(
            of: [
                host.isRoot == true ? "it runs as root" : nil,
                host.hasNoNewPrivileges == false ? "it could gain privileges (NoNewPrivileges)" : nil,
                host.mayDumpCore == true ? "a crash would write its memory to disk" : nil,
            ].compactMap { $0 }, else: "no root, no new privileges, no core dumps", .warn)
    }

    private static let s16 = ComplianceCheck(
        "S16", "these checks ran within a day", "32(1)(d)", .lower,
        remedy: "leave the daemon running: it makes them every day"
    ) { sights in
        guard let at = sights.figures.checkedAt else { return .warn("never before") }
        let hours = sights.hours(since: at)
        return hours > 26 ? .warn("the last time was \(hours) hours ago") : .pass("\(hours) hours ago")
    }

    private static let s19 = ComplianceCheck(
        "S19", "every copy of the erasure ledger is whole", "17, 32", .higher,
        remedy: "make the folders of privacy.ledger_copies writable; set one on another disk"
    ) { sights in
        guard !sights.ledger.copies.isEmpty else { return .warn("privacy.ledger_copies names no folder") }
        return .zero(sights.ledger.copiesBehind, "of \(sights.ledger.copies.count) copies lack lines")
    }
}
