import Desk
import Foundation
import Mail
import Vault

/// Reads the keys mail is signed with from where the configuration says.
extension SigningIdentity {
    /// Those of every mailbox; the domain is that of the mailbox's address.
    static func read(_ loaded: LoadedConfiguration) throws(OperatorError) -> [SigningIdentity] {
        var identities: [SigningIdentity] = []
        for mailbox in loaded.configuration.mailboxes {
            for settings in mailbox.dkim {
                identities.append(try read(settings, of: mailbox, from: loaded.secrets))
            }
        }
        return identities
    }

    private static func read(
        _ settings: DKIMSettings, of mailbox: MailboxSettings, from secrets: SecretSources
    ) throws(OperatorError) -> SigningIdentity {
        guard let address = EmailAddress(mailbox.address)?.withASCIIDomain else {
            throw unusable(settings, mailbox, "The mailbox has no usable address.")
        }
        var pem: [UInt8]
        do throws(SecretFailure) {
            pem = try secrets.bytes(of: settings.key)
        } catch {
            throw unusable(settings, mailbox, error.description)
        }
        defer { for index in pem.indices { pem[index] = 0 } }
        do throws(VaultFailure) {
            return SigningIdentity(
                domain: address.domain, selector: settings.selector.text, key: try SigningKey(pem: pem))
        } catch {
            throw unusable(settings, mailbox, "It has to be RSA of 2048 bits or more, or Ed25519, as PEM.")
        }
    }

    private static func unusable(
        _ settings: DKIMSettings, _ mailbox: MailboxSettings, _ cause: String
    ) -> OperatorError {
        OperatorError(
            "a key for signing mail cannot be used", thing: "\(settings.key.text) of mailbox \(mailbox.name.text)",
            remedy: "\(cause) Make keys with `ticketd keys dkim \(mailbox.name.text)`.", exitCode: .configuration)
    }
}

/// The settings with what they need of the secrets.
extension DeskSettings {
    init(_ loaded: LoadedConfiguration) throws(OperatorError) {
        try self.init(loaded.configuration)
        signing = try SigningIdentity.read(loaded)
    }
}
