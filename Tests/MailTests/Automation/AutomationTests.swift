import Testing

@testable import Mail

/// Header fields, and who wrote the mail that has them.
struct AutomationTests {
    static func message(_ header: String) -> Message {
        let from = header.lowercased().contains("from:") ? "" : "From: Ann <ann@example.net>\r\n"
        let subject = header.hasPrefix("Subject:") ? "" : "Subject: x\r\n"
        return MessageParser().parse(Array((from + header + "\r\n" + subject + "\r\nhello\r\n").utf8))
    }

    /// A header, the verdict, and whether it is the answer of somebody who is away.
    static let verdicts: [(String, Automation.Reason?, Bool)] = [
        ("Auto-Submitted: no", nil, false), ("Auto-Submitted: No (a person)", nil, false),
        ("Auto-Submitted:  no ; x=y", nil, false),
        ("AUTO-SUBMITTED: auto-replied", .autoSubmitted, true),
        ("Auto-Submitted: Auto-Generated; type=x", .autoSubmitted, false),
        ("Auto-Submitted: auto-notified; owner-email=\"x\"", .autoSubmitted, false), ("Auto-Submitted:", nil, false),
        ("Auto-Submitted:\r\n auto-replied (vacation)", .autoSubmitted, true),
        ("Return-Path: <>", .nullReturnPath, false),
        ("Return-Path: <MAILER-DAEMON>", .nullReturnPath, false),
        ("Return-Path: <ann@example.net>\r\nReturn-Path: <>", nil, false),
        ("Content-Type: multipart/report; boundary=x", .report, false),
        ("X-Auto-Response-Suppress: All", .responseSuppressed, false),
        ("X-Auto-Response-Suppress: DR, oof, AutoReply", .responseSuppressed, false),
        ("X-Auto-Response-Suppress: DR, RN, NRN", nil, false),
        ("Precedence: bulk", .precedence, false), ("Precedence: Junk", .precedence, false),
        ("Precedence: list", .precedence, false),
        ("Precedence: auto_reply", .precedence, false), ("Precedence: normal", nil, false),
        ("Precedence: first-class", nil, false),
        ("X-Autoreply: yes", .autoReplyHeader, true), ("X-Autoreply: no", nil, false),
        ("X-Autorespond: Re: x", .autoReplyHeader, true),
        ("X-Mail-Autoreply: x", .autoReplyHeader, true), ("X-AutoReply-From: a@b.example", .autoReplyHeader, true),
        ("Delivered-To: Autoresponder", .autoReplyHeader, true), ("X-Loop: x", .loopHeader, false),
        ("X-Loop: no", nil, false),
        ("List-Id: <x.example>", .mailingList, false), ("X-FC-Machinegenerated: true", .machineGenerated, false),
        ("X-Amazon-Mail-Relay-Type: notification", .notificationRelay, false),
        ("X-Amazon-Mail-Relay-Type: other", nil, false),
        ("From: MAILER-DAEMON@example.net", .roleSender, false), ("From: no-reply@example.net", .roleSender, false),
        ("From: noreply+4711@example.net", .roleSender, false), ("From: DoNotReply@example.net", .roleSender, false),
        ("From: list-request@example.net", .roleSender, false), ("From: noreplying@example.net", nil, false),
        ("From: requests@example.net", nil, false), ("From: bouncer@example.net", nil, false),
        ("X-Ticketd-Loop: other-token", nil, false),
        ("List-Unsubscribe: <https://x.example/>", nil, false),
        ("Subject: Automatic reply: hello", .autoReplySubject, true),
        ("Subject: =?utf-8?Q?R=C3=A9ponse_automatique?=", .autoReplySubject, true),
        ("Subject: Out of office assistant is broken", nil, false),
        ("Subject: Abwesenheitsnotiz: bis Montag", .autoReplySubject, true),
        ("Subject: Re: Automatic reply: hello", nil, false),
    ]

    @Test(arguments: verdicts)
    func `the verdict follows the header`(header: String, reason: Automation.Reason?, isAbsence: Bool) {
        let message = Self.message(header)
        #expect(message.automation == reason.map { .machine(reason: $0) } ?? .person)
        #expect(message.isOutOfOffice == isAbsence)
        if reason != nil || isAbsence { #expect(message.suppressesAcknowledgement) }
    }

    @Test func `our own mail is known by our own token alone`() {
        let message = Self.message("X-Ticketd-Loop: token-1\r\nList-Unsubscribe: <https://x.example/>")
        #expect(message.automation(ownLoopToken: "token-1") == .machine(reason: .ownMail))
        #expect(message.automation(ownLoopToken: "token-2") == .person)
        #expect(message.automation(ownLoopToken: nil) == .person)
    }

    @Test(arguments: [
        ("Date: x", false), ("List-Unsubscribe: <mailto:a@b.example>", true), ("List-Post: NO", true),
        ("From: a@b.example\r\nFrom: c@d.example", true), ("From: a@b.example, c@d.example", true),
        ("From: nobody", true),
        ("From:", true),
    ])
    func `nothing automatic answers a list or a doubtful author, who may still be a person`(
        header: String, isSuppressed: Bool
    ) {
        let message = Self.message(header)
        #expect(message.automation == .person)
        #expect(message.suppressesAcknowledgement == isSuppressed)
    }
}
