import Desk

/// The word for a failure in logs.
extension StoreFailure {
    var word: PublicWord {
        switch self {
        case .notWritable: "not-writable"
        case .busy: "busy"
        case .ioFailed: "io-failed"
        case .damaged: "damaged"
        case .keyDestroyed: "key-destroyed"
        case .keyHeld: "key-held"
        case .notFound: "not-found"
        }
    }
}
