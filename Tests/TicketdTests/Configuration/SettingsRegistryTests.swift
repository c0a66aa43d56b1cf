import Testing

@testable import ticketd

struct SettingsRegistryTests {
    private let registry = SettingsRegistry.standard

    @Test func `every default and example is valid by its own rule`() {
        for entry in registry.settings {
            #expect(throws: Never.self, "\(entry.key)") { _ = try entry.check(entry.shown) }
        }
    }

    @Test func `every setting is explained in one to three lines and stands once`() {
        let keys = registry.settings.map(\.key)
        #expect(Set(keys).count == keys.count)
        for entry in registry.settings {
            let lines = entry.explanation.split(separator: "\n", omittingEmptySubsequences: false)
            #expect((1...3).contains(lines.count), "\(entry.key)")
            #expect(lines.allSatisfy { $0.count <= 116 && !$0.isEmpty }, "\(entry.key)")
            #expect(entry.explanation.hasSuffix(".") || entry.explanation.hasSuffix(")"), "\(entry.key)")
        }
    }

    /// The interface is a promise to people outside the repository: no key of it may vanish.
    @Test func `no key of the interface is missing`() {
        let promised: [String: [String]] = [
            "service": ["name", "public_url", "listen", "state_dir", "admin_socket", "metrics_listen", "language"],
            "keys": ["root"], "controller": ["name", "address", "email", "country"], "dpo": ["name", "email", "phone"],
            "authority": ["name", "email", "url"], "notify": ["to", "when"],
            "alerts": ["email", "smtp", "command", "repeat"],
            "privacy": ["ledger_copies", "erase_limit", "erase_delay"],
            "backup.desk": ["to", "every", "keep"], "backup.keys": ["to", "every", "keep"],
            "outbox": ["undo", "retry", "give_up"], "search": ["memory_limit"],
            "mailbox": [
                "name", "address", "imap", "smtp", "username", "password", "oauth", "folder", "start", "after_import",
                "keep_imported", "poll", "max_message_size", "authserv_id", "form_senders", "reply_address",
                "auto_sender", "junk_folder", "suppression_group", "auto_reply", "confidential", "ca_file", "insecure",
            ],
            "mailbox.legal_basis": ["customers", "others", "interest"],
            "mailbox.retention": ["closed_tickets", "attachments", "originals"],
        ]
        for (table, names) in promised {
            for name in names { #expect(registry.entry("\(table).\(name)") != nil, "\(table).\(name)") }
        }
    }

    @Test(arguments: [
        ("service.lisen", "listen"), ("service.LISTEN", "listen"), ("outbox.giveup", "give_up"),
        ("retry", "outbox.retry"),
        ("mailbox.pasword", "password"), ("mailbx", "mailbox"), ("service.completely_else", nil), ("x", nil),
    ])
    func `an unknown key is answered with the nearest one, or with none`(key: String, expected: String?) {
        #expect(registry.suggestion(for: key) == expected)
    }
}
