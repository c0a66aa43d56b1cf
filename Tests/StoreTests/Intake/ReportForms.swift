/// Reports as the common mail servers write them, about a mail to `ada@customer.example`.
enum ReportForms {
    @Sendable static func postfixFailed(_ id: String) -> String {
        postfix(
            id, subject: "Undelivered Mail Returned to Sender",
            text: "I'm sorry to have to inform you that your message could not\nbe delivered to one recipient.",
            action: "failed", status: "5.1.1", diagnostic: "smtp; 550 5.1.1 <ada@customer.example>: unknown")
    }

    @Sendable static func postfixDelayed(_ id: String) -> String {
        postfix(
            id, subject: "Delayed Mail (still being retried)",
            text: "THIS IS A WARNING ONLY.\n\nYour message could not be delivered for more than 4 hour(s).",
            action: "delayed", status: "4.4.1", diagnostic: "X-Postfix; connect to mx.customer.example: timed out")
    }

    /// It tried for days and gives up: this mail has failed, and the address is none the worse.
    @Sendable static func postfixExpired(_ id: String) -> String {
        postfix(
            id, subject: "Undelivered Mail Returned to Sender",
            text: "<ada@customer.example>: connect to mx.customer.example[192.0.2.7]:25: Connection timed out",
            action: "failed", status: "4.4.1", diagnostic: "X-Postfix; connect to mx.customer.example: timed out")
    }

    @Sendable static func mailboxFull(_ id: String) -> String {
        postfix(
            id, subject: "Undelivered Mail Returned to Sender", text: "The mailbox is full.", action: "failed",
            status: "5.2.2", diagnostic: "smtp; 552 5.2.2 over quota")
    }

    private static func postfix(
        _ id: String, subject: String, text: String, action: String, status: String, diagnostic: String
    ) -> String {
        report(
            from: "MAILER-DAEMON@mx.example.net (Mail Delivery System)", subject: subject,
            text: "This is the mail system at host mx.example.net.\n\n\(text)",
            status: """
                Reporting-MTA: dns; mx.example.net
                X-Postfix-Queue-ID: 4kq7Xz1
                Arrival-Date: Tue, 24 Nov 2026 06:00:00 +0000 (UTC)

                Final-Recipient: rfc822; ada@customer.example
                Original-Recipient: rfc822;ada@customer.example
                Action: \(action)
                Status: \(status)
                Diagnostic-Code: \(diagnostic)
                """,
            returned: "message/rfc822", id)
    }

    @Sendable static func qmail(_ id: String) -> String {
        """
        Return-Path: <>
        From: MAILER-DAEMON@mx.example.net
        To: support@desk.example
        Subject: failure notice
        Date: Tue, 24 Nov 2026 06:00:00 +0000

        Hi. This is the qmail-send program at mx.example.net.
        I'm afraid I wasn't able to deliver your message to the following addresses.
        This is a permanent error; I've given up. Sorry it didn't work out.

        <ada@customer.example>:
        192.0.2.7 does not like recipient.
        Remote host said: 550 5.1.1 No such user
        Giving up on 192.0.2.7.

        --- Below this line is a copy of the message.

        Return-Path: <support@desk.example>
        Message-ID: <\(id)>
        Subject: Re: Printer on fire

        Use water.
        """
    }

    /// Exim says no more than `5.0.0` itself; what the other server said stands in the diagnostic.
    @Sendable static func eximFailed(_ id: String) -> String {
        report(
            from: "Mail Delivery System <Mailer-Daemon@mx.example.net>",
            subject: "Mail delivery failed: returning message to sender",
            text: """
                This message was created automatically by mail delivery software.

                A message that you sent could not be delivered to one or more of its
                recipients. This is a permanent error. The following address(es) failed:

                  ada@customer.example
                """,
            status: """
                Reporting-MTA: dns; mx.example.net

                Action: failed
                Final-Recipient: rfc822;ada@customer.example
                Status: 5.0.0
                Remote-MTA: dns; mx.customer.example
                Diagnostic-Code: smtp; 550-5.1.1 The account does not exist
                """,
            returned: "message/rfc822", id)
    }

    @Sendable static func eximWarning(_ id: String) -> String {
        """
        Return-Path: <>
        X-Failed-Recipients: ada@customer.example
        Auto-Submitted: auto-replied
        From: Mail Delivery System <Mailer-Daemon@mx.example.net>
        To: support@desk.example
        Subject: Warning: message 1kHXyz-0001aB-7c delayed 24 hours
        Date: Tue, 24 Nov 2026 06:00:00 +0000

        This message was created automatically by mail delivery software.
        A message that you sent has not yet been delivered to one or more of its
        recipients after more than 24 hours on the queue on mx.example.net.

        The message identifier is:     1kHXyz-0001aB-7c
        The subject of the message is: Re: Printer on fire

        The address to which the message has not yet been delivered is:

          ada@customer.example
            Delay reason: Connection timed out

        No action is required on your part. Delivery attempts will continue for
        some time, and this warning may be repeated at intervals.

        ------ This is a copy of the headers of the original message. ------

        Message-ID: <\(id)>
        Subject: Re: Printer on fire
        """
    }

    @Sendable static func exchange(_ id: String) -> String {
        report(
            from: "Microsoft Outlook <MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@customer.example>",
            subject: "Undeliverable: Re: Printer on fire",
            text: "Delivery has failed to these recipients or groups:\n\nada@customer.example",
            status: """
                Reporting-MTA: dns;EX01.customer.example

                Original-Recipient: rfc822;ada@customer.example
                Final-Recipient: rfc822;ada@customer.example
                Action: failed
                Status: 5.1.10
                Diagnostic-Code: smtp;550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found
                """,
            returned: "message/rfc822", id)
    }

    @Sendable static func gmailFailed(_ id: String) -> String {
        report(
            from: "Mail Delivery Subsystem <mailer-daemon@mx.example.net>",
            subject: "Delivery Status Notification (Failure)",
            text: "** Address not found **\n\nYour message wasn't delivered to ada@customer.example.",
            status: """
                Reporting-MTA: dns; mx.example.net
                X-Original-Message-ID: <\(id)>

                Final-Recipient: rfc822; ada@customer.example
                Action: failed
                Status: 5.1.1
                Diagnostic-Code: smtp; 550-5.1.1 The email account that you tried to reach does not exist.
                """,
            returned: "message/rfc822", id)
    }

    @Sendable static func gmailDelayed(_ id: String) -> String {
        report(
            from: "Mail Delivery Subsystem <mailer-daemon@mx.example.net>",
            subject: "Delivery Status Notification (Delay)",
            text: "** Delivery incomplete **\n\nThere was a temporary problem. Gmail will retry for 46 more hours.",
            status: """
                Reporting-MTA: dns; mx.example.net

                Final-Recipient: rfc822; ada@customer.example
                Action: delayed
                Status: 4.4.1
                Will-Retry-Until: Thu, 26 Nov 2026 06:00:00 -0800 (PST)
                """,
            returned: "text/rfc822-headers", id)
    }

    @Sendable static func textOnly(_ id: String) -> String {
        """
        From: Postmaster <postmaster@mx.example.net>
        To: support@desk.example
        Subject: Returned mail: see transcript for details
        Date: Tue, 24 Nov 2026 06:00:00 +0000

        ----- The following addresses had permanent fatal errors -----
        <ada@customer.example>
            (reason: 550 5.1.1 <ada@customer.example>... User unknown)

        ----- Original message follows -----

        Message-ID: <\(id)>
        Subject: Re: Printer on fire

        Use water.
        """
    }

    /// RFC 5965, with the recipient hidden as RFC 6590 has it.
    @Sendable static func complaint(_ id: String) -> String {
        """
        From: feedback@provider.example
        To: support@desk.example
        Subject: Abuse report
        Date: Tue, 24 Nov 2026 06:00:00 +0000
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=feedback-report; boundary=b

        --b
        Content-Type: text/plain

        This is an email abuse report.
        --b
        Content-Type: message/feedback-report

        Feedback-Type: abuse
        User-Agent: Loop/1.0
        Version: 1

        --b
        Content-Type: message/rfc822

        Message-ID: <\(id)>
        Subject: Re: Printer on fire

        Use water.
        --b--
        """
    }

    private static func report(
        from: String, subject: String, text: String, status: String, returned: String, _ id: String
    ) -> String {
        """
        Return-Path: <>
        From: \(from)
        To: support@desk.example
        Subject: \(subject)
        Date: Tue, 24 Nov 2026 06:00:00 +0000
        Auto-Submitted: auto-replied
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status; boundary="b"

        --b
        Content-Type: text/plain; charset=us-ascii

        \(text)
        --b
        Content-Type: message/delivery-status

        \(status)

        --b
        Content-Type: \(returned)

        Message-ID: <\(id)>
        From: support@desk.example
        To: ada@customer.example
        Subject: Re: Printer on fire

        Use water.
        --b--
        """
    }
}
