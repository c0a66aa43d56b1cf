internal import Curl
internal import Desk

/// What libcurl's failures mean to the desk.
extension MailboxFailure {
    init(_ failure: CurlFailure) {
        self =
            switch failure {
            case .loginRefused: .loginRefused
            case .tlsRefused: .tlsRefused
            case .serverUnavailable: .serverUnavailable
            case .protocolViolation: .protocolViolation
            case .unreachable, .dropped: .unreachable
            }
    }
}
