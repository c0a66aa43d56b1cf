import Desk
import Testing

struct ReplySubjectTests {
    static let long = String(repeating: "x", count: 400)

    @Test(arguments: [
        ("Printer", "Re: Printer [#1042]"), ("Re: Printer", "Re: Printer [#1042]"),
        ("RE: re: AW: Fwd: WG: Antw: SV: Printer", "Re: Printer [#1042]"),
        ("Re: Printer [#1042]", "Re: Printer [#1042]"), ("[#1042] Re: Printer", "Re: Printer [#1042]"),
        ("Re: [#1042] AW: [#1042] Printer", "Re: Printer [#1042]"), ("Printer [#7]", "Re: Printer [#7] [#1042]"),
        ("Regarding: printer", "Re: Regarding: printer [#1042]"), ("", "Re: [#1042]"), (" \t ", "Re: [#1042]"),
        ("Re:", "Re: [#1042]"), ("[#1042]", "Re: [#1042]"), ("Re:Printer", "Re: Printer [#1042]"),
        ("a\r\nBcc: v@evil.example", "Re: a  Bcc: v@evil.example [#1042]"), ("a\u{0}\u{7F}b", "Re: a  b [#1042]"),
        ("a\u{85}b\u{2028}c", "Re: a b c [#1042]"), ("\u{1B}[31mred", "Re: [31mred [#1042]"),
        ("\u{202E}gpj.exe", "Re: \\u{202E}gpj.exe [#1042]"), ("👨‍👩‍👧 Ü", "Re: 👨‍👩‍👧 Ü [#1042]"),
        (long, "Re: " + String(repeating: "x", count: 188) + " [#1042]"),
        (String(repeating: "Re: ", count: 20_000) + "Printer", "Re: Printer [#1042]"),
    ])
    func `prefixes and tags do not pile up, controls do not pass, the tag survives`(subject: String, answer: String) {
        let text = ReplySubject.text(answering: subject, ticket: Scenario.number(1042))
        #expect(text == answer)
        #expect(text.unicodeScalars.count <= Limits.subjectLength && text.isOneLine)
        #expect(ReplySubject.text(answering: text, ticket: Scenario.number(1042)) == text)
    }

    @Test func `a letter of many scalars counts as many`() {
        let text = ReplySubject.text(
            answering: "e" + String(repeating: "\u{301}", count: 5_000), ticket: Scenario.number(1042))
        #expect(text.unicodeScalars.count == Limits.subjectLength && text.hasSuffix(" [#1042]"))
    }
}
