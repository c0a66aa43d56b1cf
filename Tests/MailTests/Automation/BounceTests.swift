import Testing

@testable import Mail

/// Reports in the standard forms and in the words of the common servers; and what only looks like one.
struct BounceTests {
    struct Expectation: Sendable {
        let file: String
        let kind: Bounce.Kind
        /// Address, action, status and `P` for permanent, `D` for a dead address.
        let recipients: [String]
        let messageID: String?
        var unsubscribe: String?
    }

    static let expectations = [
        Expectation(
            file: "dsn-failed", kind: .delivery,
            recipients: ["ann@example.net failed 5.1.1 P D", "bob@example.net delayed 4.4.1"],
            messageID: "4kq7.a@example.org",
            unsubscribe: "<https://help.example.org/u/AQx>, <mailto:support@example.org?subject=x>"),
        Expectation(
            file: "dsn-headers-only", kind: .delivery, recipients: ["ann@example.net failed 5.2.2 P"],
            messageID: "4kq7.b@example.org"),
        Expectation(
            file: "arf", kind: .complaint, recipients: ["ann@example.net delivered -"], messageID: "4kq7.c@example.org",
            unsubscribe: "<https://help.example.org/u/AQy>, <mailto:support@example.org?subject=y>"),
        Expectation(
            file: "mdn", kind: .disposition, recipients: ["ann@example.net delivered -"],
            messageID: "4kq7.d@example.org"),
        Expectation(
            file: "qmail", kind: .delivery, recipients: ["ann@example.net failed 5.1.1 P D"],
            messageID: "4kq7.e@example.org"),
        Expectation(
            file: "exim", kind: .delivery, recipients: ["ann@example.net failed 5.2.1 P D"],
            messageID: "4kq7.f@example.org"),
        Expectation(file: "exchange", kind: .delivery, recipients: ["ann@corp.example failed - P"], messageID: nil),
        Expectation(file: "delayed", kind: .delivery, recipients: ["ann@example.net delayed -"], messageID: nil),
    ]

    @Test(arguments: expectations)
    func `a report says whom, how and which mail it is about`(expected: Expectation) throws {
        let message = MessageParser().parse(try MailFixture.mail("Automation/\(expected.file).eml"))
        let bounce = try #require(message.bounce)
        #expect(bounce.kind == expected.kind)
        let recipients = bounce.recipients.map { recipient in
            "\(recipient.address?.text ?? "-") \(recipient.action.rawValue) \(recipient.status ?? "-")"
                + (recipient.isPermanent ? " P" : "") + (recipient.isAddressDead ? " D" : "")
        }
        #expect(recipients == expected.recipients)
        #expect(bounce.returnedMessageID?.value == expected.messageID)
        #expect(bounce.returnedListUnsubscribe == expected.unsubscribe)
        #expect(message.automation.isMachine)
        #expect(message.suppressesAcknowledgement)
    }

    /// Sender, subject, body and the recipients that the report names.
    static let notices: [(String, String, String, [String])] = [
        (
            "MAILER-DAEMON@b.example", "Returned mail",
            "The following addresses had permanent fatal errors\r\nann@old.example\r\n"
                + "    (expanded from: ann@b.example)\r\n",
            ["ann@old.example", "ann@b.example"]
        ),
        (
            "Mailer-Daemon@b.example", "Ваше сообщение не доставлено",
            "Local mailbox ann@b.example is unavailable: user not found\r\n", ["ann@b.example"]
        ),
        (
            "\"System Administrator\"@b.example", "Delivery Failure", "Failed Recipient: ann@c.example\r\n",
            ["ann@c.example"]
        ),
        (
            "Some_SMTP_Mail_Service@b.example", "Error", "<ann@c.example>: mailbox unavailable, address rejected\r\n",
            ["ann@c.example"]
        ),
        (
            "postmaster@b.example", "邮件无法送达", "<ann@c.example>:\r\n<bob@c.example>:\r\n",
            ["ann@c.example", "bob@c.example"]
        ),
        (
            "MAILER-DAEMON@b.example", "failure notice",
            "I wasn't able to deliver your mail.\r\n\r\nTo: ann@c.example\r\n\r\n"
                + "Below this line is a copy of it.\r\nx@d.example",
            ["ann@c.example"]
        ),
    ]

    @Test(arguments: notices.indices)
    func `a server's own words name whom the mail did not reach`(index: Int) throws {
        let (sender, subject, body, recipients) = Self.notices[index]
        for type in ["plain", "html"] {
            let content = type == "html" ? body.replacing("<", with: "&lt;") : body
            let head =
                "From: \(sender)\r\nTo: us@d.example\r\nSubject: \(subject)\r\n"
                + "Content-Type: text/\(type)\r\n\r\n"
            let bounce = MessageParser().parse(Array((head + content).utf8)).bounce
            #expect(bounce?.recipients.compactMap { $0.address?.text } == recipients, "\(type)")
        }
    }

    @Test(arguments: [
        "smtp@shop.example", "ann@b.example", "system@b.example", "administrator@b.example", "service@smtp.example",
    ])
    func `the same words from anybody else are no report`(sender: String) {
        let text =
            "From: \(sender)\r\nTo: us@d.example\r\nSubject: undeliverable\r\n\r\n"
            + "announcement@c.example: user unknown\r\n"
        #expect(MessageParser().parse(Array(text.utf8)).bounce == nil)
    }

    @Test(arguments: ["absence-null-sender", "person-about-bounces", "arf-not-spam"])
    func `mail about a failure is no report`(file: String) throws {
        #expect(MessageParser().parse(try MailFixture.mail("Automation/\(file).eml")).bounce == nil)
    }

    @Test(arguments: [
        ("550 5.1.1 unknown", "5.1.1"), ("#5.1.10", "5.1.10"), ("(4.4.1)", "4.4.1"), ("host 5.1.1.2 said", nil),
        ("v5.1.1", nil), ("15.1.1", nil), ("5.1", nil), ("5..1", nil), ("5.1.1.", "5.1.1"), ("3.1.1 5.7.1", "5.7.1"),
        ("smtp; 550-5.1.1 The account", "5.1.1"), ("4550-5.1.1", nil), ("exim-5.1.1", nil), ("250-5.1.1", nil),
        ("", nil), ("5.1.12345", nil), ("5.", nil),
    ])
    func `a status code is told from other numbers`(text: String, code: String?) {
        #expect(StatusCode.first(in: text) == code)
    }

    @Test func `a report cut off anywhere is read without a fault`() throws {
        for file in ["dsn-failed", "arf", "qmail", "exchange"] {
            let bytes = try MailFixture.mail("Automation/\(file).eml")
            for end in stride(from: 0, to: bytes.count, by: 7) {
                _ = MessageParser().parse(Array(bytes[..<end])).bounce
            }
        }
        let flood =
            Array("From: postmaster@x.example\r\nSubject: failure notice\r\n\r\n".utf8)
            + Array(String(repeating: "a@b.example undeliverable ", count: 20_000).utf8)
        #expect((MessageParser().parse(flood).bounce?.recipients.count ?? 0) == 1)
    }
}
