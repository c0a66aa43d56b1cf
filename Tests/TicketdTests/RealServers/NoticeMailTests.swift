import Foundation
import Testing

extension ProcessTests {
    /// `[notify]` on a real Dovecot: staff hear of new mail in numbers.
    @Suite(.enabled(if: PostOffice.isOpen, PostOffice.closed))
    struct NoticeMailTests {
        @Test func `P14 staff hear of new mail in numbers, never what it says, and only when there is some`() throws {
            let office = try PostOffice()
            let team = try office.account()
            let desk = try OfficeDesk(sections: "[notify]\nto = [\"\(team.address)\"]\nwhen = \"each\"")
            try desk.daemon.start()
            try desk.waitUntilIdle()
            #expect(try office.mails(of: team).isEmpty)
            try office.send(
                desk.question("news-1", subject: "zqmarkerzq", text: "zqmarkerzq"), from: desk.customer(),
                to: desk.support.address)
            try desk.daemon.wait("the notice") { try !office.mails(of: team).isEmpty }
            let mail = try #require(try office.mails(of: team).first)
            #expect(mail.header("Subject") == "Example Support: new messages: 1")
            #expect(mail.unwrapped.contains("Mailbox support: new messages: 1, new tickets: 1. Tickets: #1"))
            #expect(mail.header("List-Unsubscribe-Post") == "List-Unsubscribe=One-Click")
            #expect(!mail.text.contains("zqmarkerzq"))
            #expect(try !mail.text.contains(desk.customer().address))
            try desk.daemon.wait("it is written down") { desk.daemon.log.contains("staff were told of new mail") }
            #expect(try office.mails(of: team).count == 1)
        }
    }
}
