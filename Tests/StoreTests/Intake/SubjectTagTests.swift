import Desk
import Testing

@testable import Store

@Suite struct SubjectTagTests {
    @Test(arguments: [
        ("Re: Printer [#1042]", 1042), ("[#7] Re: [#8] x", 8), ("[ticket] [#12]", 12), ("[#12", nil), ("#12", nil),
        ("[#0]", nil), ("[#012]", nil), ("[#99999999999999999999]", nil), ("[#1x]", nil), ("", nil), ("[[[[#5]", 5),
    ])
    func `the last well-formed tag counts`(subject: String, number: Int64?) {
        #expect(SubjectTag.find(in: subject)?.value == number)
    }
}
