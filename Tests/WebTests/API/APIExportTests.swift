import Desk
import DeskTesting
import Foundation
import Testing

@testable import Web

/// Copies for people over the API: who may, on whose word, and how their bytes come.
struct APIExportTests {
    private static let proof = "{\"verified\": {\"how\": \"phone\", \"by\": \"M. Muster\"}}"

    @Test func `it is made on the word of whoever checked the identity, and fetched whole or in parts`() async throws {
        let tester = try SiteTester()
        let test = tester.test
        let bearer = try await test.bearer([.privacyExport])
        let asked = await tester.asBearer(
            bearer, "POST", "/api/v1/people/\(test.person.hex)/export", json: Self.proof)
        #expect(asked.status == 202)
        let early = await tester.asBearer(bearer, "GET", "/api/v1/people/\(test.person.hex)/export")
        #expect(early.status == 404)
        let planned = try #require(try await test.store.plannedExports().first)
        #expect(try await ExportWorker(desk: test.desk).make(planned))

        let whole = await tester.asBearer(bearer, "GET", "/api/v1/people/\(test.person.hex)/export")
        #expect(whole.status == 200 && whole.header("Content-Type") == "application/zip")
        let bytes = try await Self.all(try #require(whole.stream))
        #expect(bytes.starts(with: [0x50, 0x4B, 3, 4]))
        #expect(whole.header("Content-Length") == "\(bytes.count)")
        let part = await tester.asBearer(
            bearer, "GET", "/api/v1/exports/\(planned.id.hex)/content", [("Range", "bytes=10-19")])
        #expect(part.status == 206 && part.header("Content-Range") == "bytes 10-19/\(bytes.count)")
        #expect(try await Self.all(try #require(part.stream)) == Array(bytes[10..<20]))
        let audit = test.store.snapshot.audit.map(\.event.code)
        #expect(audit.filter { $0.hasPrefix("export.") } == ["export.planned", "export.opened", "export.opened"])
    }

    @Test func `nothing leaves without a word who checked, nor on a request that is not one`() async throws {
        let tester = try SiteTester()
        let test = tester.test
        let bearer = try await test.bearer([.privacyExport])
        for body in [
            "{}", "{\"kind\": \"everything\", \"verified\": {\"how\": \"phone\", \"by\": \"M\"}}",
            "{\"verified\": {\"how\": \"guess\", \"by\": \"M\"}}", "{\"request\": \"\(test.person.hex)\"}",
        ] {
            let answer = await tester.asBearer(
                bearer, "POST", "/api/v1/people/\(test.person.hex)/export", json: body)
            #expect(answer.status == 422, "\(body)")
        }
        #expect(test.store.snapshot.exports.isEmpty)
    }

    @Test(arguments: [
        ("bytes=0-9", 0..<10), ("bytes=5-", 5..<100), ("bytes=90-200", 90..<100), ("bytes=99-99", 99..<100),
    ])
    func `a range is read as the standard says`(header: String, expected: Range<Int>) {
        #expect(ByteRange(header, of: 100)?.bytes == expected)
    }

    @Test(arguments: ["bytes=-5", "bytes=100-", "bytes=9-3", "bytes=a-b", "items=0-1", "bytes=0-1,3-4", ""])
    func `what is no single range of ours is answered whole`(header: String) {
        #expect(ByteRange(header, of: 100) == nil)
    }

    @Test func `a body that ends before its length breaks, so that nobody takes it for whole`() async throws {
        let stream = BodyStream(length: 10) { index in index == 0 ? [1, 2, 3] : nil }
        await #expect(throws: BodyStream.Broken.self) { _ = try await Self.all(stream) }
    }

    private static func all(_ stream: BodyStream) async throws -> [UInt8] {
        var bytes: [UInt8] = []
        for try await piece in stream { bytes += piece }
        return bytes
    }
}
