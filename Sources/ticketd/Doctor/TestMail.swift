import Desk
import Mail
import Vault

/// The mail by which the doctor tries a mailbox: an ordinary one of ours, class M7, to ourselves.
struct TestMail: Sendable {
    let settings: MailboxSettings
    let loaded: LoadedConfiguration
    let keys: KeyRing
    let world: World

    /// nil when it cannot be composed.
    func make(tagged: Bool) -> PreparedMail? {
        do {
            let desk = try DeskSettings(loaded.configuration)
            guard let name = MailboxName(settings.name.text), let profile = desk.mailbox(named: name),
                let ticket = TicketNumber(1)
            else { return nil }
            let tag = ReplyToken.prefix + Base32.encode(world.randomBytes(16))
            guard let recipient = tagged ? profile.address.tagged(tag) : profile.address else { return nil }
            let letter = Letter(
                mailClass: .staff, mailbox: profile, ticket: ticket, recipient: recipient, recipientName: nil,
                subject: "ticketd check", text: "This is the test mail of `ticketd check`. It can be deleted.",
                isFirstContact: false, language: profile.language)
            return try Dispatch(settings: desk, keys: keys, world: world).prepare(letter)
        } catch {
            return nil
        }
    }
}
