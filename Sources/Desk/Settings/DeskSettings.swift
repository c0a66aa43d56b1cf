package import Mail

/// What the operator configured, as far as the desk decides by it. Immutable: a reload makes a new one.
package struct DeskSettings: Sendable {
    /// What customers see as the sender of automatic mail and on pages.
    package var serviceName: String
    /// All links are built from this and from nothing a request says. No trailing slash.
    package var publicURL: String
    package var language: Language
    package var controller: Controller
    package var dataProtectionOfficer: Contact?
    package var authority: Contact?
    package var mailboxes: [MailboxProfile]
    /// How long an agent can take a reply back. Zero sends at once.
    package var undo: Duration
    /// The waits between tries; the last one repeats.
    package var retry: [Duration]
    package var giveUp: Duration
    /// Why nothing may be sent at all, in the operator's words (no https `public_url`); nil when all is well.
    package var sendingRefusal: String?
    package var alerts: AlertPlan
    package var erasure = ErasurePolicy.standard
    /// Names of the servers that mail goes to and comes from: whoever runs them is a processor (Art. 28).
    package var hosts: [String] = []
    /// How long backups are kept, a line for each set; empty while none are made.
    package var backupPeriods: [String] = []
    /// The keys that mail is signed with; none while another server does it.
    package var signing: [SigningIdentity] = []
    /// What the privacy notice takes from the registers.
    package var notice = NoticeSources()

    package init(
        serviceName: String, publicURL: String, language: Language, controller: Controller,
        dataProtectionOfficer: Contact?, authority: Contact?, mailboxes: [MailboxProfile], undo: Duration,
        retry: [Duration], giveUp: Duration, sendingRefusal: String?, alerts: AlertPlan = AlertPlan()
    ) {
        self.serviceName = serviceName
        self.publicURL = publicURL
        self.language = language
        self.controller = controller
        self.dataProtectionOfficer = dataProtectionOfficer
        self.authority = authority
        self.mailboxes = mailboxes
        self.undo = undo
        self.retry = retry
        self.giveUp = giveUp
        self.sendingRefusal = sendingRefusal
        self.alerts = alerts
    }

    package func mailbox(named name: MailboxName) -> MailboxProfile? {
        mailboxes.first { $0.name == name }
    }

    package var privacyNoticeURL: String { publicURL + "/privacy" }
    package var factsURL: String { publicURL + "/privacy/facts" }

    /// Where the data protection officer reads mail, when there is one with an address that is one.
    package var officerAddress: EmailAddress? { dataProtectionOfficer.flatMap { EmailAddress($0.email) } }
}

/// Who answers for the data (Art. 13(1)(a)).
package struct Controller: Sendable, Equatable {
    package var name: String
    package var address: String
    package var email: String
    package var country: String

    package init(name: String, address: String, email: String, country: String) {
        self.name = name
        self.address = address
        self.email = email
        self.country = country
    }
}

/// A Data Protection Officer or a supervisory authority, as shown to people.
package struct Contact: Sendable, Equatable {
    package var name: String
    package var email: String
    package var phone: String
    package var url: String

    package init(name: String, email: String, phone: String = "", url: String = "") {
        self.name = name
        self.email = email
        self.phone = phone
        self.url = url
    }
}
