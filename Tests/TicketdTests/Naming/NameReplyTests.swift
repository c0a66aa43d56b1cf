import Foundation
import Testing

@testable import ticketd

/// Reading what a name server says.
struct NameReplyTests {
    private let question: NameQuestion

    init() throws { question = try Self.question("_imaps._tcp.example.com", .service) }

    private static func question(_ name: String, _ type: NameRecordType) throws -> NameQuestion {
        NameQuestion(id: 0x1234, type: type, name: try #require(DomainLabel(name)))
    }

    private func reply(
        flags: [UInt8] = [0x81, 0x80], answers: [[UInt8]], to question: NameQuestion? = nil
    ) -> [UInt8] {
        let question = question ?? self.question
        let head = Array(question.bytes[..<2]) + flags + [0, 1, 0, UInt8(answers.count), 0, 0, 0, 0]
        let asked = question.encodedName + [0, UInt8(question.type.rawValue), 0, 1]
        return head + asked + answers.flatMap { $0 }
    }

    private func answer(_ type: UInt8, _ body: [UInt8], owner: [UInt8] = [0xC0, 12]) -> [UInt8] {
        owner + [0, type, 0, 1, 0, 0, 0, 60, 0, UInt8(body.count)] + body
    }

    /// 10 5 993 mail.example.com, where `example.com` points into the question.
    private let place: [UInt8] = [0, 10, 0, 5, 3, 225, 4] + Array("mail".utf8) + [0xC0, 12 + 12]

    @Test func `a service is read, with a name that points back`() throws {
        let reply = try #require(NameReply(reply(answers: [answer(33, place)]), to: question))
        #expect(reply.verdict == .found)
        #expect(
            reply.records == [
                .service(ServiceRecord(priority: 10, weight: 5, port: 993, target: "mail.example.com"))
            ])
    }

    @Test func `aliases before the answer are passed over`() throws {
        let alias = answer(5, [1, 0x61, 0xC0, 24])
        let reply = try #require(NameReply(reply(answers: [alias, answer(33, place)]), to: question))
        #expect(reply.records.count == 1)
    }

    @Test func `strings of one text are joined, and a cut one ends with the record`() throws {
        let question = try Self.question("example.com", .text)
        let body: [UInt8] = [3] + Array("v=s".utf8) + [9] + Array("pf1".utf8)
        let reply = try #require(NameReply(reply(answers: [answer(16, body)], to: question), to: question))
        #expect(reply.records == [.text("v=spf1")])
    }

    @Test(arguments: [(UInt8(0x80), NameReply.Verdict.found), (0x83, .noSuchName), (0x82, .failed), (0x85, .failed)])
    func `the code says whether it is an answer`(code: UInt8, verdict: NameReply.Verdict) throws {
        let reply = try #require(NameReply(reply(flags: [0x81, code], answers: []), to: question))
        #expect(reply.verdict == verdict)
        #expect(reply.records.isEmpty)
    }

    @Test func `what answers another question is no answer`() throws {
        let good = reply(answers: [answer(33, place)])
        #expect(NameReply(good, to: question) != nil)
        var other = good
        other[0] ^= 1
        #expect(NameReply(other, to: question) == nil)
        let twin = try Self.question("_imaps._tcp.example.org", .service)
        #expect(NameReply(good, to: twin) == nil)
        #expect(NameReply(question.bytes, to: question) == nil, "a question is no answer")
    }

    @Test func `a name that points to itself, forward or beyond the end gives no record`() throws {
        for target: [UInt8] in [
            [0xC0, 60], [0xC0, 0xFF], [0xFF, 0xFF], [1, 0x61, 0xC0, 58], [63, 0x61], [0x80, 0],
        ] {
            let body: [UInt8] = [0, 1, 0, 1, 0, 1] + target
            let reply = NameReply(reply(answers: [answer(33, body)]), to: question)
            #expect(reply?.records.isEmpty ?? true)
        }
    }

    @Test func `any cut and any changed octet is survived`() {
        let good = reply(answers: [answer(5, [1, 0x61, 0xC0, 24]), answer(33, place), answer(33, place)])
        for count in good.indices { _ = NameReply(Array(good[..<count]), to: question) }
        for index in good.indices {
            for value: UInt8 in [0, 1, 0x3F, 0x40, 0x7F, 0xC0, 0xFF] {
                var bytes = good
                bytes[index] = value
                if let reply = NameReply(bytes, to: question) { #expect(reply.records.count <= 256) }
            }
        }
    }

    @Test(arguments: ["", ".", "a..b", "-ok.example", "ümlaut.example", "a b.example", "x\u{0}.example"])
    func `what is no name is not asked for`(text: String) {
        #expect((DomainLabel(text) == nil) == (text != "-ok.example"))
    }

    @Test func `a name is written as labels`() throws {
        let long = String(repeating: "a", count: 64)
        #expect(DomainLabel(long + ".example") == nil)
        #expect(DomainLabel(Array(repeating: "abcdefg", count: 40).joined(separator: ".")) == nil)
        let question = NameQuestion(id: 7, type: .address, name: try #require(DomainLabel("Example.COM.")))
        #expect(question.encodedName == [7] + Array("example".utf8) + [3] + Array("com".utf8) + [0])
    }
}
