import Curl
import Foundation

/// Whether the daemon runs, and whether the links in its mails lead to it.
struct DaemonCheck: Sendable {
    let loaded: LoadedConfiguration

    private static let patience = Duration.seconds(15)

    func examine() async -> [Finding] {
        [await daemon(), await unsubscribeLink()]
    }

    /// How this installation's daemon is started.
    private var start: String {
        loaded.option.isEmpty ? "systemctl start ticketd" : "ticketd serve" + loaded.option
    }

    private func daemon() async -> Finding {
        let socket = loaded.configuration.service.adminSocket
        guard var request = HTTPRequest("GET", "http://ticketd/readyz") else {
            return .problem(
                "daemon", "the socket \(socket) cannot be asked", mend: "ticketd config check" + loaded.option)
        }
        request.unixSocket = socket
        request.timeout = Self.patience
        do throws(HTTPFailure) {
            let response = try await HTTPClient.send(request)
            guard response.status != 200 else { return .well("daemon", "it runs and is ready") }
            let reasons = String(decoding: response.body, as: UTF8.self).split(separator: "\n").dropFirst()
            return .problem(
                "daemon", "it runs and is not ready: \(reasons.joined(separator: ", "))",
                mend: "ticketd status" + loaded.option)
        } catch .unreachable {
            return .problem("daemon", "it does not run", mend: start)
        } catch {
            return .problem("daemon", "it does not answer at \(socket) (\(error))", mend: "journalctl -u ticketd")
        }
    }

    /// The link in every mail must reach this desk from outside.
    private func unsubscribeLink() async -> Finding {
        guard let url = loaded.configuration.service.publicURL?.text else {
            return .problem("unsubscribe", "there is no public_url", mend: "set service.public_url in \(loaded.path)")
        }
        guard var request = HTTPRequest("GET", url + "/u/check") else {
            return .problem("unsubscribe", "public_url cannot be asked", mend: "ticketd config check" + loaded.option)
        }
        request.timeout = Self.patience
        do throws(HTTPFailure) {
            let response = try await HTTPClient.send(request)
            // An unknown token gets the constant page of ours; a proxy that answers itself or redirects does not.
            guard response.status == 404, response.header("X-Robots-Tag") == "noindex" else {
                return .problem(
                    "unsubscribe", "\(url)/u/ is answered by something else (status \(response.status))",
                    mend: "compare your proxy with config/nginx.conf or config/Caddyfile")
            }
            return .well("unsubscribe", "\(url)/u/ reaches this desk")
        } catch {
            return .problem(
                "unsubscribe", "\(url) does not answer (\(error))",
                mend: "start the daemon, then check DNS, the proxy and the firewall")
        }
    }
}
