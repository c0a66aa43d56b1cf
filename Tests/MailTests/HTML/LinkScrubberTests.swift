import Foundation
import Testing

@testable import Mail

/// What acts for somebody must not be readable by somebody else; everything else must stay as it was.
struct LinkScrubberTests {
    static let token = "AQ" + String(repeating: "x_-9Az", count: 13)
    static let reply = "abcdefghijklmnopqrstuvwx23"

    @Test(arguments: [
        ("see https://help.example.org/u/\(token).", "see [link removed]."),
        ("HTTP://HELP.example.org/u/\(token)", "[link removed]"),
        ("<https://help.example.org/my/orders?x=1#y>", "<[link removed]>"),
        ("https://help.example.org/my", "[link removed]"),
        ("help.example.org/u/abc)", "[link removed])"),
        ("> unsubscribe \(token)\n> next", "> unsubscribe [link removed]\n> next"),
        (
            "mailto:support@example.org?subject=unsubscribe%20\(token)&x",
            "mailto:support@example.org?subject=unsubscribe%20[link removed]&x"
        ),
        (
            "https://safe.example/?url=https%3A%2F%2Fhelp.example.org%2Fu%2F\(token)&data=1",
            "https://safe.example/?url=[link removed]"
        ),
        (
            "https://safe.example/?url=https%3A%2F%2Fother.example%2Fu%2F\(token)&d",
            "https://safe.example/?url=https%3A%2F%2Fother.example%2Fu%2F[link removed]&d"
        ),
        ("https://help.example.org/u/\n\(token)", "[link removed]\n[link removed]"),
        ("From: Help <support+t.\(reply)@example.org>", "From: Help <[link removed]>"),
        ("SUPPORT+T.\(reply.uppercased())@EXAMPLE.ORG, a@b.example", "[link removed], a@b.example"),
        ("support%2Bt.\(reply)@example.org", "[link removed]"),
    ])
    func `our own capabilities are taken out of what comes in`(text: String, scrubbed: String) throws {
        let scrubber = try #require(LinkScrubber(publicURL: "https://Help.example.org/"))
        let result = scrubber.scrub(text)
        #expect(result.text == scrubbed)
        #expect(result.removed == scrubbed.components(separatedBy: LinkScrubber.replacement).count - 1)
    }

    @Test(arguments: [
        "", "https://help.example.org/", "https://help.example.org/mystery", "https://help.example.org/unsubscribe",
        "https://nothelp.example.org/u/abc", "https://help.example.organic/u/abc", "https://x.help.example.org/u/abc",
        "support+tag@example.org", "support+t.short@example.org", "x\(token)y", String(token.dropLast()),
        "Grüße, 請 +t. %2",
    ])
    func `everything else stays as it was`(text: String) throws {
        let result = try #require(LinkScrubber(publicURL: "https://help.example.org")).scrub(text)
        #expect(result.text == text)
        #expect(result.removed == 0)
    }

    @Test func `a base path and a port belong to the site, and nonsense is no site`() throws {
        let scrubber = try #require(LinkScrubber(publicURL: "http://127.0.0.1:8025/desk/"))
        #expect(scrubber.scrub("http://127.0.0.1:8025/desk/u/abc http://127.0.0.1:8025/u/abc").removed == 1)
        #expect(scrubber.scrub("x=http%3a%2f%2f127.0.0.1%3A8025%2Fdesk%2Fmy").text == "x=[link removed]")
        for nonsense in ["", "help.example.org", "https://", "https:// x"] {
            #expect(LinkScrubber(publicURL: nonsense) == nil)
        }
    }
}
