import Curl
import Desk
import Foundation
import Store
import Vault

/// Examines what a working desk needs, one thing after the other. Changes nothing but the test mail it sends to itself.
///
/// It works beside a running daemon and without one.
struct Doctor: Sendable {
    let config: ConfigOption
    let sendsMail: Bool

    func examine() async -> [Finding] {
        let loaded: LoadedConfiguration
        do throws(OperatorError) {
            loaded = try config.load()
        } catch {
            return [.problem("configuration", error.what + ": " + error.thing, mend: error.remedy)]
        }
        var findings = [configuration(loaded)] + questions(loaded)
        let root = root(loaded, &findings)
        let keys = root.flatMap { open(loaded, $0, &findings) }
        findings += files(loaded) + [disk(loaded), clock()]
        findings.append(await daemon(loaded))
        findings += BackupCheck(loaded: loaded, root: root, now: World.live().now()).examine()
        findings.append(await unsubscribeLink(loaded))
        for mailbox in loaded.configuration.mailboxes {
            findings += await MailboxCheck(
                settings: mailbox, loaded: loaded, keys: keys, sendsMail: sendsMail, world: .live()).examine()
        }
        return findings
    }

    private func configuration(_ loaded: LoadedConfiguration) -> Finding {
        loaded.configuration.mailboxes.isEmpty
            ? .problem("configuration", "there is no mailbox", mend: "ticketd init ADDRESS")
            : .well("configuration", "\(loaded.path) is valid")
    }

    private func questions(_ loaded: LoadedConfiguration) -> [Finding] {
        var findings: [Finding] = []
        if let refusal = loaded.configuration.sendingRefusal {
            findings.append(.problem("sending", refusal, mend: "set service.public_url in \(loaded.path)"))
        }
        for question in loaded.configuration.unanswered {
            findings.append(.remark("open question", question, mend: "answer it in \(loaded.path)"))
        }
        return findings
    }

    private func root(_ loaded: LoadedConfiguration, _ findings: inout [Finding]) -> SecretBytes? {
        do throws(OperatorError) {
            return try RootKey.read(loaded)
        } catch {
            findings.append(.problem("keys", "\(error.what): \(error.thing)", mend: error.remedy))
            return nil
        }
    }

    private func open(_ loaded: LoadedConfiguration, _ root: SecretBytes, _ findings: inout [Finding]) -> KeyRing? {
        let directory = loaded.configuration.service.stateDirectory
        do throws(Store.OpeningFailure) {
            let keys = try Store.openKeys(directory: directory, root: root).keys
            findings.append(.well("keys", "the root key opens the store"))
            return keys
        } catch {
            let error = OpenedStore.error(error, directory: directory)
            findings.append(.problem("keys", "\(error.what): \(error.thing)", mend: error.remedy))
            return nil
        }
    }

    private func files(_ loaded: LoadedConfiguration) -> [Finding] {
        let directory = loaded.configuration.service.stateDirectory
        let state = StateFiles(directory: directory)
        return [(directory, 0o700), (state.desk, 0o600), (state.keys, 0o600)].compactMap { path, mode in
            guard let attributes = FileModes.mode(of: path) else { return nil }
            guard attributes & 0o077 == 0 else {
                return .problem(
                    "files", "\(path) can be read by others", mend: "chmod \(String(mode, radix: 8)) \(path)")
            }
            return .well("files", "\(path) is private")
        }
    }

    private func disk(_ loaded: LoadedConfiguration) -> Finding {
        let directory = loaded.configuration.service.stateDirectory
        guard let free = DiskSpace.free(at: directory) else {
            return .problem("disk", "the free space of \(directory) cannot be told", mend: "check that it exists")
        }
        let mebibytes = free / 1_048_576
        return free < 512 * 1_048_576
            ? .problem("disk", "only \(mebibytes) MiB are free at \(directory)", mend: "free some space")
            : .well("disk", "\(mebibytes) MiB are free at \(directory)")
    }

    private func clock() -> Finding {
        // The newest source file of this program is from 2026: an earlier clock is wrong.
        World.live().now().timeIntervalSince1970 > 1_767_225_600
            ? .well("clock", "plausible")
            : .problem("clock", "the clock is in the past", mend: "timedatectl set-ntp true")
    }

    private func daemon(_ loaded: LoadedConfiguration) async -> Finding {
        let client = AdminClient(socket: loaded.configuration.service.adminSocket)
        do throws(OperatorError) {
            _ = try await client.send(.get, "/readyz")
            return .well("daemon", "it runs and is ready")
        } catch {
            return error.exitCode == .unavailable && error.what.contains("does not answer")
                ? .remark("daemon", "it does not run", mend: "systemctl start ticketd")
                : .problem("daemon", "\(error.what) \(error.thing)", mend: "ticketd status")
        }
    }

    /// The link in every mail must reach this desk from outside.
    private func unsubscribeLink(_ loaded: LoadedConfiguration) async -> Finding {
        guard let url = loaded.configuration.service.publicURL?.text else {
            return .problem("unsubscribe", "there is no public_url", mend: "set service.public_url in \(loaded.path)")
        }
        guard var request = HTTPRequest("GET", url + "/u/check") else {
            return .problem("unsubscribe", "public_url cannot be asked", mend: "ticketd config check")
        }
        request.timeout = .seconds(15)
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
