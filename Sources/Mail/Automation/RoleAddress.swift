/// Addresses that belong to programs by custom: nobody reads what is sent to them.
enum RoleAddress {
    private static let whole: Set<String> = ["mailer-daemon", "mailerdaemon", "postmaster", "listserv", "majordomo"]

    /// Names that count alone and with something behind a separator: `noreply`, `no-reply+4711`, `bounces-12`.
    private static let leading = [
        "noreply", "no-reply", "no_reply", "no.reply", "donotreply", "do-not-reply", "do_not_reply", "bounce",
        "bounces",
        "mailer-daemon",
    ]

    static func isRobot(_ address: String) -> Bool {
        let local = address.lowercased().prefix { $0 != "@" }
        if whole.contains(String(local)) || local.hasPrefix("owner-") || local.hasSuffix("-request") { return true }
        return leading.contains { name in
            guard local.hasPrefix(name) else { return false }
            guard let next = local.dropFirst(name.count).first else { return true }
            return "+-._=".contains(next)
        }
    }

    /// The senders of delivery reports.
    static func isPostOffice(_ address: String) -> Bool {
        let local = address.lowercased().prefix { $0 != "@" }
        if ["mailer-daemon", "mailerdaemon", "postmaster", "mdaemon", "mail-daemon", "postoffice"]
            .contains(where: { local.hasPrefix($0) }) || local == "\"system administrator\""
        {
            return true
        }
        // A gateway that names its trade: `SMTP_Mail_Service`. The account `smtp` alone sends for people.
        let words = local.split { !$0.isLetter }
        return words.contains("smtp")
            && words.contains { ["service", "gateway", "gateways", "system", "agent", "daemon"].contains($0) }
    }
}
