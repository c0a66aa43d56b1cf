import Foundation
import Testing

@testable import Mail

/// HTML as an agent reads it: fixtures beside their texts, and input made to break a converter.
struct HTMLTextTests {
    @Test(
        arguments: [
            ("blocks", 0, 0, []), ("lists-and-tables", 0, 0, []), ("links-and-images", 6, 0, []),
            ("hidden", 0, 5, [.hiddenTextDropped]), ("right-to-left", 0, 0, []), ("broken", 0, 0, [.malformedHTML]),
            ("style-sheets", 0, 5, [.hiddenTextDropped]), ("data-tables", 1, 1, [.hiddenTextDropped]),
            ("no-markup", 0, 0, []),
        ] as [(String, Int, Int, [Defect])])
    func `HTML becomes the text a person would read`(
        name: String, trackers: Int, hidden: Int, defects: [Defect]
    ) throws {
        let read = HTMLText(try MailFixture.text("HTML/\(name).html"))
        #expect(read.text + "\n" == (try MailFixture.text("HTML/\(name).txt")))
        #expect(read.trackersRemoved == trackers)
        #expect(read.hiddenRemoved == hidden)
        #expect(read.defects.list == defects)
    }

    /// A piece of HTML that is repeated.
    static let floods = [
        "<", "<a", "<a ", "</", "<!--", "<!", "&", "&amp", "&#", "<b>", "</b>", "<i><div>", "<div>", "<blockquote>x",
        "<ul><li>", "<table><tr><td>", "<table><tr><td>x", "<a href=x>", "<a href='", "<script>", "</p>", "<br>",
        "<p>x",
        "<b style=\"display:none\">x", "<pre>\n", "<span a=b a=b a=b>", "x\u{0}", "\u{200B}", "<style>",
        "<ol><li>x</ol>",
        "<td>x</td>", "<img alt=x>", "<i><div></i>", "<!-- -", "<a b=\"c", "&lt", "<h1>x</h1>", "-->", "<textarea>",
        "<s>", "<s></s>", "<q>x", "<style>.a{display:none}</style>", "<style>.a{", "<p class=\"a b c\">x", "<th>",
        "<th>x",
        "<table border=1><tr><td colspan=9>", "<td>&nbsp;", "<ol type=i reversed start=9>",
        "<area alt=x href=http://a>",
    ]

    /// Code that is quadratic in any of these needs minutes; linear code needs a few seconds for all of them.
    @Test(.timeLimit(.minutes(1)))
    func `a flood of anything is read in linear time into a bounded text`() {
        for piece in Self.floods {
            let text = HTMLText(String(repeating: piece, count: 400_000 / piece.utf8.count)).text
            #expect(text.utf8.count <= Limits.readableOctets * 5, "\(piece)")
        }
    }

    @Test(arguments: [
        (".a{display:none}", "<p class=A>x", ""), (".a{display:none}.a{display:block}", "<p class=a>x", "x"),
        ("p{display:none}", "<p class=a>x", ""), ("p.a{display:none}", "<div class=a>x", "x"),
        ("#a{opacity:0}", "<p id=a>x", ""), (".a .b{display:none}", "<p class=b>x", "x"),
        ("@media screen{.a{display:none}}.b{x:y}", "<p class=a>x", "x"), (".a{display:none", "<p class=a>x", ""),
        ("}.a{display:none}", "<p class=a>x", "x"),
        (".a{display:none!important}", "<p class=a style=display:block>x", ""),
        (".a{display:none}", "<p class=a style=display:block>x", "x"),
        (".a/*{}*/,.b{display:none}", "<p class=b>x", ""),
        (".a.b{display:none}", "<p class=\"a b\">x", "x"), ("*{font-size:0}", "<p>x", "x"),
    ])
    func `a rule of a style sheet hides what it names and nothing else`(css: String, html: String, text: String) {
        #expect(HTMLText("<style>\(css)</style>\(html)").text == text)
        #expect(HTMLText("\(html)<style>\(css)</style>").text == text)
    }

    @Test func `any prefix and any bytes give a text`() throws {
        let html =
            Array(try MailFixture.text("HTML/broken.html").utf8) + Array(try MailFixture.text("HTML/hidden.html").utf8)
        for end in html.indices { _ = HTMLText(String(decoding: html[..<end], as: UTF8.self)) }
        var state: UInt64 = 42
        let alphabet = Array("<>/!-='\"& abdtrlipo;#x\n?[]\u{E9}".utf8)
        for _ in 0..<2_000 {
            let noise = (0..<60).map { _ -> UInt8 in
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return alphabet[Int(state >> 33) % alphabet.count]
            }
            let text = HTMLText(String(decoding: noise, as: UTF8.self)).text
            #expect(!text.contains("\r"))
        }
    }

    @Test(arguments: [
        ("&nbsp;&copy;&hellip;", " ©…"), ("&amp;lt;", "&lt;"), ("&notit;", "¬it;"),
        ("&#0;&#xD800;&#x110000;&#99999999999;", "����"),
        ("&#128;&#150;", "€–"), ("&;&#;&#x;&", "&;&#;&#x;&"), ("&Uuml;&scaron;&ccaron;&zcaron;", "Üščž"),
        ("&apos;", "'"),
    ])
    func `character references are read as browsers read them`(html: String, text: String) {
        #expect(HTMLEntities.decoded(Array(html.utf8)[...], inAttribute: false).replacing("\u{A0}", with: " ") == text)
    }
}
