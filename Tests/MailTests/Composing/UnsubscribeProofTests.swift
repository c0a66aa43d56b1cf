import Foundation
import Testing

@testable import Mail

/// The proof must see a mail that lost its way out, whatever took it.
struct UnsubscribeProofTests {
    @Test func `a composed mail proves its link`() throws {
        let composition = try CompositionSample.make()
        let bytes = try MessageComposer().compose(composition)
        #expect(UnsubscribeProof(of: bytes)?.link == composition.unsubscribe)
    }

    /// What to change in a finished mail, and into what.
    @Test(arguments: [
        ("List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n", ""), ("List-Unsubscribe: ", "X-Other: "),
        ("List-Unsubscribe=One-Click", "List-Unsubscribe=Two-Click"), ("<https://help", "<http://help"),
        (">,\r\n <mailto:", ">,\r\n <https://x.example/>,\r\n <mailto:"), ("?subject=", "?body="),
        ("<hr>", "<hr hidden><div style=3D\"display:none\">"),
        ("https://help.example.org/u/AQb", "https://help.example.org/x/AQb"),
        ("Sie m=C3=B6chten keine Mails mehr von uns?", ""), ("<a href=3D", "<!--"),
        ("</a></p>", "</a></p><p>And more.</p>"),
        ("multipart/alternative", "multipart/mixed"), ("text/html;", "text/enriched;"), ("Guten Tag", "Guten\nTag"),
        ("Guten Tag", "Guten\rTag"), ("Guten Tag", ".\r\nGuten Tag"), ("Guten Tag", "G\u{FC}ten Tag"),
        ("Guten Tag", "Guten\u{0}Tag"),
        ("Guten Tag", String(repeating: "x", count: 999)),
        ("MIME-Version:", "List-Unsubscribe: <https://a.b/>\r\nMIME-Version:"),
    ])
    func `a mail that lost its way out proves nothing`(old: String, new: String) throws {
        let text = String(decoding: try MessageComposer().compose(try CompositionSample.make()), as: UTF8.self)
        let range = try #require(text.range(of: old), "the mail holds what is to be changed")
        #expect(UnsubscribeProof(of: Array(text.replacingCharacters(in: range, with: new).utf8)) == nil)
    }

    @Test func `nothing proves nothing`() {
        #expect(UnsubscribeProof(of: []) == nil)
        #expect(UnsubscribeProof(of: Array("\r\n".utf8)) == nil)
    }
}
