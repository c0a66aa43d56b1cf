import Desk
import DeskTesting
import Mail
import Testing

/// What the first mail to somebody brings with it: notice, facts sheet, the officer, and which words it told of.
struct FirstMailTests {
    @Test(arguments: Language.allCases)
    func `the first mail links notice and facts sheet and names the officer, a later one only the notice`(
        language: Language
    ) throws {
        for isFirst in [true, false] {
            let mailbox = Scenario.mailbox { $0.language = language }
            let dispatch = Scenario.dispatch(mailbox)
            let mail = try dispatch.prepare(
                AcknowledgementLetter.make(
                    ticket: Scenario.number(7), to: Scenario.customer, answering: nil, mailbox: mailbox,
                    settings: dispatch.settings, isFirstContact: isFirst))
            let message = MessageParser().parse(mail.outbound.bytes)
            for leaf in message.leaves {
                let text = message.decodedText(of: leaf).text
                #expect(text.contains("https://help.example.com/privacy"))
                #expect(text.contains("https://help.example.com/privacy/facts") == isFirst)
                #expect(text.contains("dpo@example.com") == isFirst)
            }
            let notice = PrivacyNotice(dispatch.settings, in: language)
            #expect(mail.notice?.version == (isFirst ? notice.version : nil))
        }
    }
}
