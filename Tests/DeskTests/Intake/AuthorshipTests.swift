import Desk
import Mail
import Testing

struct AuthorshipTests {
    struct Row: CustomStringConvertible {
        let name: String
        let headers: [String]
        let from: String
        let author: String?
        let standing: Authorship.Standing
        var replyTo: String?
        var isAmbiguous = false

        var description: String { name }
    }

    static let rows: [Row] = [
        Row(
            name: "DMARC passed at our own server", headers: [Scenario.verified], from: "ann@customer.example",
            author: "ann@customer.example", standing: .verified),
        Row(
            name: "no verdict", headers: [], from: "ann@customer.example", author: "ann@customer.example",
            standing: .unverified),
        Row(
            name: "a verdict of a stranger's server",
            headers: ["Authentication-Results: mx.evil.example; dmarc=pass header.from=customer.example"],
            from: "ann@customer.example", author: "ann@customer.example", standing: .unverified),
        Row(
            name: "a forged verdict under the true one", headers: [Scenario.failed, Scenario.verified],
            from: "ann@customer.example", author: "ann@customer.example", standing: .failed),
        Row(
            name: "a website form", headers: [Scenario.verified, "Reply-To: Visitor <v@visitor.example>"],
            from: "wordpress@example.com", author: "v@visitor.example", standing: .unverified),
        Row(
            name: "a rewriting list", headers: [Scenario.verified, "X-Original-From: Ann <ann@customer.example>"],
            from: "Ann via Users <users@lists.example>", author: "ann@customer.example", standing: .unverified),
        Row(
            name: "a Reply-To elsewhere", headers: [Scenario.verified, "Reply-To: other@elsewhere.example"],
            from: "ann@customer.example", author: "ann@customer.example", standing: .verified,
            replyTo: "other@elsewhere.example"),
        Row(
            name: "two authors", headers: [Scenario.verified], from: "a@customer.example, b@customer.example",
            author: "a@customer.example", standing: .unverified, isAmbiguous: true),
    ]

    @Test(arguments: rows)
    func `who wrote a mail is read from what can be believed`(row: Row) {
        let mailbox = Scenario.mailbox { $0.formSenders = [Scenario.address("wordpress@example.com")] }
        let authorship = Authorship(of: Scenario.mail(row.headers, from: row.from), for: mailbox)
        #expect(authorship.author?.text == row.author)
        #expect(authorship.standing == row.standing)
        #expect(authorship.divergentReplyTo?.text == row.replyTo)
        #expect(authorship.isAmbiguous == row.isAmbiguous)
    }

    @Test func `without an authserv-id every sender is unverified`() {
        let mailbox = Scenario.mailbox { $0.authservID = "" }
        #expect(Authorship(of: Scenario.mail([Scenario.verified]), for: mailbox).standing == .unverified)
    }
}
