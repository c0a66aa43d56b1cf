import Testing

@testable import Post

/// Replies with every octet changed and cut at every place: the parser survives, and pieces make no difference.
@Suite struct IMAPMutationTests {
    private static let seeds = [
        "* OK [CAPABILITY IMAP4rev1 UIDPLUS] ready\r\n* 3 EXISTS\r\na1 NO [AUTHENTICATIONFAILED] no\r\n",
        "* 1 FETCH (UID 5 FLAGS (\\Seen) RFC822.SIZE 5 BODY[] {5}\r\nA1 OK)\r\na1 OK [COPYUID 7 1:4,7 9:13] done\r\n",
        "* 2 FETCH (BODY[HEADER.FIELDS (FROM)] \"a\\\"b\" ENVELOPE ((NIL NIL) ~{0}\r\n))\r\n+ idling\r\n* BYE {9}\r\n",
        "* 1 FETCH (INTERNALDATE \"17-Jul-1996 02:44:25 -0700\" BODY[] {99999}\r\n",
    ]
    private static let marks = Array("{}()[]\"\\~+*0 9\r\n\u{0}".utf8) + [0xFF]

    @Test(arguments: seeds)
    func `no change of a reply breaks the parser, and pieces make no difference`(seed: String) {
        let seed = Array(seed.utf8)
        for place in seed.indices {
            check(Array(seed[..<place]), pieces: 1 + place % 7)
            for mark in Self.marks {
                var changed = seed
                changed[place] = mark
                check(changed, pieces: 1 + place % 7)
            }
        }
    }

    private func check(_ bytes: [UInt8], pieces: Int) {
        let whole = replies(bytes, pieces: max(1, bytes.count))
        let cut = replies(bytes, pieces: pieces)
        if whole != cut { Issue.record("\(String(decoding: bytes, as: UTF8.self)) in pieces of \(pieces)") }
    }

    private func replies(_ bytes: [UInt8], pieces: Int) -> [IMAPResponse]? {
        var parser = IMAPResponseParser(messageBytes: 4_096)
        var replies: [IMAPResponse] = []
        for start in stride(from: 0, to: bytes.count, by: pieces) {
            do throws(IMAPViolation) {
                replies += try parser.feed(Array(bytes[start..<min(bytes.count, start + pieces)]))
            } catch {
                return nil
            }
        }
        return replies
    }
}
