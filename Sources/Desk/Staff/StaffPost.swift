package import Mail
package import Vault

/// Mails to staff (class M7), over a connection of its own and past the outbox: an alarm must leave while the store
/// cannot be written and the mailbox's own server is down.
///
/// Nothing is queued. Whoever calls knows what was not taken, and tells it again.
package struct StaffPost: Sendable {
    let settings: DeskSettings
    let keys: KeyRing
    let world: World
    let courier: any Courier

    package init(settings: DeskSettings, keys: KeyRing, world: World, courier: any Courier) {
        self.settings = settings
        self.keys = keys
        self.world = world
        self.courier = courier
    }

    /// Whether some server took it for somebody. Says farewell afterwards.
    package func send(_ words: StaffWords, to recipients: [EmailAddress]) async -> Bool {
        var isTaken = false
        for recipient in recipients {
            if await send(words, to: recipient) { isTaken = true }
        }
        await close()
        return isTaken
    }

    /// Whether a server took it. False also where no mail can carry a working link.
    package func send(_ words: StaffWords, to recipient: EmailAddress) async -> Bool {
        guard settings.sendingRefusal == nil, let mailbox = settings.mailboxes.first else { return false }
        let letter = Letter(
            mailClass: .staff, mailbox: mailbox, ticket: nil, sender: words.sender, recipient: recipient,
            recipientName: nil, subject: words.subject, text: words.text, isFirstContact: false,
            language: words.language)
        do throws(Dispatch.Failure) {
            let mail = try Dispatch(settings: settings, keys: keys, world: world).prepare(letter)
            return await hand(mail.outbound, addressed: words.sender ?? mailbox.address)
        } catch {
            return false
        }
    }

    /// Says farewell to the server.
    package func close() async {
        await courier.close()
    }

    private func hand(_ outbound: Outbound, addressed sender: EmailAddress) async -> Bool {
        var outcome = await courier.send(outbound, checkpoint: OpenPassage())
        if case .refused(_, at: .sender) = outcome, outbound.sender == .null,
            let named = outbound.sent(by: .address(sender))
        {
            // Some servers take no null sender from a submitter; the mail itself is not at fault.
            outcome = await courier.send(named, checkpoint: OpenPassage())
        }
        switch outcome {
        case .accepted, .unknown: return true
        case .deferred, .refused, .withheld, .unavailable: return false
        }
    }
}

/// No unsubscribe stands between staff and an alarm; who hears was decided before.
private struct OpenPassage: SendCheckpoint {
    func mayBegin() async -> Bool { true }
    func handing() async throws(StoreFailure) {}
}
