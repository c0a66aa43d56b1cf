/// Why a mail server could not be reached or stopped talking. Carries no text of the server's: replies quote addresses.
package enum CurlFailure: Error, Sendable, Equatable {
    /// The server refused these credentials for good: AUTHENTICATIONFAILED, AUTHORIZATIONFAILED, EXPIRED, 535, 534.
    case loginRefused
    /// No address, no route, no answer in time.
    case unreachable
    /// No encryption, or a certificate that does not prove the server's name.
    case tlsRefused
    /// It answered, and said that it will not serve us now.
    case serverUnavailable
    /// It said something that is not the protocol.
    case protocolViolation
    /// The established connection ended, or its owner closed it.
    case dropped

    package var isTransient: Bool {
        switch self {
        case .unreachable, .serverUnavailable, .protocolViolation, .dropped: true
        case .loginRefused, .tlsRefused: false
        }
    }
}
