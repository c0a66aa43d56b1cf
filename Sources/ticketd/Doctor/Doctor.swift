import Desk
import Foundation
import Mail
import Store
import Vault

/// Examines what a working desk needs, one thing after the other. Changes nothing: the test mail it sends to itself is
/// removed again.
///
/// It works beside a running daemon and says so when none runs. As root it reads the secrets and then becomes the owner
/// of the state folder, so that no file there ends up root's.
struct Doctor: Sendable {
    let config: ConfigOption
    let sendsMail: Bool

    func examine() async -> [Finding] {
        let loaded: LoadedConfiguration
        do throws(ConfigurationRejected) {
            loaded = try config.read().withRememberedPasswords()
        } catch {
            return error.problems.map(Finding.init)
        }
        var findings = [configuration(loaded)] + questions(loaded)
        let root = root(loaded, &findings)
        do throws(OperatorError) {
            try ProcessHygiene.becomeOwner(of: loaded.configuration.service.stateDirectory)
        } catch {
            return findings + [Finding("files", error)]
        }
        let world = World.live()
        let (state, keys) = StateCheck(loaded: loaded, root: root).examine()
        findings += state + [clock(world)]
        findings += await DaemonCheck(loaded: loaded, keys: keys, world: world).examine()
        findings += replaced(loaded)
        if let keys { findings += LedgerCheck(loaded: loaded, keys: keys).examine() }
        findings += BackupCheck(loaded: loaded, root: root, now: world.now()).examine()
        return findings + (await mailboxes(loaded, keys, world))
    }

    /// Each mailbox, and each domain once.
    private func mailboxes(_ loaded: LoadedConfiguration, _ keys: KeyRing?, _ world: World) async -> [Finding] {
        var findings: [Finding] = []
        var signatures: [DomainLabel: [SignatureName]] = [:]
        var domains: [DomainLabel] = []
        for mailbox in loaded.configuration.mailboxes {
            let (found, report) = await MailboxCheck(
                settings: mailbox, loaded: loaded, keys: keys, sendsMail: sendsMail, world: world
            ).examine()
            findings += found
            guard let domain = EmailAddress(mailbox.address).flatMap({ DomainLabel($0.withASCIIDomain.domain) }) else {
                continue
            }
            if !domains.contains(domain) { domains.append(domain) }
            if let arrival = report.arrival { signatures[domain, default: []] += arrival.message.signatureNames }
        }
        let (keys, unreadable) = signingKeys(loaded)
        findings += unreadable
        for domain in domains {
            findings += await DomainCheck(
                domain: domain, naming: .live(world: world), signatures: signatures[domain],
                keys: keys.filter { $0.domain == domain.text }
            ).examine()
        }
        return findings
    }

    private func signingKeys(_ loaded: LoadedConfiguration) -> ([SigningIdentity], [Finding]) {
        do throws(OperatorError) {
            return (try SigningIdentity.read(loaded), [])
        } catch {
            return ([], [Finding("signing", error)])
        }
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
            findings.append(Finding("keys", error))
            return nil
        }
    }

    private func replaced(_ loaded: LoadedConfiguration) -> [Finding] {
        ReplacedFiles.folders(in: loaded.configuration.service.stateDirectory).map { folder in
            .remark(
                "replaced files", "\(folder) holds what stood here before a restore, erased data included",
                mend: "remove it when the restored desk is as it should be; else the daemon does after backup.keys.keep"
            )
        }
    }

    private func clock(_ world: World) -> Finding {
        // The newest source file of this program is from 2026: an earlier clock is wrong.
        world.now().timeIntervalSince1970 > 1_767_225_600
            ? .well("clock", "plausible")
            : .problem("clock", "the clock is in the past", mend: "timedatectl set-ntp true")
    }
}
