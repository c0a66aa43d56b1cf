/// Why a verb was refused. Rendered by the API as problem+json and by the command line as one line.
package enum DeskRefusal: Error, Sendable, Equatable {
    /// It does not exist, or the principal may not know that it does.
    case notFound(Subject)
    case forbidden(Scope)
    /// Somebody was faster: the ticket has this version now.
    case conflict(currentVersion: Int64)
    /// A value cannot be: which one, and what is expected instead.
    case invalid(field: String, expected: String)
    /// Nothing may leave, by configuration; the sentence says why and what to do.
    case sendingRefused(String)
    case storage(StoreFailure)

    package enum Subject: String, Sendable {
        case ticket, message, attachment, person, entry, token, agent, mailbox, link, draft, quarantine
        case filter, wording, webhook, request, erasure, restriction, hold, purpose, export
        case breach
        case signIn = "sign-in"
    }
}
