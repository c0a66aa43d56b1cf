/// What the mailbox's own server found out about the author: DMARC, as it reported it.
package enum AuthenticationVerdict: String, Sendable, Equatable {
    /// No report, or none that says pass or fail.
    case none
    case pass
    case fail
}
