import Desk
import DeskTesting
import Mail
import Testing

@testable import Store

/// A ticket of Ada's, acknowledged and answered, with a copy of the answer to Carl.
struct AttackedDesk {
    let fixture: StoreFixture
    let subject: StoreSubject
    let number: TicketNumber
    let answer: Message
    let copy: Message

    init(closing: Bool = false) async throws {
        fixture = try await StoreFixture()
        subject = try fixture.subject()
        number = try await subject.openAcknowledged().0
        let carl = try Samples.address("carl@copy.example")
        try await subject.answered(number, ReplyDraft(text: "Use water.", close: closing, carbonCopies: [carl]))
        let sent = try await subject.sendAll()
        answer = try #require(sent.first { $0.to.first?.address == "ada@customer.example" })
        copy = try #require(sent.first { $0.to.first?.address == carl.text })
    }

    func receive(_ mails: [SampleMail]) async throws -> [Acceptance.Outcome] {
        try await subject.receive(mails.map { $0.arrival(uid: subject.nextUID(), at: subject.clock.now) })
    }

    /// Nobody takes part who did not, and the next answer goes to the requester alone, without what was said before.
    func requireNobodyGotIn() async throws {
        let view = try await subject.view(number)
        #expect(view.ticket.requester.address?.text == "ada@customer.example")
        #expect(view.participants.isEmpty, "\(view.participants.count) got in")
        _ = try await subject.sendAll()
        let message = try await subject.answered(number, ReplyDraft(text: "Only for Ada."))
        #expect(message.recipients.map(\.to?.text) == ["ada@customer.example"])
        let sent = try await subject.sendAll()
        #expect(sent.map { $0.to.first?.address } == ["ada@customer.example"])
    }
}
