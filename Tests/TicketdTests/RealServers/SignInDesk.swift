import Foundation
import LoopbackMail
import Synchronization

/// ticketd on a mailbox of the private post office that opens with tokens alone, and their provider.
///
/// Dovecot and the SMTP front look every token up in the office's folder: the provider puts a file there for each it
/// gives, and takes away those that end.
final class SignInDesk {
    private final class Tokens: Sendable {
        let owner = Mutex("")
        let folder: String

        init(folder: String) {
            self.folder = folder
        }

        func add(_ token: String) {
            let owner = owner.withLock { $0 }
            try? Data(owner.utf8).write(to: URL(fileURLWithPath: "\(folder)/\(token)"))
        }

        func remove(_ token: String) {
            try? FileManager.default.removeItem(atPath: "\(folder)/\(token)")
        }
    }

    let desk: OfficeDesk
    let provider: TokenLoopback

    init(_ security: PostOffice.Security = .fromTheStart, flow: String, mechanism: String = "xoauth2") throws {
        let tokens = Tokens(folder: try PostOffice().value("TOKENS"))
        let provider = TokenLoopback(onIssue: tokens.add, onRevoke: tokens.remove)
        if flow == "client" { provider.rule { $0.secret = "hush" } }
        let secret = flow == "client" ? ", client_secret = \"file:DIRECTORY/credentials/client\"" : ""
        let oauth =
            "{client_id = \"desk\", token_url = \"\(provider.tokenURL)\", device_url = \"\(provider.deviceURL)\", "
            + "authorization_url = \"\(provider.authorizationURL)\", scopes = [\"mail\", \"offline_access\"], "
            + "flow = \"\(flow)\", mechanism = \"\(mechanism)\"\(secret)}"
        desk = try OfficeDesk(security, changes: ["password": nil, "oauth": oauth])
        self.provider = provider
        tokens.owner.withLock { [address = desk.support.address] in $0 = address }
        try Data("hush\n".utf8).write(to: URL(fileURLWithPath: desk.daemon.directory + "/credentials/client"))
    }

    deinit {
        provider.endAccessTokens()
        provider.stop()
    }

    var daemon: DaemonProcess { desk.daemon }

    /// By a device code, with the person there at once.
    func signIn() throws {
        let begun = try daemon.json("POST", "/api/v1/mailboxes/support/login", body: [:])
        let prompt = begun["prompt"] as? DaemonProcess.JSON
        provider.settle(userCode: prompt?["userCode"] as? String ?? "")
        try daemon.wait("the mailbox is signed in") {
            try login()["state"] as? String == "signed-in" && login()["prompt"] is NSNull
        }
    }

    func login() throws -> DaemonProcess.JSON { try daemon.json("GET", "/api/v1/mailboxes/support/login") }

    func alarms() throws -> [String] {
        let alarms = try daemon.json("GET", "/api/v1/status")["alarms"] as? [DaemonProcess.JSON] ?? []
        return alarms.compactMap { $0["kind"] as? String }
    }

    /// Every connection is made anew, at once.
    func reconnect() throws {
        guard let process = daemon.process else { return }
        kill(process.processIdentifier, SIGHUP)
    }

    /// A mail comes in and its answer goes out; the first of the hour is acknowledged too.
    func works(_ id: String, count: Int) throws {
        try desk.ask(id, subject: id)
        try daemon.wait("the ticket of \(id)") { try daemon.tickets().count == count }
        _ = try daemon.json("POST", "/api/v1/tickets/\(count)/replies", body: ["text": "Thank you for \(id)."])
        _ = try desk.delivered(count + 1)
    }
}
