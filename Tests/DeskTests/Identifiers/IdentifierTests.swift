import Desk
import Testing

struct IdentifierTests {
    @Test(arguments: [
        ("1042", 1042 as Int64?), ("#1042", 1042), ("1", 1), ("0", nil), ("01", nil), ("-1", nil), ("", nil),
        ("#", nil), ("10 42", nil), ("1042x", nil), ("9999999999999999", nil), ("١٢", nil),
    ])
    func `a ticket number is digits and nothing else`(text: String, value: Int64?) {
        #expect(TicketNumber(text: text)?.value == value)
    }

    @Test(arguments: [("support", true), ("a.b-c_9", true), ("", false), ("a b", false), ("ä", false), ("a/b", false)])
    func `a mailbox name can be a label and a file name`(text: String, isValid: Bool) {
        #expect((MailboxName(text) != nil) == isValid)
    }

    @Test(arguments: ["12.7", "0.1"])
    func `a page key comes back from its text`(text: String) {
        #expect(PageKey(text: text)?.text == text)
        #expect(PageKey(text: text + ".1") == nil)
    }
}
