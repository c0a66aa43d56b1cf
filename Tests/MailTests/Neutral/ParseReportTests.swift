import Foundation
import Testing

@testable import Mail

@Suite struct ParseReportTests {
    @Test func `a message is reported whole`() throws {
        let message = MessageParser().parse(try MailFixture.bytes("Parsing/nested.eml"))
        let json = ParseReport(message: message) { "digest of \($0.count)" }.json
        let object = try #require(try JSONSerialization.jsonObject(with: Data(json)) as? [String: Any])
        #expect((object["from"] as? [[String: String]]) == [["name": "Ada Example", "address": "ada@example.org"]])
        #expect(object["subject"] as? String == "Nested containers")
        #expect(object["date"] as? String == "2025-07-01T08:00:00Z")
        #expect(object["messageId"] as? String == "one@example.org")
        #expect(object["automatic"] as? Bool == false)
        #expect(object["bounce"] is NSNull)
        #expect(object["defects"] as? [String] == [])
        let attachment = try #require((object["attachments"] as? [[String: Any]])?.first)
        #expect(attachment["filename"] as? String == "Rechnung.pdf")
        #expect(attachment["mediaType"] as? String == "application/pdf")
        #expect(attachment["size"] as? Int == 9)
        #expect(attachment["sha256"] as? String == "digest of 9")
        #expect(attachment["inline"] as? Bool == false)
        #expect(Set(object.keys).isSuperset(of: ["to", "cc", "replyTo", "inReplyTo", "references", "text", "html"]))
    }

    @Test func `attachments of an attached message follow it`() throws {
        let message = MessageParser().parse(try MailFixture.bytes("Parsing/forwarded.eml"))
        #expect(message.attachments.map(\.filename) == ["original.eml", "dot.png"])
        #expect(message.attachments.map(\.isNested) == [false, true])
        #expect(message.attachments.map(\.mediaType) == ["message/rfc822", "image/png"])
        let picture = MessageParser().parse(try MailFixture.bytes("Parsing/related.eml")).attachments
        #expect(picture.map(\.isInline) == [true])
        #expect(picture.map(\.contentID) == ["logo"])
        #expect(picture.map(\.size) == [6])
    }

    @Test func `text of any kind is one line of JSON`() throws {
        let text = String(String.UnicodeScalarView((0..<0x300).compactMap { Unicode.Scalar($0) })) + "\u{2028}💩"
        var json = JSONWriter()
        json.beginObject()
        json.field("text", text)
        json.beginArray("list")
        json.element(nil)
        json.element("x")
        json.endArray()
        json.field("number", -1)
        json.endObject()
        #expect(!json.bytes.contains(0x0A))
        let object = try #require(try JSONSerialization.jsonObject(with: Data(json.bytes)) as? [String: Any])
        #expect(object["text"] as? String == text)
        #expect((object["list"] as? [Any])?.count == 2)
        #expect(object["number"] as? Int == -1)
    }

    @Test(arguments: [
        (0, "1970-01-01T00:00:00Z"), (951_782_400, "2000-02-29T00:00:00Z"), (-1, "1969-12-31T23:59:59Z"),
        (4_107_542_399, "2100-02-28T23:59:59Z"), (-2_208_988_800, "1900-01-01T00:00:00Z"),
    ])
    func `a timestamp is a date`(seconds: Int, expected: String) {
        #expect(Timestamp.text(seconds) == expected)
    }
}
