package import Desk
import Synchronization

/// A provider that a test owns: says what it is told to, in order, and remembers what it was asked.
package final class ScriptedIssuer: TokenIssuer {
    private struct State {
        var answers: [Result<IssuedToken, TokenFailure>] = []
        var device: Result<DeviceCode, TokenFailure> = .failure(.unreachable)
        var grants: [TokenGrant] = []
        var whileAsked: (@Sendable () async -> Void)?
    }

    private let state = Mutex(State())

    package init() {}

    package var grants: [TokenGrant] { state.withLock { $0.grants } }

    package func answer(_ answers: Result<IssuedToken, TokenFailure>...) {
        state.withLock { $0.answers += answers }
    }

    package func give(
        _ access: String, refresh: String? = nil, life: Duration = .seconds(3600), refreshLife: Duration? = nil
    ) {
        answer(.success(IssuedToken(access: access, refresh: refresh, life: life, refreshLife: refreshLife)))
    }

    package func refuse(_ failures: TokenFailure...) {
        for failure in failures { answer(.failure(failure)) }
    }

    package func offer(_ device: DeviceCode) {
        state.withLock { $0.device = .success(device) }
    }

    /// Done before the next answer is given, as if the provider thought for a while.
    package func during(_ body: @escaping @Sendable () async -> Void) {
        state.withLock { $0.whileAsked = body }
    }

    package func deviceCode() async throws(TokenFailure) -> DeviceCode {
        try state.withLock { $0.device }.get()
    }

    /// Without an answer left it does not answer.
    package func redeem(_ grant: TokenGrant) async throws(TokenFailure) -> IssuedToken {
        let body = state.withLock { state in
            state.grants.append(grant)
            defer { state.whileAsked = nil }
            return state.whileAsked
        }
        await body?()
        let answer = state.withLock { $0.answers.isEmpty ? nil : $0.answers.removeFirst() }
        return try (answer ?? .failure(.unreachable)).get()
    }
}
