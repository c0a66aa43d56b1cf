import Testing

@testable import Mail

/// Quotes fold; what was written stays in sight; nothing is lost.
struct QuoteFoldingTests {
    /// Texts whose quoted lines, and only they, end in `§`.
    static let texts = [
        "", "only written", "one\ntwo\n", "> only quoted\n> all of it",
        "Hello\n\nOn Mon, 3 Mar 2025 at 10:00, Ann <ann@example.org> wrote:§\n> Hi§\n>> deeper§\n",
        "Hallo\n\nAm 03.03.2025 um 10:00 schrieb Ann Example:§\n§\n> Hi§\n§\n> more§\n\nAntwort unten\n",
        "Hello\nOn Aug 22, 2011, at 7:37 PM, defunkt§\n<reply@example.com>wrote:§\n§\n> Loader§",
        "> first point§\nanswer one\n> second point§\nanswer two\n",
        "Bonjour\nLe lun. 3 mars 2025 à 10:00, Ann <ann@example.org> a écrit :§\n> salut§",
        "Top post\n\nOn 3 March 2025 Ann wrote:§\n§\nunmarked text to the end§\nand more§",
        "Hi\n\n-----Original Message-----§\nFrom: Ann§\n§\ntext§\n",
        "Hallo\n\n-----Ursprüngliche Nachricht-----§\nVon: Ann§\n",
        "Hi\n____________§\nFrom: Ann <ann@example.org>§\nSent: Monday§\nTo: Bob§\nSubject: x§\n§\nold text§",
        "Hallo\n*Von:* Ann§\n*Gesendet:* Montag§\n*An:* Bob§\n*Betreff:* x§\n§\nalt§",
        "Cześć\nW dniu 3.03.2025 o 10:00, Ann Example napisał(a):\nno colon verb, stays\n",
        "From: Berlin\nTo: Paris\nDate: 3 March\nis my journey", "He wrote: I owe 5 euros\nand left",
        "---------- Forwarded message ---------\nFrom: Ann <ann@example.org>\nSubject: x\n", "a\n> b§\nc\n",
    ]

    @Test(arguments: texts)
    func `quoted lines fold and all others stay`(marked: String) {
        let lines = marked.split(separator: "\n", omittingEmptySubsequences: false)
        let text = marked.replacing("§", with: "")
        let folding = QuoteFolding(text)
        #expect(folding.segments.map(\.text).joined() == text)
        let quoted = folding.segments.filter { $0.kind == .quoted }.map(\.text).joined()
        let expected = lines.enumerated().filter { $1.contains("§") }.map { index, line in
            line.replacing("§", with: "") + (index + 1 < lines.count ? "\n" : "")
        }
        #expect(quoted == expected.joined())
        let windows = QuoteFolding(text.replacing("\n", with: "\r\n"))
        #expect(windows.segments.map(\.kind) == folding.segments.map(\.kind))
        #expect(folding.written.utf8.count + quoted.utf8.count == text.utf8.count)
    }

    @Test(.timeLimit(.minutes(1)))
    func `a flood of quotes is folded in linear time`() {
        for piece in [">", "> x\n", "On 1 wrote:\n", "\n", "From: a@b\n", "____________\n", "On 1\n", "x y "] {
            let text = String(repeating: piece, count: 400_000 / piece.utf8.count)
            #expect(QuoteFolding(text).segments.map(\.text).joined() == text, "\(piece)")
        }
    }
}
