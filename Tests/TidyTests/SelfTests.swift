import Foundation
import Testing

/// The rules are tried on snippets that break them, and on snippets that only look as if they did.
struct SelfTests {
    @Test func `every bad snippet is reported by its rule`() {
        for bad in Snippet.bad {
            let file = SourceFile(path: bad.path, text: bad.text)
            #expect(!bad.rule.check(file).isEmpty, "\(bad.rule.name) does not see: \(bad.text.prefix(200))")
        }
    }

    @Test func `no good snippet is reported`() {
        for good in Snippet.good {
            let file = SourceFile(path: good.path, text: good.text)
            #expect(good.rule.check(file).isEmpty, "\(good.rule.name) reports: \(good.text.prefix(200))")
        }
    }

    @Test func `every rule and every banned word has a bad snippet`() {
        let tried = Set(Snippet.bad.map(\.rule.name))
        #expect(tried == Set(Rule.all.map(\.name)))
        let texts = Snippet.bad.filter { $0.rule.name == Rule.bannedCalls.name }.map(\.text)
        for banned in BannedWord.all {
            #expect(texts.contains { $0.contains(banned.word) }, "no snippet for \(banned.word)")
        }
    }

    @Test func `a finding names the line and the replacement`() {
        let file = SourceFile(
            path: "Sources/Desk/Ticket.swift", text: "/// A ticket.\nstruct Ticket {\n    let at = Date()\n}\n")
        #expect(
            Rule.bannedCalls.check(file).map(\.description) == [
                "Sources/Desk/Ticket.swift:3: `Date()` is banned here. Use World.now."
            ])
    }

    @Test(arguments: [
        ("let a = \"// no\" // yes", "let a = \"     \" \u{b}\u{b}\u{b}\u{b}\u{b}\u{b}"),
        ("\"a\\(b(\"c\"))d\"", "\" \\(b(\" \")) \""),
        ("#\"a\"b\\#(c)\"#", "#\"     (c)\"#"),
        ("\"\"\"\n  print(\"x\")\n  \"\"\".y", "\"\"\"\n            \n  \"\"\".y"),
        ("/* a /* b */ c */d", String(repeating: "\u{b}", count: 17) + "d"),
        ("func `a \"b`() // c", "func `    `() \u{b}\u{b}\u{b}\u{b}"),
        ("\"\\\"\" + x", "\"  \" + x"),
    ])
    func `strings and comments are blanked`(text: String, code: String) {
        let masked = String(decoding: Masking.code(of: Array(text.utf8)), as: UTF8.self)
        #expect(masked.replacing("\\", with: " ") == code.replacing("\\", with: " "))
    }
}
