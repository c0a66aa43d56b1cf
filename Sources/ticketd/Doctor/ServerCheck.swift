import Curl
import Foundation

/// Whether a mail server answers, by TLS that proves its name, and for how long its certificate still does.
struct ServerCheck: Sendable {
    let caFile: String?
    let isInsecure: Bool
    let now: Date

    func examine(_ server: MailServer) async -> Finding {
        let usesPlainText = isInsecure && server.isLoopback && !server.scheme.isEncryptedAtOnce
        guard let endpoint = ServerEndpoint(server.url, insecure: usesPlainText) else {
            return .problem("server", "\(server.url) cannot be used", mend: "ticketd config check")
        }
        let outcome = await ServerTrial.run(endpoint, caFile: caFile, timeout: DoctorLimits.connect)
        return finding(outcome, server.url)
    }

    func finding(_ outcome: ServerTrial.Outcome, _ url: String) -> Finding {
        guard case .well(let end) = outcome else {
            let (what, remedy) = outcome.words(url) ?? ("\(url) cannot be used", "Run `ticketd config check`.")
            return .problem("server", what, mend: remedy)
        }
        guard let end else { return .well("server", "\(url) answers, without TLS on this machine") }
        let left = end.timeIntervalSince(now)
        let days = Int((left / 86_400).rounded(.down))
        guard left < DoctorLimits.certificateRemark else {
            return .well("server", "\(url) answers; its certificate is good for \(days) days")
        }
        let message = "the certificate of \(url) ends in \(days) days"
        let mend = "have it renewed; `certbot renew` where it is yours"
        return left < DoctorLimits.certificateProblem
            ? .problem("server", message, mend: mend) : .remark("server", message, mend: mend)
    }
}
