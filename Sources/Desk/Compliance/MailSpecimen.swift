import Foundation
import Mail

/// A mail as this installation would send it now, read back by the parser: what every customer would find in it.
///
/// It is composed and thrown away; nothing of it leaves or is kept.
package struct MailSpecimen: Sendable, Equatable {
    package var mailbox: MailboxName
    /// False when none could be made.
    package var isComposed: Bool
    package var hasListUnsubscribe: Bool
    package var hasOneClick: Bool
    package var showsUnsubscribe: Bool
    package var namesNotice: Bool
    /// The right to object, in a paragraph that says nothing else (Art. 21(4)).
    package var objectsApart: Bool
    /// Whether a reader's program would fetch something by itself.
    package var loads: Bool

    package init(
        mailbox: MailboxName, isComposed: Bool = true, hasListUnsubscribe: Bool = true, hasOneClick: Bool = true,
        showsUnsubscribe: Bool = true, namesNotice: Bool = true, objectsApart: Bool = true, loads: Bool = false
    ) {
        self.mailbox = mailbox
        self.isComposed = isComposed
        self.hasListUnsubscribe = hasListUnsubscribe
        self.hasOneClick = hasOneClick
        self.showsUnsubscribe = showsUnsubscribe
        self.namesNotice = namesNotice
        self.objectsApart = objectsApart
        self.loads = loads
    }

    /// The acknowledgement of a first mail: the first thing a customer ever gets (Art. 13).
    static func acknowledgement(of mailbox: MailboxProfile, by dispatch: Dispatch) -> MailSpecimen {
        let failed = MailSpecimen(
            mailbox: mailbox.name, isComposed: false, hasListUnsubscribe: false, hasOneClick: false,
            showsUnsubscribe: false, namesNotice: false, objectsApart: false)
        guard let ticket = TicketNumber(1), let recipient = EmailAddress("specimen@customer.invalid") else {
            return failed
        }
        let letter = AcknowledgementLetter.make(
            ticket: ticket, to: recipient, answering: nil, mailbox: mailbox, settings: dispatch.settings,
            isFirstContact: true)
        let prepared: PreparedMail
        do throws(Dispatch.Failure) { prepared = try dispatch.prepare(letter) } catch { return failed }
        let message = MessageParser().parse(prepared.outbound.bytes)
        let text = message.readableText().text
        let settings = dispatch.settings
        let objection = Phrase.rightToObject.text(in: letter.language, ["address": settings.controller.email])
        var specimen = failed
        specimen.isComposed = true
        specimen.hasListUnsubscribe = message.header("List-Unsubscribe")?.contains(settings.publicURL + "/u/") == true
        specimen.hasOneClick = message.header("List-Unsubscribe-Post") == "List-Unsubscribe=One-Click"
        specimen.showsUnsubscribe = text.contains(settings.publicURL + "/u/")
        specimen.namesNotice = text.contains(settings.privacyNoticeURL)
        specimen.objectsApart = Self.paragraphs(text).contains(Self.joined(objection))
        specimen.loads = Self.loads(message.root, of: message)
        return specimen
    }

    /// Lines of one paragraph joined, however they were wrapped.
    private static func paragraphs(_ text: String) -> [String] {
        text.replacing("\r\n", with: "\n").split(separator: "\n\n").map { joined(String($0)) }
    }

    private static func joined(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// Whatever makes a program fetch something, in any part that is markup.
    private static func loads(_ part: Part, of message: Message) -> Bool {
        if part.contentType.mediaType == "text/html" {
            let text = message.decodedText(of: part).text.lowercased()
            if loading.contains(where: { text.contains($0) }) { return true }
        }
        return part.children.contains { loads($0, of: message) }
    }

    private static let loading = [
        "src=", "srcset=", "background=", "url(", "@import", "<link", "<script", "<iframe", "<object", "<img", "<video",
    ]
}
