internal import Curl
internal import Desk

/// Who we are to one server, asked anew at every connecting.
struct LoginSource: Sendable {
    let login: @Sendable () async throws(MailboxFailure) -> MailLogin
    /// Another login in the place of a token that the server refused; nil when there is none.
    let renewed: @Sendable (_ refused: String) async throws(MailboxFailure) -> MailLogin?

    /// A refused token is replaced once: its life may have ended by the server's clock, or it was taken back
    /// (gdpr.md C7). A fresh one that is refused too means what it says.
    func connect(
        to endpoint: ServerEndpoint, options: CurlConnection.Options
    ) async throws(MailboxFailure) -> CurlConnection {
        let first = try await login()
        do throws(CurlFailure) {
            return try await CurlConnection.open(endpoint, login: first, options: options)
        } catch {
            guard error == .loginRefused, case .bearer(_, let token, _) = first,
                let second = try await renewed(token)
            else { throw MailboxFailure(error) }
            return try await again(endpoint, second, options)
        }
    }

    private func again(
        _ endpoint: ServerEndpoint, _ login: MailLogin, _ options: CurlConnection.Options
    ) async throws(MailboxFailure) -> CurlConnection {
        do throws(CurlFailure) {
            return try await CurlConnection.open(endpoint, login: login, options: options)
        } catch {
            throw MailboxFailure(error)
        }
    }
}
