import ArgumentParser
import Desk
import Foundation
import Mail
import Vault

/// Making the keys mail is signed with.
extension KeysCommand {
    /// Makes an RSA and an Ed25519 key, or shows what to publish for those that are there.
    struct DKIM: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "dkim",
            abstract: "Make the keys a mailbox's replies are signed with; print the DNS records and the setting.",
            discussion: """
                Two keys, because not everybody understands the newer: RSA with 2048 bits, and Ed25519 (RFC 8463). \
                Publish the records first, set `dkim` of the mailbox when `ticketd check` finds them, then \
                `systemctl reload ticketd`. Keys that are there already are not touched, only shown. To replace \
                them, make others under a new --selector, and leave the old records for a week.
                """)
        @Argument(help: "The mailbox, as the configuration names it.") var mailbox: String
        @Option(name: .long, help: "The beginning of their names in the DNS; each key adds a letter.")
        var selector = "ticketd1"
        @Option(name: .long, help: "The folder to put them into, instead of that of the credentials.")
        var directory = SecretSources.credentialsFolder
        @OptionGroup var config: ConfigOption

        func run() async throws {
            let loaded = try config.load()
            guard let settings = loaded.configuration.mailboxes.first(where: { $0.name.text == mailbox }),
                let address = EmailAddress(settings.address)?.withASCIIDomain
            else {
                throw OperatorError(
                    "there is no such mailbox", thing: mailbox, remedy: "See `ticketd mailboxes list`.",
                    exitCode: .usage)
            }
            guard let selector = PlainName(selector), selector.text.utf8.count < 60 else {
                throw OperatorError(
                    "a selector is a name in the DNS", thing: self.selector,
                    remedy: "Use letters, digits and '-', at most 59.", exitCode: .usage)
            }
            let making = SigningKeyMaking(domain: address.domain, selector: selector.text, directory: directory)
            let made = try SigningKey.Kind.allCases.map { kind in try making.key(kind) }
            Output.line("Publish:\n")
            for key in made { Output.line(SigningRecord.line(of: key.identity, record: key.record)) }
            Output.line("\nThen set for the mailbox, and `systemctl reload ticketd`:\n")
            let entries = made.map { "{selector = \"\($0.identity.selector)\", key = \"\($0.reference)\"}" }
            Output.line("dkim = [\(entries.joined(separator: ", "))]")
        }
    }
}
