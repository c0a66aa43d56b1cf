import Testing

@testable import ticketd

struct ConfigurationReadinessTests {
    @Test(arguments: [
        ("", "service.public_url is not set"), ("public_url = \"http://help.example.com\"", "is not https"),
        ("public_url = \"https://help.example.com\"", nil), ("public_url = \"http://127.0.0.1:8025\"", nil),
    ])
    func `sending is refused without an address for the unsubscribe link`(line: String, reason: String?) throws {
        let refusal = try PaperDisk.load("[service]\n\(line)\n").sendingRefusal
        #expect((refusal == nil) == (reason == nil))
        if let reason { #expect(refusal?.contains(reason) == true) }
    }

    @Test func `what only the operator can answer is asked, not refused`() throws {
        #expect(try PaperDisk.load("").unanswered.first?.hasPrefix("mailbox: ") == true)
        let answered = """
            [controller]
            name = "A"
            address = "B"
            email = "c@example.com"
            country = "DE"
            [backup]
            desk = {to = "/a"}
            keys = {to = "/b"}
            [alerts]
            email = ["ops@example.com"]

            """
        let questions = try PaperDisk.load(answered + PaperDisk.mailbox).unanswered
        #expect(
            questions.map { $0.prefix { $0 != ":" } } == [
                "mailbox support, legal_basis.customers", "mailbox support, legal_basis.others",
                "mailbox support, retention.closed_tickets",
            ])
        let interest = "legal_basis = {customers = \"contract\", others = \"legitimate-interest\"}\n"
        let rest = "[mailbox.retention]\nclosed_tickets = \"1d\"\n"
        #expect(
            try PaperDisk.load(answered + PaperDisk.mailbox + interest + rest).unanswered.map {
                $0.prefix { $0 != ":" }
            }
                == ["mailbox support, legal_basis.interest"])
    }
}
