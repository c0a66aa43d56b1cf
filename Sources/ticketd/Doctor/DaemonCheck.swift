import Curl
import Desk
import Foundation
import Mail
import Vault

/// Whether the daemon runs, and whether the links in its mails lead to it.
struct DaemonCheck: Sendable {
    let loaded: LoadedConfiguration
    /// nil when the store does not open; another finding says so.
    let keys: KeyRing?
    let world: World

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
        request.timeout = DoctorLimits.web
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

    /// The link in every mail must reach this desk from outside, and open there.
    private func unsubscribeLink() async -> Finding {
        guard let url = loaded.configuration.service.publicURL?.text else {
            return .problem("unsubscribe", "there is no public_url", mend: "set service.public_url in \(loaded.path)")
        }
        return await UnsubscribeCheck(
            url: url, link: testLink(), option: loaded.option, now: world.now()
        ).examine()
    }

    /// A link as it stands in mails, for a mail that is never sent. Without the keys an unknown one has to do.
    private func testLink() -> String? {
        guard let keys, let settings = loaded.configuration.mailboxes.first else { return nil }
        do throws(OperatorError) {
            let desk = try DeskSettings(loaded.configuration)
            let test = TestMail(settings: settings, desk: desk, keys: keys, world: world)
            return test.make(TestMail.Way())?.outbound.unsubscribe.headerURL
        } catch {
            return nil
        }
    }
}
