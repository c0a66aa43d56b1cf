import Desk
import DeskTesting
import Mail
import Testing

@testable import Store

/// Reports of the common mail servers, taken in like any mail: what becomes of the answer they are about.
///
/// mission.md §3.14, reliability.md §2.4 row 28: they set its delivery state, open no ticket, and are never answered.
@Suite struct BounceReportTests {
    struct Form: Sendable, CustomTestStringConvertible {
        let name: String
        /// The report about the mail with this Message-ID.
        let report: @Sendable (_ id: String) -> String
        let state: DeliveryState
        var code: String?
        /// Whether automatic mail to the address stops.
        var isDead = false

        var testDescription: String { name }
    }

    static let forms = [
        Form(name: "RFC 3464, failed", report: ReportForms.postfixFailed, state: .failed, code: "5.1.1", isDead: true),
        Form(name: "Postfix, delayed", report: ReportForms.postfixDelayed, state: .delayed, code: "4.4.1"),
        Form(name: "Postfix, expired", report: ReportForms.postfixExpired, state: .failed, code: "4.4.1"),
        Form(name: "qmail", report: ReportForms.qmail, state: .failed, code: "5.1.1", isDead: true),
        Form(name: "Exim, failed", report: ReportForms.eximFailed, state: .failed, code: "5.1.1", isDead: true),
        Form(name: "Exim, warning", report: ReportForms.eximWarning, state: .delayed),
        Form(name: "Exchange", report: ReportForms.exchange, state: .failed, code: "5.1.10", isDead: true),
        Form(name: "Gmail, failed", report: ReportForms.gmailFailed, state: .failed, code: "5.1.1", isDead: true),
        Form(name: "Gmail, delayed", report: ReportForms.gmailDelayed, state: .delayed, code: "4.4.1"),
        Form(
            name: "5.1.1 in the text alone", report: ReportForms.textOnly, state: .failed, code: "5.1.1", isDead: true),
        Form(name: "a full mailbox", report: ReportForms.mailboxFull, state: .failed, code: "5.2.2"),
    ]

    @Test(arguments: forms)
    func `a report sets the state of the answer it returns and opens no ticket`(form: Form) async throws {
        let desk = try await AttackedDesk(closing: true)
        let (subject, number, answer) = (desk.subject, desk.number, desk.answer)
        let bytes = Array(form.report(answer.messageID?.value ?? "").utf8)
        #expect(try await subject.receive([Self.arrival(bytes, subject)]) == [.reported(form.state)])
        #expect(try await subject.ticketCount() == 1)
        let view = try await subject.view(number)
        let deliveries = view.messages.last { $0.direction == .out }?.recipients ?? []
        #expect(deliveries.map(\.state) == [form.state, .sent], "each recipient has a state of their own")
        let note = view.messages.last
        #expect(note?.direction == .note && note?.text.contains(form.code ?? "") == true, "\(note?.text ?? "")")
        #expect(view.ticket.status == (form.state == .failed ? .open : .closed))
        #expect(try await subject.sendAll().isEmpty, "a report was answered")
        let ada = try await subject.store.person(withAddress: Samples.address("ada@customer.example"))
        #expect(ada?.isUndeliverable == form.isDead)
        let daemon = try await subject.store.person(withAddress: Samples.address("mailer-daemon@mx.example.net"))
        #expect(daemon == nil, "a mail server became a person")
    }

    @Test(arguments: forms)
    func `a report about a mail that is not ours changes nothing`(form: Form) async throws {
        let desk = try await AttackedDesk(closing: true)
        let (subject, number) = (desk.subject, desk.number)
        let before = try await subject.view(number).messages.count
        let arrival = Self.arrival(Array(form.report("4kq7.none@desk.example").utf8), subject)
        #expect(try await subject.receive([arrival]) == [.ignored(.unmatchedReport)])
        #expect(try await subject.view(number).messages.count == before)
        #expect(try await subject.ticketCount() == 1)
    }

    @Test func `a delay repeated is said once, and a failure after it is the last word`() async throws {
        let desk = try await AttackedDesk(closing: true)
        let (subject, number, answer) = (desk.subject, desk.number, desk.answer)
        let id = answer.messageID?.value ?? ""
        let reports = [ReportForms.postfixDelayed, ReportForms.gmailDelayed, ReportForms.postfixExpired].map { $0(id) }
        let outcomes = try await subject.receive(reports.map { Self.arrival(Array($0.utf8), subject) })
        #expect(outcomes == [.reported(.delayed), .reported(.delayed), .reported(.failed)])
        let notes = try await subject.view(number).messages.filter { $0.direction == .note }
        #expect(notes.count == 2)
        let late = Self.arrival(Array(ReportForms.eximWarning(id).utf8), subject)
        #expect(try await subject.receive([late]) == [.reported(.failed)])
    }

    @Test func `a complaint by a provider unsubscribes whom it is about`() async throws {
        let desk = try await AttackedDesk(closing: true)
        let (subject, answer) = (desk.subject, desk.answer)
        let bytes = Array(ReportForms.complaint(answer.messageID?.value ?? "").utf8)
        #expect(try await subject.receive([Self.arrival(bytes, subject)]) == [.unsubscribed])
        #expect(try await subject.ticketCount() == 1)
        let ada = try await subject.store.person(withAddress: Samples.address("ada@customer.example"))
        #expect(ada?.suppressions["default"]?.scope == .everything)
    }

    private static func arrival(_ bytes: [UInt8], _ subject: StoreSubject) -> Arrival {
        Arrival(
            uid: subject.nextUID(), receivedAt: subject.clock.now, content: .message(MessageParser().parse(bytes)))
    }
}
