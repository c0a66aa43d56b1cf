import Curl
import Desk
import Foundation
import Post

/// Makes the two network ports of one mailbox from its settings.
struct MailConnections: Sendable {
    let settings: MailboxSettings
    let secrets: SecretSources
    /// What we call ourselves in EHLO: the domain of our own address, never the machine's name.
    let helloName: String

    let world: World
    /// Who has the token of a mailbox with OAuth: the daemon alone. Nobody else can log in there.
    let keeper: TokenKeeper?

    init(_ settings: MailboxSettings, secrets: SecretSources, world: World, keeper: TokenKeeper? = nil) {
        self.keeper = keeper
        self.settings = settings
        self.world = world
        self.secrets = secrets
        helloName = settings.address.split(separator: "@").last.map(String.init) ?? "localhost"
    }

    func mailbox(folder: String? = nil) throws(OperatorError) -> IMAPMailbox {
        guard let endpoint = ServerEndpoint(settings.imap.url, insecure: usesPlainText(settings.imap)),
            let mailbox = IMAPMailbox(
                endpoint, folder: folder ?? settings.folder, options: IMAPMailbox.Options(connection: options),
                world: world, renewed: renewed, login: login)
        else { throw unusable("imap") }
        return mailbox
    }

    func courier() throws(OperatorError) -> SMTPCourier {
        guard let endpoint = ServerEndpoint(settings.smtp.url, insecure: usesPlainText(settings.smtp)),
            let courier = SMTPCourier(endpoint, helloName: helloName, options: options, renewed: renewed, login: login)
        else { throw unusable("smtp") }
        return courier
    }

    private var options: CurlConnection.Options {
        CurlConnection.Options(caFile: settings.caFile, helloName: helloName)
    }

    private func usesPlainText(_ server: MailServer) -> Bool {
        settings.insecure && server.isLoopback && !server.scheme.isEncryptedAtOnce
    }

    /// Read at every connection, so that a changed password file works without a restart.
    private var login: @Sendable () async throws(MailboxFailure) -> MailLogin {
        let (settings, secrets, keeper) = (settings, secrets, keeper)
        return { () async throws(MailboxFailure) -> MailLogin in
            switch settings.signIn {
            case .password(let reference):
                do throws(SecretFailure) {
                    let bytes = try secrets.password(of: reference)
                    return .password(user: settings.username, password: String(decoding: bytes, as: UTF8.self))
                } catch {
                    throw .loginRefused
                }
            case .oauth(let oauth):
                guard let keeper else { throw .signInNeeded }
                let token = try await keeper.accessToken()
                return .bearer(user: settings.username, token: token, mechanism: oauth.mechanism.bearer)
            }
        }
    }

    private var renewed: @Sendable (_ refused: String) async throws(MailboxFailure) -> MailLogin? {
        guard case .oauth(let oauth) = settings.signIn, let keeper else { return { _ in nil } }
        let user = settings.username
        return { (refused) async throws(MailboxFailure) -> MailLogin? in
            guard let token = try await keeper.accessToken(insteadOf: refused) else { return nil }
            return .bearer(user: user, token: token, mechanism: oauth.mechanism.bearer)
        }
    }

    private func unusable(_ key: String) -> OperatorError {
        OperatorError(
            "a mail server cannot be used", thing: "mailbox \(settings.name.text), setting \(key)",
            remedy: "Run `ticketd config check`.", exitCode: .configuration)
    }
}
