import Desk

extension StoreFailure {
    var word: PublicWord {
        switch self {
        case .notWritable: "not-writable"
        case .busy: "busy"
        case .ioFailed: "io-failed"
        case .damaged: "damaged"
        case .keyDestroyed: "key-destroyed"
        case .notFound: "not-found"
        }
    }
}

extension MailboxFailure {
    var word: PublicWord {
        switch self {
        case .loginRefused: "login-refused"
        case .unreachable: "unreachable"
        case .tlsRefused: "tls-refused"
        case .protocolViolation: "protocol-violation"
        case .serverUnavailable: "server-unavailable"
        case .folderMissing: "folder-missing"
        }
    }
}
