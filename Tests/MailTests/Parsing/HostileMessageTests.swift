import Testing

@testable import Mail

/// Input made to be expensive or to break: each must end, within the limits, with the defect that says so.
@Suite struct HostileMessageTests {
    struct Bomb: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let text: String
        let defect: Defect?

        init(_ name: String, _ text: String, _ defect: Defect? = nil) {
            testDescription = name
            self.text = text
            self.defect = defect
        }
    }

    static let bombs: [Bomb] = [
        Bomb("nested multiparts", nested(5_000), .tooDeep),
        Bomb("nested messages", many("Content-Type: message/rfc822\n\n", 5_000), .tooDeep),
        Bomb("parts", "Content-Type: multipart/mixed; boundary=b\n\n" + many("--b\n\nx\n", 20_000), .tooManyParts),
        Bomb("header fields", many("X: y\n", 50_000) + "\nbody", .tooManyHeaders),
        Bomb("header octets", many("X: " + many("y", 500) + "\n", 900) + "\nbody", .headerTooLarge),
        Bomb("one long field", "X: " + many("y", 900_000) + "\n\nbody", .headerFieldTooLong),
        Bomb("addresses", "From: " + many("a@example.com, ", 20_000) + "\n\n", .tooManyAddresses),
        Bomb("open comments", "From: " + many("(", 100_000) + "\n\n", .oddAddress),
        Bomb("nested comments", "From: " + many("(", 50_000) + many(")", 50_000) + " a@b.c\n\n"),
        Bomb("open angles", "From: " + many("<", 100_000) + "\n\n", .oddAddress),
        Bomb("open angles with separators", "From: " + many("<a,", 50_000) + "\n\n", .oddAddress),
        Bomb("groups", "From: " + many("g:", 50_000) + many(";", 50_000) + "\n\n", .oddAddress),
        Bomb("open quotes", "From: " + many("\\\"", 50_000) + "\n\n", .oddAddress),
        Bomb("encoded words", "Subject: " + many("=?utf-8?Q?=C3=BC?= ", 12_000) + "\n\n"),
        Bomb("encoded words without end", "Subject: " + many("=?a?Q?x ", 30_000) + "\n\n"),
        Bomb("identifiers", "References: " + many("<a@b> ", 40_000) + "\n\n"),
        Bomb("open identifiers", "References: " + many("<", 200_000) + "\n\n"),
        Bomb("parameters", "Content-Type: text/plain" + many("; name*1=x", 20_000) + "\n\n"),
        Bomb("digits in a date", "Date: " + many("9", 100_000) + " Jul 2025\n\n", .invalidDate),
        Bomb("delimiter lookalikes", "Content-Type: multipart/mixed; boundary=bb\n\n" + many("--b\n", 100_000)),
        Bomb("malformed lines", "A: b\n" + many("x\n", 200_000), .malformedHeaderLine),
        Bomb("soft breaks", "Content-Transfer-Encoding: quoted-printable\n\n" + many("=\n", 200_000)),
        Bomb("base64 noise", "Content-Transfer-Encoding: base64\n\n" + many("Q!\u{80} =U \n", 50_000)),
        Bomb("escapes", "Content-Type: text/plain; charset=iso-2022-jp\n\n" + many("\u{1B}$B$\"\u{1B}(B", 40_000)),
        Bomb("shifts", "Content-Type: text/plain; charset=utf-7\n\n" + many("+ADw-", 40_000)),
    ]

    @Test(arguments: bombs)
    func `a bomb is read within the limits`(bomb: Bomb) {
        let message = MessageParser().parse(Array(bomb.text.utf8))
        let limits = Limits.standard
        #expect(message.leaves.count <= limits.parts)
        #expect(message.from.count <= limits.addresses)
        #expect(message.references.count <= limits.messageIDs)
        #expect(message.headerNames.count <= limits.headerFields)
        #expect(LeavesReport(id: "x", message: message).json.count > 0)
        var fed = 0
        message.identityContent { fed += $0.count }
        #expect(fed <= message.bytes.count + 64 + 16 * limits.parts)
        if let defect = bomb.defect { #expect(message.defects.contains(defect)) }
    }

    @Test func `an embedded message encoded over and over is unpacked to the limit of its own size`() {
        var inner = Array("Subject: bottom\n\nbody\n".utf8)
        for _ in 0..<12 {
            let head = Array("Content-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\n".utf8)
            inner = head + Base64.encode(inner) + Array("\n".utf8)
        }
        let message = MessageParser().parse(inner)
        #expect(message.leaves.map { message.decodedText(of: $0).text } == ["body\n"])
    }

    private static func many(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }

    private static func nested(_ depth: Int) -> String {
        (0..<depth).map { "Content-Type: multipart/mixed; boundary=n\($0)\n\n--n\($0)\n" }.joined() + "\nbottom\n"
    }
}
