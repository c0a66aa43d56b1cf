import Foundation

/// What a client sends for XOAUTH2 or OAUTHBEARER (RFC 7628 §3.1), taken apart. Nil for any other mechanism.
struct BearerResponse {
    /// `{"status":"401"}`
    static let refusal = "eyJzdGF0dXMiOiI0MDEifQ=="

    let user: String
    let token: String

    init?(mechanism: String, encoded: String) {
        guard ["XOAUTH2", "OAUTHBEARER"].contains(mechanism.uppercased()) else { return nil }
        let parts = String(decoding: Data(base64Encoded: encoded) ?? Data(), as: UTF8.self).split(separator: "\u{1}")
        var user = ""
        var token = ""
        for part in parts {
            if part.hasPrefix("user=") { user = String(part.dropFirst(5)) }
            if part.hasPrefix("n,a=") { user = String(part.dropFirst(4).prefix { $0 != "," }) }
            if part.hasPrefix("auth=Bearer ") { token = String(part.dropFirst(12)) }
        }
        self.user = user
        self.token = token
    }
}
