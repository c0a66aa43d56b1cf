/// What an erasure removes, or would remove, in numbers.
package struct ErasureCounts: Sendable, Equatable {
    /// Tickets that go whole.
    package var tickets: Int
    /// Tickets that stay because somebody else wrote in them, without the person's words and subject.
    package var emptied: Int
    package var messages: Int
    package var attachments: Int
    /// Entries of the outbox, sent or not.
    package var mails: Int
    /// Copies whose place on a mail server is known. Others are looked for there by sender.
    package var copies: Int
    package var quarantined: Int

    package init(
        tickets: Int = 0, emptied: Int = 0, messages: Int = 0, attachments: Int = 0, mails: Int = 0, copies: Int = 0,
        quarantined: Int = 0
    ) {
        self.tickets = tickets
        self.emptied = emptied
        self.messages = messages
        self.attachments = attachments
        self.mails = mails
        self.copies = copies
        self.quarantined = quarantined
    }
}
