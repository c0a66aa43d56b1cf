/// Why a stream of IMAP replies cannot be followed any further. Anything less is an `.unreadable` reply.
enum IMAPViolation: Error, Sendable, Equatable {
    case lineTooLong
    case literalTooLarge
    case tooManyLiterals
    /// A line ended inside quotes and looks as if a literal followed: both readings are possible, so neither is taken.
    case ambiguousLiteral
}
