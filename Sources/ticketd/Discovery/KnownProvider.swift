/// Providers whose servers do not follow from the address, as they document them. Written down in November 2026; what
/// is wrong by now shows itself, because every server is connected to before it is proposed.
struct KnownProvider: Sendable {
    let name: String
    /// Domains in which the provider gives addresses away. A last part `*` stands for every ending.
    let domains: [String]
    /// Ends of the names of its mail exchangers, for domains that it serves for others.
    var exchangers: [String] = []
    let imap: String
    let smtp: String
    /// What a person has to know before trying.
    var advice: String?
    /// What an SPF record says to let it send, as far as it is known here.
    var policy: String?

    func serves(domain: String) -> Bool {
        domains.contains { pattern in
            pattern.hasSuffix(".*")
                ? domain.split(separator: ".").count > 1 && domain.hasPrefix(pattern.dropLast())
                : domain == pattern
        }
    }

    static func serving(domain: String) -> KnownProvider? { all.first { $0.serves(domain: domain) } }

    /// Only names of providers in this table: what unsigned DNS says here can lead to nobody else.
    static func behind(exchanger host: String) -> KnownProvider? {
        let host = host.lowercased()
        return all.first { provider in
            provider.exchangers.contains { host == $0 || host.hasSuffix("." + $0) }
        }
    }

    static let all: [KnownProvider] = worldwide + german + european

    private static let appPassword = "It takes an app password, made in the account's security settings."

    private static let worldwide = [
        KnownProvider(
            name: "Gmail and Google Workspace", domains: ["gmail.com", "googlemail.com"],
            exchangers: ["google.com", "googlemail.com"], imap: "imaps://imap.gmail.com",
            smtp: "smtps://smtp.gmail.com",
            advice: "It takes an app password, which needs two-step verification; IMAP must be allowed.",
            policy: "include:_spf.google.com"),
        KnownProvider(
            name: "Outlook.com and Microsoft 365",
            domains: ["outlook.*", "hotmail.*", "live.*", "msn.com", "office365.com"],
            exchangers: ["protection.outlook.com", "olc.protection.outlook.com", "mx.microsoft"],
            imap: "imaps://outlook.office365.com", smtp: "smtp://smtp.office365.com",
            advice: "Microsoft takes no passwords over IMAP: see README, “Signing in with OAuth”.",
            policy: "include:spf.protection.outlook.com"),
        KnownProvider(
            name: "Yahoo", domains: ["yahoo.*", "ymail.com", "rocketmail.com"], exchangers: ["yahoodns.net"],
            imap: "imaps://imap.mail.yahoo.com", smtp: "smtps://smtp.mail.yahoo.com", advice: appPassword),
        KnownProvider(
            name: "iCloud", domains: ["icloud.com", "me.com", "mac.com"], exchangers: ["mail.icloud.com"],
            imap: "imaps://imap.mail.me.com", smtp: "smtp://smtp.mail.me.com", advice: appPassword),
        KnownProvider(
            name: "Fastmail", domains: ["fastmail.com", "fastmail.fm"], exchangers: ["messagingengine.com"],
            imap: "imaps://imap.fastmail.com", smtp: "smtps://smtp.fastmail.com", advice: appPassword,
            policy: "include:spf.messagingengine.com"),
        KnownProvider(
            name: "Zoho Mail (Europe)", domains: ["zohomail.eu"], exchangers: ["zoho.eu"],
            imap: "imaps://imap.zoho.eu", smtp: "smtps://smtp.zoho.eu",
            advice: "IMAP must be switched on in the settings; domains of one's own use imappro.zoho.eu."),
        KnownProvider(
            name: "Zoho Mail", domains: ["zohomail.com", "zoho.com"], exchangers: ["zoho.com"],
            imap: "imaps://imap.zoho.com", smtp: "smtps://smtp.zoho.com",
            advice: "IMAP must be switched on in the settings; domains of one's own use imappro.zoho.com."),
    ]

    private static let german = [
        KnownProvider(
            name: "GMX", domains: ["gmx.*"], exchangers: ["gmx.net"], imap: "imaps://imap.gmx.net",
            smtp: "smtps://mail.gmx.net", advice: "IMAP must be switched on in the settings."),
        KnownProvider(
            name: "WEB.DE", domains: ["web.de"], exchangers: ["web.de"], imap: "imaps://imap.web.de",
            smtp: "smtps://smtp.web.de", advice: "IMAP must be switched on in the settings."),
        KnownProvider(
            name: "IONOS", domains: ["online.de"], exchangers: ["ionos.de", "kundenserver.de"],
            imap: "imaps://imap.ionos.de", smtp: "smtps://smtp.ionos.de"),
        KnownProvider(
            name: "IONOS", domains: [], exchangers: ["ionos.com", "1and1.com"], imap: "imaps://imap.ionos.com",
            smtp: "smtps://smtp.ionos.com"),
        KnownProvider(
            name: "STRATO", domains: [], exchangers: ["rzone.de", "strato.de"], imap: "imaps://imap.strato.de",
            smtp: "smtps://smtp.strato.de"),
        KnownProvider(
            name: "Telekom", domains: ["t-online.de", "magenta.de"], exchangers: ["t-online.de"],
            imap: "imaps://secureimap.t-online.de", smtp: "smtps://securesmtp.t-online.de",
            advice: "It takes the password for mail programs, which is made in the customer centre."),
        KnownProvider(
            name: "mailbox.org", domains: ["mailbox.org", "secure.mailbox.org"], exchangers: ["mailbox.org"],
            imap: "imaps://imap.mailbox.org", smtp: "smtps://smtp.mailbox.org", policy: "include:mailbox.org"),
        KnownProvider(
            name: "Posteo", domains: ["posteo.*"], exchangers: ["posteo.de"], imap: "imaps://posteo.de",
            smtp: "smtps://posteo.de"),
        KnownProvider(
            name: "Hetzner", domains: [], exchangers: ["your-server.de"], imap: "imaps://mail.your-server.de",
            smtp: "smtps://mail.your-server.de"),
        KnownProvider(
            name: "ALL-INKL", domains: [], exchangers: ["kasserver.com"], imap: "imaps://imap.kasserver.com",
            smtp: "smtps://smtp.kasserver.com"),
    ]

    private static let european = [
        KnownProvider(
            name: "OVHcloud", domains: ["ovh.net"], exchangers: ["mail.ovh.net"], imap: "imaps://ssl0.ovh.net",
            smtp: "smtps://ssl0.ovh.net", policy: "include:mx.ovh.com"),
        KnownProvider(
            name: "Gandi", domains: [], exchangers: ["mail.gandi.net"], imap: "imaps://mail.gandi.net",
            smtp: "smtps://mail.gandi.net", policy: "include:_mailcust.gandi.net"),
        KnownProvider(
            name: "Infomaniak", domains: ["ik.me", "ikmail.com", "etik.com"], exchangers: ["infomaniak.ch"],
            imap: "imaps://mail.infomaniak.com", smtp: "smtps://mail.infomaniak.com",
            policy: "include:spf.infomaniak.ch"),
        KnownProvider(
            name: "Migadu", domains: [], exchangers: ["migadu.com"], imap: "imaps://imap.migadu.com",
            smtp: "smtps://smtp.migadu.com"),
        KnownProvider(
            name: "Runbox", domains: ["runbox.com"], exchangers: ["runbox.com"], imap: "imaps://mail.runbox.com",
            smtp: "smtps://mail.runbox.com"),
    ]
}
