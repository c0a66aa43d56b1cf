import Desk
import Testing

@testable import Store

@Suite struct MessageContentBytesTests {
    private static let full = MessageContent(
        author: "Ada", subject: "Ünïcode", text: String(repeating: "längere Zeile\n", count: 50), fromHTML: true,
        to: ["a@b.example", ""], cc: ["c"], replyTo: "", messageID: "id@host", references: ["x", "y"],
        threadTopic: "topic", threadIndex: nil, automaticReason: "report", remarks: ["one", "two"])

    @Test func `a content comes back as it was, empty and absent kept apart`() throws {
        #expect(try MessageContent(bytes: Self.full.bytes) == Self.full)
        let bare = MessageContent(author: "", subject: "", text: "")
        #expect(try MessageContent(bytes: bare.bytes) == bare)
    }

    @Test func `every cut and an unknown form is damaged`() {
        let bytes = Self.full.bytes
        for count in 0..<bytes.count {
            #expect(throws: StoreFailure.damaged) { try MessageContent(bytes: Array(bytes.prefix(count))) }
        }
        #expect(throws: StoreFailure.damaged) { try MessageContent(bytes: [2] + bytes.dropFirst()) }
        #expect(throws: StoreFailure.damaged) {
            try MessageContent(bytes: [1, 0] + [UInt8](repeating: 0xFF, count: 20))
        }
    }
}
