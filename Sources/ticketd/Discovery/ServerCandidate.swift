/// A server that may be a mailbox's, how one logs in there, and how we came to know of it.
struct ServerCandidate: Sendable, Hashable {
    enum Source: String, Sendable {
        case table = "the table of known providers"
        case service = "the domain's SRV records"
        case exchanger = "the provider that takes the domain's mail"
        case document = "the domain's own autoconfig"
        case guess = "a guess"
    }

    /// `imaps://host:port` and its like.
    let url: String
    /// What the provider wants as the login name.
    let username: String
    let source: Source
    /// It lies outside the domain of the address, and only unsigned DNS says that it is the right one: RFC 6186 §6
    /// asks for a person's word before a password goes there.
    var needsConsent = false
}
