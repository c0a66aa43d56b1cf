/// The words by which a mail server's report is known, in lower case.
enum BounceWords {
    /// What a report says, and hardly anybody else.
    static let failures = [
        "undeliverable", "undelivered", "not delivered", "not be delivered", "able to deliver", "not deliver",
        "delivery failed", "delivery failure", "failed to deliver", "delivery to the following", "returned mail",
        "mail delivery fail", "mail failed", "did not reach", "did not receive", "could not send", "user unknown",
        "unknown user", "unknown host", "no such user", "mailbox is full", "mailbox full", "over quota",
        "quota exceeded", "exceeded storage", "failure notice", "fatal error", "permanent error", "permanent fatal",
        "delivery error", "delivery status notification", "invalid recipient", "invalid final delivery",
        "recipient rejected", "address rejected", "addresses failed", "address(es) failed", "failed recipient",
        "has been returned", "was returned", "being returned", "returning to sender", "unrouteable", "unzustellbar",
        "nicht zugestellt", "non remis", "pu etre delivre", "no se ha podido entregar", "non recapitabil",
        "onbestelbaar", "delivery has failed", "delivery problem", "cannot be delivered", "non-delivery", "mail error",
        "message not accepted", "message was not accepted", "automatically rejected", "not accepting mail",
        "not accepting messages", "failed mail", "user not found", "could not deliver", "konnte nicht", "no entregado",
        "não entregue", "niet bezorgd", "kunde inte levereras", "не может быть доставлено", "не доставлено",
        "недоставленное", "无法送达", "無法送達", "无法投递", "退信", "送信できません", "配信できません", "配信不能", "전송 실패",
    ]

    /// What singles out a line in a text that is known to be a report.
    static let hints = [
        "rejected", "bounced", "disabled", "inactive", "not found", "not exist", "could not be", "not recognized",
        "quota", "recipient", "addressed", "unavailable",
    ]

    static let delays = [
        "delayed", "delay", "warning: could not send", "not yet been delivered", "will be retried", "will retry",
        "still being retried", "still trying", "will keep trying", "continue to try", "will continue", "temporarily",
        "warning message", "verzögert", "has not yet",
    ]

    /// What says that a delay has come to an end.
    static let finals = [
        "giving up", "given up", "not going to try again", "permanent", "has been in the queue too long",
        "retry timeout exceeded", "no longer", "final",
    ]

    /// Sentences whose address is somebody to ask.
    static let contacts = [
        "contact", "assist", "help", "support", "question", "problem", "postmaster", "report", "sent by",
    ]

    /// Lines that repeat the header of the returned mail.
    static let headers = ["to:", "cc:", "from:", "sender:", "reply-to:", "subject:", "sent:", "date:"]

    private static let copies = [
        "below this line is a copy", "this is a copy of", "original message follows", "returned mail follows",
        "original message as received", "message header follows", "original message headers", "unsent message follows",
        "unsent message below", "start of returned", "returned message follows", "message headers follow",
        "included is a copy", "original message:", "begin of returned", "session transcript", "transcript of session",
        "transcript follows", "message text follows", "----- original message", "headers of the original",
        "the header of the original", "first lines of your message", "original mail follows", "orig message",
        "-- original", "----- headers", "undelivered message", "message contents", "originalnachricht",
    ]

    /// Whether a line announces, or begins, the copy of the returned mail.
    static func startsCopy(_ line: String) -> Bool {
        let text = line.lowercased()
        if copies.contains(where: { text.contains($0) }) { return true }
        let bare = text.drop { $0 == ">" || $0 == " " || $0 == "|" }
        return ["received: ", "return-path: ", "x-mailer: ", "mime-version: "].contains { bare.hasPrefix($0) }
    }
}
