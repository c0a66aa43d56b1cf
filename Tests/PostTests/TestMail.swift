import Desk
import Foundation
import LoopbackMail
import Mail
import Synchronization

/// Mails that may leave, and the desk's word about them, for tests.
enum TestMail {
    static func outbound(
        _ id: String, to recipient: String = "customer@example.org", from sender: EnvelopeSender? = nil,
        text: String = "Hello.\n.\n..dots\nbye"
    ) throws -> Outbound {
        guard let desk = EmailAddress("support@desk.example"), let customer = EmailAddress(recipient),
            let messageID = MessageID("\(id)@desk.example"), let mailbox = MailboxName("support"),
            let link = UnsubscribeLink(
                headerURL: "https://desk.example/u/header", bodyURL: "https://desk.example/u/body", mailto: desk,
                mailtoSubject: "unsubscribe token")
        else { throw CocoaError(.featureUnsupported) }
        let bytes = try MessageComposer().compose(
            Composition(
                from: .init(name: "Desk", address: desk),
                to: .init(name: nil, address: customer.isASCII ? customer : desk), subject: "About \(id)",
                date: Date(timeIntervalSince1970: 1_795_500_000), messageID: messageID, text: text,
                footer: "To hear no more from us:", unsubscribe: link, language: "en",
                boundarySeed: [UInt8](repeating: 7, count: 16), loopToken: "loop"))
        guard
            let outbound = Outbound(
                sender: sender ?? .address(desk), recipient: customer, mailbox: mailbox, bytes: bytes, unsubscribe: link
            )
        else { throw CocoaError(.featureUnsupported) }
        return outbound
    }
}

/// Says yes or no as told and notes both moments in the log the server writes to as well.
final class TestCheckpoint: SendCheckpoint {
    private let log: EventLog
    private let permits: Bool
    private let failure: StoreFailure?

    init(log: EventLog, permits: Bool = true, failure: StoreFailure? = nil) {
        self.log = log
        self.permits = permits
        self.failure = failure
    }

    func mayBegin() async -> Bool {
        log.note("mayBegin")
        return permits
    }

    func handing() async throws(StoreFailure) {
        // Long enough that a dot sent without waiting would overtake.
        usleep(20_000)
        log.note("handing")
        if let failure { throw failure }
    }
}
