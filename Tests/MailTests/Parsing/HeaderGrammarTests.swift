import Foundation
import Testing

@testable import Mail

@Suite struct HeaderGrammarTests {
    static let dates: [(String, String?)] = [
        ("Fri, 21 Nov 1997 09(comment):   55  :  06 -0600", "1997-11-21T15:55:06Z"),
        ("Tue, 1 Jul 2025 10:00:00 +0200", "2025-07-01T08:00:00Z"),
        ("1 Jul 25 10:00 GMT", "2025-07-01T10:00:00Z"),
        ("Thu, 13 Feb 1969 23:32:54 -0330 (Newfoundland)", "1969-02-14T03:02:54Z"),
        ("Tue, 1 Jul ((tricky) comment) 2003 10:52:37 +0200", "2003-07-01T08:52:37Z"),
        ("Sun, 27 Oct 2002 23:57:07 EST", "2002-10-28T04:57:07Z"),
        ("Thu, 10 Jul 1997 14:53:31 ZZZZ", "1997-07-10T14:53:31Z"),
        ("31 Dec 2008 23:59:60 +0000", "2009-01-01T00:00:00Z"),
        ("Fri Nov 21 09:55:06 1997", "1997-11-21T09:55:06Z"),
        ("2025-07-01T10:00:00+02:00", "2025-07-01T08:00:00Z"),
        ("by mx.example.com; Mon, 10 Oct 2022 10:31:15 -0700 (PDT)", "2022-10-10T17:31:15Z"),
        ("26 Jan 50 00:00:00 +0000", "1950-01-26T00:00:00Z"),
        ("26 Jan 49 00:00:00 +0000", "2049-01-26T00:00:00Z"),
        ("yesterday", nil),
        ("32 Jul 2025 10:00:00", nil),
        ("", nil),
    ]

    @Test(arguments: dates)
    func `a date is read in every form that is met`(text: String, expected: String?) {
        #expect(DateParser.seconds(Array(text.utf8)).map { Timestamp.text($0) } == expected)
    }

    static let identifiers: [(String, [String])] = [
        ("<a@b>", ["a@b"]),
        ("<a@b> <c@d>\t<e@f>", ["a@b", "c@d", "e@f"]),
        ("a@b c@d", ["a@b", "c@d"]),
        ("Your mail of Tuesday <a@b>", ["a@b"]),
        ("<a @ b>", ["a@b"]),
        ("<<a@b>>", ["a@b"]),
        ("<>", []),
        ("< <a@b", ["a@b"]),
    ]

    @Test(arguments: identifiers)
    func `identifiers are found in the order in which they stand`(text: String, expected: [String]) {
        #expect(MessageIDList.parse(Array(text.utf8), limit: 10).map(\.value) == expected)
    }

    @Test func `an identifier that could not stand in a header is refused`() {
        let refused = ["", "<>", "a b", "a\r\nb", "<a", "a>b", "a\u{7F}", String(repeating: "a", count: 999)]
        for text in refused { #expect(MessageID(text) == nil) }
        #expect(MessageID(" <a@b> ")?.value == "a@b")
        #expect("\(String(describing: MessageID("a@b")))".contains("a@b") == false)
    }

    static let parameters: [(String, String?)] = [
        ("name=plain", "plain"),
        ("name=\"a b\"", "a b"),
        ("name=a b.pdf ; x=y", "a b.pdf"),
        ("name=\"a\\\"b\"", "a\"b"),
        ("name*=utf-8'de'%C3%BC", "ü"),
        ("name*=utf-8'%C3%BC", "ü"),
        ("name*0=a; name*1=b", "ab"),
        ("name*1=b; name*0=a", "ab"),
        ("name*0=a; name*2=c", "a"),
        ("name*0*=iso-8859-1''%FC; name*1=b; name*2*=%FC", "übü"),
        ("name=a; name*=utf-8''b", "b"),
        ("name=a; name*0=b", "b"),
        ("name*=utf-8''%FF; name=a", "a"),
        ("name*01=b; name=a", "a"),
        ("name==?utf-8?Q?=C3=BC?=", "ü"),
        ("name=first; name=second", "first"),
        ("NAME = x", "x"),
        ("name=\"open", "open"),
        ("named=x", nil),
        ("name*999999999999999999999=x", nil),
    ]

    @Test(arguments: parameters)
    func `a parameter is decoded with its continuations`(text: String, expected: String?) {
        let bytes = Array(text.utf8)
        #expect(Parameters(bytes, 0..<bytes.count, limits: .standard).value(of: "name") == expected)
    }
}
