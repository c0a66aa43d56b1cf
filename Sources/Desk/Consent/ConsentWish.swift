/// A consent somebody began to give on a form, before the button behind the link makes it one.
package struct ConsentWish: Sendable, Equatable, Hashable {
    package var purpose: ShortName
    package var version: ConsentTextVersion
    package var controller: String
    /// SHA-256 of the form as it was shown.
    package var shown: [UInt8]
    package var age: AgeStatement
    /// Which mailbox writes about it; nil is the first.
    package var mailbox: MailboxName?

    package init(
        purpose: ShortName, version: ConsentTextVersion, controller: String, shown: [UInt8], age: AgeStatement,
        mailbox: MailboxName?
    ) {
        self.purpose = purpose
        self.version = version
        self.controller = controller
        self.shown = shown
        self.age = age
        self.mailbox = mailbox
    }
}
