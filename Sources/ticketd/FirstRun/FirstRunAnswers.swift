import Mail

/// What `init` knows of the mailbox and of who answers for it. Whatever is empty stays a comment in the file.
///
/// Holds no secret: it is kept in a file while the questions are asked.
struct FirstRunAnswers: Sendable, Codable, Equatable {
    let address: String
    var name = "support"
    var serviceName = ""
    var publicURL = ""
    var imap = ""
    var smtp = ""
    var username = ""
    var caFile = ""
    var isInsecure = false
    var authservID = ""
    /// What the trial proved: "plus" or "plain", "null" or "mailbox"; empty when nothing was tried.
    var replyAddress = ""
    var autoSender = ""
    var keepsOnServer = false
    var controllerName = ""
    var controllerAddress = ""
    var controllerEmail = ""
    var country = ""
    var legalBasisCustomers = ""
    var legalBasisOthers = ""
    var interest = ""
    var closedTickets = ""
    /// One address each; more are added in the file.
    var alertsEmail = ""
    var notify = ""

    init(address: EmailAddress) {
        self.address = address.text
    }

    var domain: String { address.split(separator: "@").last.map(String.init) ?? address }
    var localPart: String { String(address.prefix { $0 != "@" }) }

    /// RFC 6186 §4: the whole address is tried first.
    var login: String { username.isEmpty ? address : username }

    var needsInterest: Bool { [legalBasisCustomers, legalBasisOthers].contains("legitimate-interest") }
}
