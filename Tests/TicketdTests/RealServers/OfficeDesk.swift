import Foundation
import Testing

/// ticketd on mailboxes of the private post office, in a folder of its own.
///
/// It polls every ten minutes, so whatever happens within a test came by IDLE.
final class OfficeDesk {
    let office: PostOffice
    let support: PostOffice.Account
    let daemon: DaemonProcess
    let port: UInt16
    private var writer: PostOffice.Account?

    /// `changes` replaces settings of the mailbox; nil takes one away. `others` are further mailboxes, `sections`
    /// further sections of the configuration.
    init(
        _ security: PostOffice.Security = .fromTheStart, changes: [String: String?] = [:],
        others: [PostOffice.Account] = [], sections: String = ""
    ) throws {
        let office = try PostOffice()
        let support = try office.account()
        let port = DaemonProcess.freePort()
        let mailboxes =
            try [Self.mailbox("support", support, office, security, changes)]
            + others.map { try Self.mailbox($0.name, $0, office, security, changes) }
        (self.office, self.support, self.port) = (office, support, port)
        daemon = try DaemonProcess(
            prepare: { directory in
                for account in [support] + others {
                    let name = account.address == support.address ? "support" : account.name
                    try Data(account.password.utf8).write(
                        to: URL(fileURLWithPath: "\(directory)/credentials/\(name)"))
                }
            }
        ) { directory in
            let text = Self.service(port) + sections + "\n" + mailboxes.joined(separator: "\n")
            return text.replacing("DIRECTORY", with: directory)
        }
    }

    private static func service(_ port: UInt16) -> String {
        """
        [service]
        name = "Example Support"
        public_url = "http://127.0.0.1:\(port)"
        listen = "127.0.0.1:\(port)"
        state_dir = "DIRECTORY/state"
        admin_socket = "DIRECTORY/admin.sock"
        [keys]
        root = "file:DIRECTORY/credentials/root"
        [controller]
        name = "Example GmbH"
        address = "Musterstr. 1, 10115 Berlin, Germany"
        email = "privacy@postoffice.test"
        country = "DE"
        [backup]
        desk = {to = "DIRECTORY/backups/desk", every = "1d", keep = "30d"}
        keys = {to = "DIRECTORY/backups/keys", every = "1h", keep = "7d"}
        [outbox]
        undo = "0s"

        """
    }

    private static func mailbox(
        _ name: String, _ account: PostOffice.Account, _ office: PostOffice, _ security: PostOffice.Security,
        _ changes: [String: String?]
    ) throws -> String {
        var settings: [String: String?] = [
            "name": name, "address": account.address, "username": account.address,
            "imap": "\(security.imap)://localhost:\(try office.port(security.imap))",
            "smtp": "\(security.smtp)://localhost:\(try office.port(security.smtp))",
            "password": "file:DIRECTORY/credentials/\(name)", "ca_file": try office.value("CA_FILE"),
            "authserv_id": try office.value("AUTHSERV_ID"), "start": "unseen", "poll": "10m", "reply_address": "plus",
        ]
        settings.merge(changes) { $1 }
        let lines = settings.sorted { $0.key < $1.key }.compactMap { key, value in
            // A table is written as it is.
            value.map { $0.hasPrefix("{") ? "\(key) = \($0)" : "\(key) = \"\($0)\"" }
        }
        let answers = [
            #"legal_basis = {customers = "contract", others = "contract"}"#, "[mailbox.retention]",
            #"closed_tickets = "365d""#,
        ]
        return (["[[mailbox]]"] + lines + answers).joined(separator: "\n") + "\n"
    }

    /// The one customer of this desk.
    func customer() throws -> PostOffice.Account {
        if let writer { return writer }
        let account = try office.account()
        writer = account
        return account
    }

    /// What the customer writes. The office vouches for its own accounts.
    func question(_ id: String, subject: String = "Printer on fire", text: String = "It burns.") throws -> [UInt8] {
        try mail(id, to: support.address, subject: subject, text: text)
    }

    func mail(_ id: String, to recipient: String, subject: String, text: String) throws -> [UInt8] {
        let lines = [
            "From: Clara Customer <\(try customer().address)>", "To: \(recipient)", "Subject: \(subject)",
            "Message-ID: <\(id)@postoffice.test>", "Date: Tue, 24 Nov 2026 06:00:00 +0000", "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=utf-8", "", text, "",
        ]
        return Array(lines.joined(separator: "\r\n").utf8)
    }

    func ask(_ id: String, subject: String = "Printer on fire") throws {
        try office.send(question(id, subject: subject), from: customer(), to: support.address)
    }

    /// The customer's mails, once there are so many.
    func delivered(_ count: Int) throws -> [ReceivedMail] {
        try daemon.wait("mail \(count) to the customer") { try office.mails(of: customer()).count >= count }
        let mails = try office.mails(of: customer())
        #expect(mails.count == count)
        return mails
    }

    /// The state of a mailbox as operators see it.
    func mailbox(_ name: String = "support") throws -> DaemonProcess.JSON {
        let boxes = try daemon.json("GET", "/api/v1/mailboxes")["mailboxes"] as? [DaemonProcess.JSON] ?? []
        return try #require(boxes.first { $0["name"] as? String == name })
    }

    func waitUntilIdle() throws {
        try daemon.wait("the mailbox is idle") { try mailbox()["state"] as? String == "idle" }
    }
}
