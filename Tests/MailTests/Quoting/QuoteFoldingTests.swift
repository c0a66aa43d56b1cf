import Testing

@testable import Mail

/// Quotes fold; what was written stays in sight; nothing is lost.
struct QuoteFoldingTests {
    /// A text whose quoted lines end in `§`, those of a list's footer in `¶`, and all others in neither.
    struct Reply: Sendable, CustomTestStringConvertible {
        let marked: String
        var testDescription: String { String(marked.prefix(60)) }

        var text: String { marked.replacing("§", with: "").replacing("¶", with: "") }

        func lines(ending mark: Character) -> String {
            marked.split(separator: "\n", omittingEmptySubsequences: false).filter { $0.contains(mark) }
                .map { $0.replacing(String(mark), with: "") + "\n" }.joined()
        }
    }

    static func replies() throws -> [Reply] {
        try MailFixture.text("Quoting/replies.txt").split(separator: "%%\n").map { Reply(marked: String($0)) }
    }

    @Test(arguments: try replies())
    func `quoted lines fold and all others stay`(reply: Reply) {
        let folding = QuoteFolding(reply.text)
        #expect(folding.segments.map(\.text).joined() == reply.text)
        let quoted = folding.segments.filter { $0.kind == .quoted }.map(\.text).joined()
        #expect(quoted == reply.lines(ending: "§"))
        let footer = folding.segments.filter { $0.kind == .listFooter }.map(\.text).joined()
        #expect(footer == reply.lines(ending: "¶"))
        let windows = QuoteFolding(reply.text.replacing("\n", with: "\r\n"))
        #expect(windows.segments.map(\.kind) == folding.segments.map(\.kind))
        #expect(folding.written.utf8.count + quoted.utf8.count + footer.utf8.count == reply.text.utf8.count)
    }

    @Test(arguments: [
        ("WG: Tassen", true), ("Fwd: cups", true), (" RV: tazas", true), ("转发：杯子", true), ("Re: Fwd: cups", false),
        ("cups", false), ("Order 7: cups", false),
    ])
    func `the subject tells a forwarded mail from an answer`(subject: String, isForwarded: Bool) {
        let text = "see below\n\nFrom: Ann <ann@example.org>\nSent: Monday\nTo: Bob\nSubject: x\n\nbroken\n"
        let folding = QuoteFolding(text, subject: subject)
        #expect(folding.written.contains("broken") == isForwarded)
        #expect(folding.segments.map(\.text).joined() == text)
    }

    @Test(.timeLimit(.minutes(1)))
    func `a flood of quotes is folded in linear time`() {
        for piece in [
            ">", "> x\n", "On 1 wrote:\n", "\n", "From: a@b\n", "____________\n", "On 1\n", "x y ",
            "-- \nunsubscribe @\n",
            "Begin forwarded message:\nFrom: a@b\nTo: c\nSubject: d\n", "a <a@b> 2025 10:00:\n", "\r", "\u{2028}",
        ] {
            let text = String(repeating: piece, count: 400_000 / piece.utf8.count)
            #expect(QuoteFolding(text).segments.map(\.text).joined() == text, "\(piece)")
        }
    }

    @Test func `the segments of any text joined are the text, octet for octet`() throws {
        let pieces = try MailFixture.text("Quoting/replies.txt").split(
            separator: "\n", omittingEmptySubsequences: false)
        let ends = ["\n", "\r\n", "\r", "", "\n\n", "\u{301}\n", "\u{85}", "\u{2028}", " \n"]
        var state: UInt64 = 7
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        for _ in 0..<2_000 {
            let text = (0..<next(30)).reduce(into: "") { text, _ in
                text += pieces[next(pieces.count)] + ends[next(ends.count)]
            }
            let folding = QuoteFolding(text)
            #expect(Array(folding.segments.map(\.text).joined().utf8) == Array(text.utf8))
        }
    }
}
