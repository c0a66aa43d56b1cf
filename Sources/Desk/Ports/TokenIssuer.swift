/// The token address of a mailbox's provider. One question, one answer; who asks again is decided by the caller.
package protocol TokenIssuer: Sendable {
    /// RFC 8628 §3.1.
    func deviceCode() async throws(TokenFailure) -> DeviceCode
    /// RFC 6749 §4.1.3, §4.4.2, §6; RFC 8628 §3.4.
    func redeem(_ grant: TokenGrant) async throws(TokenFailure) -> IssuedToken
}
