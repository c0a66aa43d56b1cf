import Mail

/// The configuration file `init` writes: short, commented, and valid as it stands.
///
/// `ticketd config describe` prints every setting there is; this holds those a first run decides.
struct ConfigurationDraft: Sendable {
    let answers: FirstRunAnswers
    let layout: FirstRunLayout

    var text: String {
        [header, service, keys, people, alarms, backup, mailbox].joined(separator: "\n")
    }

    private var header: String {
        """
        # Written by `ticketd init`. Every setting with its explanation: `ticketd config describe`.
        # After a change: `ticketd config check`, then `systemctl reload ticketd`.

        """
    }

    private var service: String {
        """
        [service]
        # What customers see as the sender of automatic mail.
        name = \(TOMLText.quoted(answers.serviceName.isEmpty ? answers.domain : answers.serviceName))
        # The https address of this desk. Every mail carries an unsubscribe link made of it; without it nothing is sent.
        \(line("public_url", answers.publicURL, example: "https://help.\(answers.domain)"))
        listen = "127.0.0.1:8025"
        state_dir = \(TOMLText.quoted(layout.state))
        admin_socket = \(TOMLText.quoted(layout.adminSocket))

        """
    }

    private var keys: String {
        """
        [keys]
        # The root key. Lose it and everything is unreadable: keep the escrow sheet away from this machine.
        root = \(TOMLText.quoted(layout.reference(to: "root")))

        """
    }

    private var people: String {
        """
        # Who answers for the data (Art. 13 and 30 GDPR). Shown on the privacy page.
        [controller]
        \(line("name", answers.controllerName, example: "Example GmbH"))
        \(line("address", answers.controllerAddress, example: "Musterstr. 1, 10115 Berlin, Germany"))
        \(line("email", answers.controllerEmail, example: "privacy@\(answers.domain)"))
        \(line("country", answers.country, example: "DE"))

        """
    }

    private var alarms: String {
        """
        # Who is mailed when something breaks, and how often while it stays broken. `smtp` may name another server
        # than the mailbox's, which may be what is broken; `command` runs when no mail leaves.
        [alerts]
        \(list("email", answers.alertsEmail, example: "ops@\(answers.domain)"))
        repeat = "24h"

        # Who is told about new mail: numbers and counts, never content. "each", a period, or "daily".
        [notify]
        \(list("to", answers.notify, example: "team@\(answers.domain)"))
        when = "15m"

        """
    }

    private var backup: String {
        """
        # Two sets that never stand in one place: the desk without keys, the keys without the desk.
        # Put `keys.to` on another machine: while both are within reach of one thief, the separation protects nothing.
        # Below systemd a folder outside /var/backups/ticketd needs ReadWritePaths= (`systemctl edit ticketd`).
        [backup]
        desk = {to = \(TOMLText.quoted(layout.deskBackups)), every = "1d", keep = "30d"}
        keys = {to = \(TOMLText.quoted(layout.keysBackups)), every = "1h", keep = "7d"}

        """
    }

    private var mailbox: String {
        """
        [[mailbox]]
        name = \(TOMLText.quoted(answers.name))
        address = \(TOMLText.quoted(answers.address))
        imap = \(TOMLText.quoted(answers.imap))
        smtp = \(TOMLText.quoted(answers.smtp))
        username = \(TOMLText.quoted(answers.login))
        password = \(TOMLText.quoted(layout.reference(to: answers.name)))
        \(line("ca_file", answers.caFile, example: "/etc/ssl/certs/your-own-ca.pem"))
        \(answers.isInsecure ? "insecure = true" : "#insecure = true   # plain text, on loopback only")
        # "new" leaves older mail alone; "unseen" takes unread mail too; "all" imports everything as an archive.
        start = "new"
        \(afterImport)
        # Whose Authentication-Results to believe; without it every sender counts as unverified.
        \(line("authserv_id", answers.authservID, example: "mx.\(answers.domain)"))
        # How answers find their ticket, and who automatic mail is from: "auto" until a test mail proved one of them.
        \(line("reply_address", answers.replyAddress, example: "auto"))
        \(line("auto_sender", answers.autoSender, example: "auto"))
        # By what right this mail is processed (Art. 6). Nothing is ever deleted until this and retention are answered.
        \(legalBasis)

        [mailbox.retention]
        \(line("closed_tickets", answers.closedTickets, example: "365d"))
        attachments = "90d"
        originals = "30d"

        """
    }

    private var afterImport: String {
        answers.keepsOnServer
            ? "# The server can neither move nor expunge single mails, so that imported mail stays where it is.\n"
                + "after_import = \"keep\""
            : "# Imported mail is moved to this folder and expunged there after keep_imported.\n"
                + "after_import = \"move:ticketd\""
    }

    private var legalBasis: String {
        let fields = [
            ("customers", answers.legalBasisCustomers), ("others", answers.legalBasisOthers),
            ("interest", answers.interest),
        ].filter { !$0.1.isEmpty }.map { "\($0.0) = \(TOMLText.quoted($0.1))" }
        guard !fields.isEmpty else {
            return #"#legal_basis = {customers = "contract", others = "legitimate-interest", "#
                + #"interest = "answering questions"}"#
        }
        return "legal_basis = {\(fields.joined(separator: ", "))}"
    }

    private func list(_ key: String, _ value: String, example: String) -> String {
        value.isEmpty ? "#\(key) = [\(TOMLText.quoted(example))]" : "\(key) = [\(TOMLText.quoted(value))]"
    }

    private func line(_ key: String, _ value: String, example: String) -> String {
        value.isEmpty ? "#\(key) = \(TOMLText.quoted(example))" : "\(key) = \(TOMLText.quoted(value))"
    }
}

/// A TOML basic string (TOML 1.0 §String).
enum TOMLText {
    static func quoted(_ value: String) -> String {
        var result = "\""
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            default:
                if scalar.value < 0x20 || scalar.value == 0x7F {
                    let hex = String(scalar.value, radix: 16, uppercase: true)
                    result += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
                } else {
                    result.unicodeScalars.append(scalar)
                }
            }
        }
        return result + "\""
    }
}
