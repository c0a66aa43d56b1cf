internal import Desk

/// What ends a round of intake before it is done.
enum IntakeFailure: Error, Equatable {
    case mailbox(MailboxFailure)
    case store(StoreFailure)
    case cancelled

    init(_ error: any Error) {
        switch error {
        case let failure as IntakeFailure: self = failure
        case let failure as MailboxFailure: self = .mailbox(failure)
        case let failure as StoreFailure: self = .store(failure)
        default: self = .cancelled
        }
    }
}
