/// What the public form of a purpose shows. It has one control for the purpose, and no way to say that it is ticked.
package struct ConsentForm: Sendable, Equatable {
    package var purpose: ShortName
    package var language: Language
    package var serviceName: String
    package var controller: String
    package var text: ConsentText
    /// The age somebody consents alone from, where it is asked; nil asks nothing.
    package var age: Int?
    package var mailbox: MailboxName?

    package init(
        purpose: ShortName, language: Language, serviceName: String, controller: String, text: ConsentText, age: Int?,
        mailbox: MailboxName?
    ) {
        self.purpose = purpose
        self.language = language
        self.serviceName = serviceName
        self.controller = controller
        self.text = text
        self.age = age
        self.mailbox = mailbox
    }
}
