import Curl
import Foundation

/// The way out of every mail, gone from outside: through DNS, the proxy and its TLS to this desk and back.
///
/// Changes nothing: a page is fetched, and then posted to with words that unsubscribe nobody.
struct UnsubscribeCheck: Sendable {
    /// `service.public_url`.
    let url: String
    /// One that this desk must know; nil when none could be made.
    let link: String?
    let option: String
    let now: Date

    private let check = "unsubscribe"

    init(url: String, link: String?, option: String, now: Date) {
        self.url = url
        self.link = link
        self.option = option
        self.now = now
    }

    func examine() async -> Finding {
        do throws(HTTPFailure) {
            guard let page = try await send("GET", nil) else { return unaskable }
            if let wrong = judge(page: page) { return wrong }
            guard let refusal = try await send("POST", Array("check=1".utf8)) else { return unaskable }
            // A mail client's one click is a POST: a proxy that redirects it or keeps it loses unsubscribes.
            guard refusal.status == 400 else {
                return .problem(
                    check, "\(url)/u/ does not let a POST through (status \(refusal.status))",
                    mend: "compare your proxy with config/nginx.conf or config/Caddyfile")
            }
            return ending(page.certificateEnds)
                ?? .well(check, "\(url)/u/ reaches this desk, and a link of it opens")
        } catch .tlsRefused {
            return .problem(
                check, "the certificate of \(url) is not valid", mend: "have it renewed: mail clients refuse it too")
        } catch {
            return .problem(
                check, "\(url) does not answer (\(error))",
                mend: "start the daemon, then check DNS, the proxy and the firewall")
        }
    }

    private var unaskable: Finding {
        .problem(check, "public_url cannot be asked", mend: "ticketd config check" + option)
    }

    private func judge(page: HTTPResponse) -> Finding? {
        let isOurs = page.header("X-Robots-Tag") == "noindex"
        let expected = link == nil ? 404 : 200
        if isOurs, page.status == expected { return nil }
        guard isOurs, page.status == 404 else {
            return .problem(
                check, "\(url)/u/ is answered by something else (status \(page.status))",
                mend: "compare your proxy with config/nginx.conf or config/Caddyfile")
        }
        return .problem(
            check, "\(url)/u/ reaches a desk with other keys: its links do not open there",
            mend: "let public_url lead to this daemon, and restart it if its store was replaced")
    }

    private func send(_ method: String, _ body: [UInt8]?) async throws(HTTPFailure) -> HTTPResponse? {
        let headers = body == nil ? [] : [(name: "Content-Type", value: "application/x-www-form-urlencoded")]
        guard var request = HTTPRequest(method, link ?? url + "/u/check", headers: headers, body: body) else {
            return nil
        }
        request.timeout = DoctorLimits.web
        request.inspectsCertificate = true
        return try await HTTPClient.send(request)
    }

    private func ending(_ end: Date?) -> Finding? {
        guard let end, end.timeIntervalSince(now) < DoctorLimits.certificateRemark else { return nil }
        let left = end.timeIntervalSince(now)
        let message = "the certificate of \(url) ends in \(Int((left / 86_400).rounded(.down))) days"
        let mend = "have it renewed, such as by `certbot renew`; Caddy does it by itself"
        return left < DoctorLimits.certificateProblem
            ? .problem(check, message, mend: mend) : .remark(check, message, mend: mend)
    }
}
