package import Mail

/// A mailbox in which the copies of one sender's mail can be found.
package protocol CopyMailbox: Mailbox {
    /// UIDs of the opened folder that the server says are from this address, or ask for answers to it. It may name too
    /// many; what it misses is found by where we know copies to be.
    func search(author: EmailAddress) async throws(MailboxFailure) -> [UInt32]
}
