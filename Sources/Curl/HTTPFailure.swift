/// Why an HTTP exchange gave no answer. An answer of any status is not a failure.
package enum HTTPFailure: Error, Sendable, Equatable {
    /// Nobody listens there: no address, connection refused, no such Unix socket.
    case unreachable
    case tlsRefused
    case timedOut
    /// The answer is larger than the request allows.
    case tooLarge
    /// The connection ended, the answer was no HTTP, or the task was cancelled.
    case dropped
    /// Too many exchanges wait already, or the request could not be set up.
    case overloaded

    package var isTransient: Bool {
        switch self {
        case .unreachable, .timedOut, .dropped, .overloaded: true
        case .tlsRefused, .tooLarge: false
        }
    }
}
