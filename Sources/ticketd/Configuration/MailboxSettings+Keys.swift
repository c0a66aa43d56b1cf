/// The settings of a mailbox as the operator writes them.
extension MailboxSettings {
    enum Keys {
        static let name = Setting(
            "mailbox.name", .plainName, .required(example: "support"), restart: true,
            "A short name for commands, logs and metrics: letters, digits, '.', '_' and '-'.")
        static let address = Setting(
            "mailbox.address", .address, .required(example: "support@example.com"), restart: true,
            "The address customers write to and replies come from.")
        static let imap = Setting(
            "mailbox.imap", .server([.imaps, .imap]), .required(example: "imaps://imap.example.com"), restart: true,
            "Where mail is fetched: imaps:// (TLS) or imap:// (STARTTLS required).")
        static let smtp = Setting(
            "mailbox.smtp", .server([.smtps, .smtp]), .required(example: "smtps://smtp.example.com"), restart: true,
            "Where mail is sent: smtps:// (TLS) or smtp:// (STARTTLS required).")
        static let username = Setting(
            "mailbox.username", .text, .optional(example: "support@example.com"), restart: true,
            "The user name at both servers; the mailbox's address when left out.")
        static let password = Setting(
            "mailbox.password", .secret, .optional(example: "credential:support"), restart: true,
            """
            Where the password is kept, never the password itself: "credential:NAME", "file:/path" or "env:NAME".
            Either this or oauth is needed.
            """)
        static let oauth = Setting(
            "mailbox.oauth", .oauth, .optional(example: "microsoft"), restart: true,
            """
            Sign in with OAuth: {provider = "microsoft" or "google", client_id, client_secret, tenant, flow}, or a
            provider's {client_id, client_secret, token_url, device_url, authorization_url, scopes, flow, mechanism};
            flow is "device", "code" or "client". Then run `ticketd mailboxes login NAME`; see README.
            """)
        static let folder = Setting(
            "mailbox.folder", .folder, .standard("INBOX"), restart: true, "The folder mail is fetched from.")
        static let start = Setting(
            "mailbox.start", .choice(Start.self), .standard("new"), restart: true,
            """
            What the first connection takes: "new" leaves older mail alone, "unseen" takes the unread, "all" imports
            everything as an archive and acknowledges nothing.
            """)
        static let afterImport = Setting(
            "mailbox.after_import", .afterImport, .standard("move:ticketd"),
            "What becomes of imported mail on the server: \"move:FOLDER\", \"delete\", \"keep\" (a standing warning)."
        )
        static let keepImported = Setting(
            "mailbox.keep_imported", .duration(.zero ... .seconds(3_660 * 86_400)), .standard("30d"),
            "After how long moved copies are removed for good. Erasures reach them at once.")
        static let poll = Setting(
            "mailbox.poll", .duration(.seconds(1) ... .seconds(86_400)), .standard("60s"),
            "How often to look when the server cannot push (IDLE).")
        static let maxMessageSize = Setting(
            "mailbox.max_message_size", .size((1 << 10)...(256 << 20)), .standard("25MiB"),
            "Larger mail stays on the server; its ticket says so. From 1KiB to 256MiB.")
        static let authservID = Setting(
            "mailbox.authserv_id", ValueKind<String>.serverName.orEmpty, .standard(""),
            "The server whose Authentication-Results are believed; \"\" leaves every sender unverified.")
        static let formSenders = Setting(
            "mailbox.form_senders", ValueKind<String>.address.list("mail addresses"), .standard([]),
            "Senders that are web forms, such as [\"wordpress@example.com\"]: their author is the Reply-To.")
        static let replyAddress = Setting(
            "mailbox.reply_address", .choice(ReplyAddress.self), .standard("auto"),
            "What Reply-To holds: \"plus\" (support+t.TOKEN@), \"plain\", or \"auto\": plus once proved to come back.")
        static let autoSender = Setting(
            "mailbox.auto_sender", .choice(AutoSender.self), .standard("auto"),
            "The envelope sender of automatic mail: \"null\", \"mailbox\", or \"auto\": null unless refused.")
        static let junkFolder = Setting(
            "mailbox.junk_folder", ValueKind<String>.folder.orEmpty, .standard("Junk"),
            "Also searched for replies and data-subject requests; \"\" for none.")
        static let suppressionGroup = Setting(
            "mailbox.suppression_group", .plainName, .standard("default"), restart: true,
            "Mailboxes of one group share unsubscribes: give each brand its own.")
        static let autoReply = Setting(
            "mailbox.auto_reply", .boolean, .standard(true),
            "Whether a new ticket is acknowledged to its sender.")
        static let confidential = Setting(
            "mailbox.confidential", .boolean, .standard(false), restart: true,
            "The data protection officer's own mailbox: only agents of the role dpo see its tickets (Art. 38(5)).")
        static let reopenWithin = Setting(
            "mailbox.reopen_within", .duration(.zero ... .seconds(3_660 * 86_400)), .standard("14d"),
            "An answer to a ticket closed for longer than this opens a new ticket, linked to it; \"0s\" never reopens.")
        static let caFile = Setting(
            "mailbox.ca_file", ValueKind<String>.path, .optional(example: "/etc/ssl/private-ca.pem"), restart: true,
            "A certificate authority to trust for these servers besides the system's, as a PEM file.")
        static let dkim = Setting(
            "mailbox.dkim", ValueKind<DKIMSettings>.dkim.list("keys"), .standard([]),
            """
            The keys replies are signed with, where no server of yours does it: [{selector, key}, …], the key as
            "credential:NAME". `ticketd keys dkim MAILBOX` makes them and prints these lines and the DNS records.
            """)
        static let insecure = Setting(
            "mailbox.insecure", .boolean, .standard(false), restart: true,
            "Allow plaintext. Only for servers on this machine, for trying things out.")
    }

    static let section = SettingSection(
        "mailbox", isList: true,
        "A mailbox. Repeat the whole table for each one.",
        [
            .setting(Keys.name.entry), .setting(Keys.address.entry), .setting(Keys.imap.entry),
            .setting(Keys.smtp.entry), .setting(Keys.username.entry), .setting(Keys.password.entry),
            .setting(Keys.oauth.entry), .setting(Keys.folder.entry), .setting(Keys.start.entry),
            .setting(Keys.afterImport.entry), .setting(Keys.keepImported.entry), .setting(Keys.poll.entry),
            .setting(Keys.maxMessageSize.entry), .setting(Keys.authservID.entry), .setting(Keys.formSenders.entry),
            .setting(Keys.replyAddress.entry), .setting(Keys.autoSender.entry), .setting(Keys.junkFolder.entry),
            .setting(Keys.suppressionGroup.entry), .inline(LegalBasisSettings.group), .setting(Keys.autoReply.entry),
            .setting(Keys.confidential.entry), .setting(Keys.reopenWithin.entry), .setting(Keys.dkim.entry),
            .setting(Keys.caFile.entry), .setting(Keys.insecure.entry),
            .table(RetentionSettings.group),
        ])
}

extension ValueKind where Value == PlainName {
    static let plainName = written(
        "name", expected: "a name of letters, digits, '.', '_' and '-', such as \"support\"", echo: false
    ) { PlainName($0) }
}

extension ValueKind where Value == MailboxSettings.AfterImport {
    static let afterImport = written(
        "choice", expected: "\"move:FOLDER\", \"delete\" or \"keep\"", echo: true
    ) { text in
        switch text {
        case "delete": return .delete
        case "keep": return .keep
        default:
            let folder = text.dropFirst("move:".count)
            let isPlain = folder.unicodeScalars.allSatisfy(RawValue.isVisible)
            guard text.hasPrefix("move:"), isPlain, (1...255).contains(folder.utf8.count) else { return nil }
            return .move(folder: String(folder))
        }
    }
}
