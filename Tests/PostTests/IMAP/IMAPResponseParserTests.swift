import Foundation
import Testing

@testable import Post

/// The reply parser: tables, every split, and noise.
@Suite struct IMAPResponseParserTests {
    /// Everything at once: literals full of protocol, both quotes, flags between literals, a UID after the body.
    static let recorded: [UInt8] = Array(
        ("""
        * OK [CAPABILITY IMAP4rev1 IDLE MOVE UIDPLUS] ready {12}
        * CAPABILITY IMAP4rev1 IDLE LITERAL+
        * 3 EXISTS
        * OK [UIDVALIDITY 4294967295] valid
        * OK [UIDNEXT 4294967290] next
        * 1 FETCH (UID 4294967289 FLAGS (\\Seen $Junk) INTERNALDATE " 7-Feb-1994 22:23:32 -0800" RFC822.SIZE 44)
        * 1 FETCH (BODY[] {57}
        A001 OK FETCH completed
        * BYE
        {999}
        * 1 EXPUNGE
        )+ go UID 4294967289)
        * 2 FETCH (FLAGS (\\Deleted))
        * 2 FETCH (UID 8 BODY[HEADER] "Subject: \\"a\\\\b\\"" X-FUTURE ("(" NIL {3}
        )A1 (())))
        * 3 FETCH (UID 9 BODY[] NIL)
        * VANISHED (EARLIER) 1:5
        + idling
        * 2 EXPUNGE
        T1 OK [COPYUID 38505 304,319:320 3956:3958] done
        T2 NO [AUTHENTICATIONFAILED] no {5}
        T3 BAD what

        """).replacingOccurrences(of: "\n", with: "\r\n").utf8)

    static func parse(_ chunks: [[UInt8]], messageBytes: Int = Limits.messageBytes) throws -> [IMAPResponse] {
        var parser = IMAPResponseParser(messageBytes: messageBytes)
        return try chunks.flatMap { try parser.feed($0) }
    }

    static func parse(_ text: String, messageBytes: Int = Limits.messageBytes) throws -> [IMAPResponse] {
        try parse([Array(text.utf8)], messageBytes: messageBytes)
    }

    @Test func `a recorded conversation reads as what it says`() throws {
        let replies = try Self.parse([Self.recorded])
        #expect(replies.count == 16)
        #expect(
            replies[0] == .untagged(IMAPStatus(kind: .ok, code: .capability(["IMAP4REV1", "IDLE", "MOVE", "UIDPLUS"]))))
        #expect(replies[1] == .capability(["IMAP4REV1", "IDLE", "LITERAL+"]))
        #expect(replies[2] == .exists(3))
        #expect(replies[3] == .untagged(IMAPStatus(kind: .ok, code: .uidValidity(4_294_967_295))))
        guard case .fetch(let listed) = replies[5], case .fetch(let body) = replies[6],
            case .fetch(let header) = replies[8], case .fetch(let gone) = replies[9]
        else { return #expect(Bool(false), "FETCH replies are missing") }
        #expect(listed.uid == 4_294_967_289 && listed.size == 44 && listed.isSeen == true)
        #expect(listed.internalDate == Date(timeIntervalSince1970: 760_688_612))
        #expect(body.uid == 4_294_967_289)
        #expect(body.whole == .bytes(Array("A001 OK FETCH completed\r\n* BYE\r\n{999}\r\n* 1 EXPUNGE\r\n)+ go".utf8)))
        #expect(header.header == .bytes(Array("Subject: \"a\\b\"".utf8)) && header.uid == 8)
        #expect(gone.whole == .absent)
        #expect(replies[10...12] == [.other, .continuation, .expunged])
        let copied = IMAPStatus.Code.copied(
            uidValidity: 38_505, from: try #require(UIDSet("304,319:320".utf8)),
            to: try #require(UIDSet("3956:3958".utf8)))
        #expect(replies[13] == .tagged(tag: Array("T1".utf8), IMAPStatus(kind: .ok, code: copied)))
        #expect(replies[14] == .tagged(tag: Array("T2".utf8), IMAPStatus(kind: .no, code: .loginRefused)))
        #expect(replies[15] == .tagged(tag: Array("T3".utf8), IMAPStatus(kind: .bad)))
    }

    @Test func `every split of the conversation gives the same replies`() throws {
        let whole = try Self.parse([Self.recorded])
        for position in 0...Self.recorded.count {
            let halves = [Array(Self.recorded[..<position]), Array(Self.recorded[position...])]
            #expect(try Self.parse(halves) == whole, "split at \(position)")
        }
        #expect(try Self.parse(Self.recorded.map { [$0] }) == whole)
    }

    @Test(arguments: [
        // The text of a status is not looked at.
        ("* BYE {999}\r\n* 1 EXISTS\r\n", 2),
        ("T1 OK done {5}\r\n* 1 EXISTS\r\n", 2),
        ("+ {5}\r\n* 1 EXISTS\r\n", 2),
        // Empty and non-synchronising literals, binary literals.
        ("* 1 FETCH (UID 1 BODY[] {0}\r\n)\r\n", 1),
        ("* 1 FETCH (UID 1 BODY[] {3+}\r\nabc)\r\n", 1),
        ("* 1 FETCH (UID 1 BODY[] ~{3}\r\na\u{0}c)\r\n", 1),
        // A literal in the middle of a list, and two in one reply.
        ("* LIST () \"/\" {5}\r\nINBOX\r\n", 1),
        ("* 1 FETCH (BODY[] {2}\r\nab UID 1 BODY[HEADER] {2}\r\ncd)\r\n", 1),
        // Bare LF ends a line too.
        ("* 1 EXISTS\n* 2 EXISTS\n", 2),
        // Section names with spaces and parentheses are one word.
        ("* 1 FETCH (BODY[HEADER.FIELDS (FROM \"TO\")]<0> {2}\r\nab UID 7)\r\n", 1),
    ])
    func `framing holds`(text: String, count: Int) throws {
        let replies = try Self.parse(text)
        #expect(replies.count == count)
        #expect(!replies.contains(.unreadable))
    }

    @Test(arguments: [
        "", "\r\n", "*\r\n", "* \r\n", "nonsense\r\n", "T1\r\n", "T1 MAYBE\r\n", "* 1 FETCH (UID 1\r\n",
        "* 1 FETCH UID 1)\r\n",
        "* 99999999999 EXISTS\r\n", "T1 BYE\r\n", " OK\r\n", "* \"x\"\r\n", "* 1 FETCH (UID 1 BODY[] \"open)\r\n",
    ])
    func `a line that is not IMAP is unreadable and nothing more`(text: String) throws {
        let replies = try Self.parse(text + "* 7 EXISTS\r\n")
        #expect(replies.last == .exists(7))
        if !text.isEmpty { #expect(replies.first == .unreadable) }
    }

    @Test(arguments: [
        (String(repeating: "x", count: Limits.lineBytes + 1), IMAPViolation.lineTooLong),
        ("* 1 FETCH (BODY[] {268435457}\r\n", .literalTooLarge),
        ("* 1 FETCH (BODY[] {99999999999999999999}\r\n", .literalTooLarge),
        ("* 1 FETCH (X \"open {5}\r\n", .ambiguousLiteral),
        ("* 1 X" + String(repeating: " {1}\r\na", count: Limits.literalsPerReply + 1) + "\r\n", .tooManyLiterals),
    ])
    func `what cannot be followed ends the connection`(text: String, violation: IMAPViolation) {
        #expect(throws: violation) { try Self.parse(text) }
    }

    @Test func `nesting without end is unreadable, not a trap`() throws {
        let deep = "* X " + String(repeating: "(", count: 100_000) + "\r\n"
        #expect(try Self.parse(deep) == [.unreadable])
    }

    @Test func `a literal over the limit is counted past and reported`() throws {
        let text = "* 1 FETCH (UID 5 BODY[] {12}\r\n* 9 EXISTS\r\n)\r\n* 1 EXISTS\r\n"
        let replies = try Self.parse(text, messageBytes: 11)
        #expect(replies.count == 2)
        guard case .fetch(let fetch) = replies[0] else { return #expect(Bool(false), "no FETCH") }
        #expect(fetch.whole == .oversized(12) && fetch.uid == 5)
    }

    @Test func `mutated conversations never trap`() {
        var generator = SplitMix(state: 0x7469_636B_6574_6401)
        let telling = Array("{}()\"\\[]*+\r\n0129~".utf8)
        for _ in 0..<4_000 {
            var bytes = Self.recorded
            for _ in 0...(generator.next() % 8) {
                let position = Int(generator.next() % UInt64(bytes.count))
                switch generator.next() % 4 {
                case 0: bytes[position] = UInt8(truncatingIfNeeded: generator.next())
                case 1: bytes.remove(at: position)
                case 2: bytes.insert(telling[Int(generator.next() % UInt64(telling.count))], at: position)
                default: bytes.removeSubrange(position..<min(position + 9, bytes.count))
                }
            }
            var parser = IMAPResponseParser(messageBytes: 1_000)
            let cut = Int(generator.next() % UInt64(bytes.count))
            do {
                _ = try parser.feed(Array(bytes[..<cut]))
                _ = try parser.feed(Array(bytes[cut...]))
            } catch {
                continue
            }
        }
    }

    @Test(arguments: [
        ("01-Jan-1970 00:00:00 +0000", 0.0), ("29-Feb-2000 12:00:00 +0100", 951_822_000),
        ("31-Dec-1969 23:59:59 +0000", -1), (" 1-Mar-2100 00:00:00 -0030", 4_107_544_200),
        ("01-jan-1970 00:00:00 +0000", 0),
    ])
    func `internal dates are moments`(text: String, seconds: Double) {
        #expect(InternalDate.read(Array(text.utf8)) == Date(timeIntervalSince1970: seconds))
    }

    @Test(arguments: [
        "", "1-Jan-1970 00:00:00 +0000", "01-Foo-1970 00:00:00 +0000", "01-Jan-1970 24:00:00 +0000",
        "xx-Jan-1970 00:00:00 +0000", "01-Jan-1970 00:00:00 ?0000", "00-Jan-1970 00:00:00 +0000",
    ])
    func `other internal dates are none`(text: String) {
        #expect(InternalDate.read(Array(text.utf8)) == nil)
    }
}

/// A fixed sequence of numbers (SplitMix64), so that a failure can be repeated.
struct SplitMix {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}
