import Desk

/// Says who asks: the bearer of a token or, on the admin socket, the user the kernel names.
struct Doorkeeper: Sendable {
    let desk: Helpdesk

    func principal(of request: WebRequest) async throws(APIFailure) -> Principal {
        guard let header = request.header("authorization") else {
            // Only the admin socket brings a principal with it; over TCP nobody is known without a token.
            guard request.listener == .adminSocket, let peer = request.principal else {
                throw .unauthenticated(isTokenBad: false)
            }
            return try await principal(of: peer, localUser: request.localUser)
        }
        // RFC 6750 §2.1; the scheme is case-insensitive (RFC 9110 §11.1).
        let parts = header.split(separator: " ", maxSplits: 1)
        guard parts.count == 2, parts[0].lowercased() == "bearer" else { throw .unauthenticated(isTokenBad: false) }
        let principal: Principal?
        do throws(DeskRefusal) {
            principal = try await desk.authenticate(bearer: String(parts[1]))
        } catch {
            throw .refused(error, thing: "the token")
        }
        guard let principal else { throw .unauthenticated(isTokenBad: true) }
        return principal
    }

    /// A local user who is not the operator may have been named to be an agent; the desk knows.
    private func principal(of peer: Principal, localUser: UInt32?) async throws(APIFailure) -> Principal {
        guard peer == .unmappedLocalUser, let localUser else { return peer }
        return try await asking(about: "the local user") { () async throws(DeskRefusal) in
            try await desk.principal(ofLocalUser: localUser)
        }
    }
}
