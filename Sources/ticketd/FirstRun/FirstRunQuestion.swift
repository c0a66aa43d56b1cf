import Mail

/// One question of the first run: its words, its option, where the answer goes, and the rule of its setting.
struct FirstRunQuestion {
    let words: String
    let option: String
    let answer: WritableKeyPath<FirstRunAnswers, String>
    /// What would have been right, when an answer is wrong.
    let objection: (String) -> String?

    private init(
        _ words: String, _ option: String, _ answer: WritableKeyPath<FirstRunAnswers, String>,
        _ objection: @escaping (String) -> String? = { _ in nil }
    ) {
        self.words = words
        self.option = option
        self.answer = answer
        self.objection = objection
    }

    static var servers: [FirstRunQuestion] {
        [
            FirstRunQuestion("IMAP server", "--imap", \.imap, rule(MailboxSettings.Keys.imap)),
            FirstRunQuestion("SMTP server", "--smtp", \.smtp, rule(MailboxSettings.Keys.smtp)),
        ]
    }

    static var login: FirstRunQuestion { FirstRunQuestion("Login name", "--username", \.username) }

    static var appearance: [FirstRunQuestion] {
        [
            FirstRunQuestion("Name that customers see", "--name", \.serviceName, rule(ServiceSettings.Keys.name)),
            FirstRunQuestion(
                "https address of this desk (for unsubscribe links; empty for later)", "--public-url", \.publicURL,
                rule(ServiceSettings.Keys.publicURL)),
            FirstRunQuestion(
                "authserv-id of your mail server (first word of Authentication-Results; empty for later)",
                "--authserv-id", \.authservID, rule(MailboxSettings.Keys.authservID)),
        ]
    }

    static var controller: [FirstRunQuestion] {
        [
            FirstRunQuestion(
                "Who answers for the data: name", "--controller-name", \.controllerName,
                rule(ControllerSettings.Keys.name)),
            FirstRunQuestion(
                "… postal address", "--controller-address", \.controllerAddress,
                rule(ControllerSettings.Keys.address)),
            FirstRunQuestion(
                "… mail address for data matters", "--controller-email", \.controllerEmail,
                rule(ControllerSettings.Keys.email)),
            FirstRunQuestion(
                "… country (two letters)", "--country", \.country, rule(ControllerSettings.Keys.country)),
        ]
    }

    static var legalBases: [FirstRunQuestion] {
        [
            FirstRunQuestion(
                "Legal basis for customers' mail (contract, legitimate-interest, …; empty for later)",
                "--legal-basis-customers", \.legalBasisCustomers, rule(LegalBasisSettings.Keys.customers)),
            FirstRunQuestion(
                "Legal basis for everybody else's mail", "--legal-basis-others", \.legalBasisOthers,
                rule(LegalBasisSettings.Keys.others)),
        ]
    }

    static var interest: FirstRunQuestion {
        FirstRunQuestion("Which interest", "--interest", \.interest, rule(LegalBasisSettings.Keys.interest))
    }

    static var retention: FirstRunQuestion {
        FirstRunQuestion(
            "How long closed requests are kept, such as 365d (nothing is deleted until answered)", "--closed-tickets",
            \.closedTickets, rule(RetentionSettings.Keys.closedTickets))
    }

    static var alarms: FirstRunQuestion {
        FirstRunQuestion(
            "Who is mailed when something breaks (empty for later)", "--alerts-email", \.alertsEmail, address)
    }

    static var news: FirstRunQuestion {
        FirstRunQuestion(
            "Who is told about new mail, without its content (empty: nobody)", "--notify", \.notify, address)
    }

    static var all: [FirstRunQuestion] {
        servers + [login] + appearance + controller + legalBases + [interest, retention, alarms, news]
    }

    private static func address(_ text: String) -> String? {
        EmailAddress(text) == nil ? "one mail address, such as \"ops@example.com\"" : nil
    }

    private static func rule<Value>(_ setting: Setting<Value>) -> (String) -> String? {
        { text in
            do throws(Mismatch) {
                _ = try setting.kind.parse(.text(text))
                return nil
            } catch {
                return error.expected
            }
        }
    }
}
