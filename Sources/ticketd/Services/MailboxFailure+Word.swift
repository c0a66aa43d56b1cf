import Desk

/// The word for a failure in logs.
extension MailboxFailure {
    var word: PublicWord {
        switch self {
        case .loginRefused: "login-refused"
        case .signInNeeded: "sign-in-needed"
        case .unreachable: "unreachable"
        case .tlsRefused: "tls-refused"
        case .protocolViolation: "protocol-violation"
        case .serverUnavailable: "server-unavailable"
        case .folderMissing: "folder-missing"
        }
    }
}
