import Desk
import Mail
import Vault

/// The mail by which the doctor tries a mailbox: an ordinary one of ours, class M7, to ourselves.
struct TestMail: Sendable {
    let settings: MailboxSettings
    let desk: DeskSettings
    let keys: KeyRing
    let world: World

    /// How the mail travels: under a plus address, and from the null sender as all our automatic mail.
    struct Way: Sendable, Hashable {
        var isTagged = true
        var isFromNobody = true
    }

    /// nil when it cannot be composed.
    func make(_ way: Way) -> PreparedMail? {
        do {
            guard let name = MailboxName(settings.name.text), var profile = desk.mailbox(named: name),
                let ticket = TicketNumber(1)
            else { return nil }
            profile.usesNullSender = way.isFromNobody
            let tag = ReplyToken.prefix + Base32.encode(world.randomBytes(16))
            guard let recipient = way.isTagged ? profile.address.tagged(tag) : profile.address else { return nil }
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
