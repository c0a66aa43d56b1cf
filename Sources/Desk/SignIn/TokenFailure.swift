/// Why a provider's token address gave nothing. Carries no text of the provider's: such texts quote names.
package enum TokenFailure: Error, Sendable, Equatable {
    /// The person has not come yet (RFC 8628 §3.5 authorization_pending).
    case pending
    /// We ask too often (slow_down).
    case tooFast
    /// No answer, or none that can be used: later perhaps.
    case unreachable
    case untrusted
    /// It says no. `number` is what Microsoft calls an AADSTS code: its own key to the cause.
    case refused(TokenRefusal, number: Int?)

    package var isTransient: Bool {
        switch self {
        case .pending, .tooFast, .unreachable, .untrusted: true
        case .refused: false
        }
    }
}
