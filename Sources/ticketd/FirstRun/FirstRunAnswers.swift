import Mail

/// What `init` knows of the mailbox and of who answers for it. Whatever is empty stays a comment in the file.
struct FirstRunAnswers: Sendable {
    var address: EmailAddress
    var name = "support"
    var serviceName = ""
    var publicURL = ""
    var imap = ""
    var smtp = ""
    var username = ""
    var caFile = ""
    var isInsecure = false
    var authservID = ""
    var controllerName = ""
    var controllerAddress = ""
    var controllerEmail = ""
    var country = ""
    var legalBasisCustomers = ""
    var legalBasisOthers = ""
    var interest = ""
    var closedTickets = ""

    init(address: EmailAddress) {
        self.address = address
        self.username = address.text
        let servers = KnownProvider.servers(of: address.domain)
        self.imap = servers.imap
        self.smtp = servers.smtp
    }
}

/// Servers of providers whose names do not follow from the address, and the usual guess for everybody else.
enum KnownProvider {
    static func servers(of domain: String) -> (imap: String, smtp: String) {
        switch domain.lowercased() {
        case "gmail.com", "googlemail.com": ("imaps://imap.gmail.com", "smtps://smtp.gmail.com")
        case "outlook.com", "hotmail.com", "live.com":
            ("imaps://outlook.office365.com", "smtp://smtp.office365.com")
        case "gmx.de", "gmx.net": ("imaps://imap.gmx.net", "smtps://mail.gmx.net")
        case "web.de": ("imaps://imap.web.de", "smtps://smtp.web.de")
        case "yahoo.com": ("imaps://imap.mail.yahoo.com", "smtps://smtp.mail.yahoo.com")
        case "fastmail.com": ("imaps://imap.fastmail.com", "smtps://smtp.fastmail.com")
        case "icloud.com", "me.com": ("imaps://imap.mail.me.com", "smtp://smtp.mail.me.com")
        default: ("imaps://imap.\(domain)", "smtps://smtp.\(domain)")
        }
    }
}
