import Desk
import DeskTesting
import Foundation
import Testing

@testable import Web

/// The record of processing in its three forms, with strangers' words in it.
struct RecordFormTests {
    private static func record() async throws -> ProcessingRecord {
        let test = try TestDesk { $0.hosts = ["imap.example.com"] }
        let processor = Processor(
            name: "=cmd <b>", service: "\"mail\", & more", hosts: [], data: "", country: "US",
            transfer: .standardClauses, agreement: nil, terms: [], subprocessors: "", review: nil)
        try await test.desk.state(processor, as: .operatorOnHost)
        return try await test.desk.processingRecord(as: .operatorOnHost)
    }

    @Test func `P17 the page shows a stranger's text and obeys none`() async throws {
        let page = Pages().record(try await Self.record())
        #expect(page.contains("=cmd &lt;b&gt;") && !page.contains("<b>"))
        #expect(page.contains("imap.example.com"))
        #expect(!page.contains("http://") && !page.contains("https://") && !page.contains("<script"))
        for activity in ProcessingActivity.allCases {
            #expect(page.contains(activity.words(in: .english).name), "\(activity)")
        }
    }

    @Test func `P17 the table has a line for each activity and no field that is a formula`() async throws {
        let csv = RecordTable(try await Self.record()).csv
        let lines = csv.components(separatedBy: "\r\n").dropLast()
        #expect(lines.count == ProcessingActivity.allCases.count + 1)
        #expect(csv.contains("\"'=cmd <b>\""))
        #expect(lines.dropFirst().allSatisfy { $0.hasPrefix("\"") && $0.hasSuffix("\"") })
    }

    @Test func `the shape of the API holds what the record holds`() async throws {
        let record = try await Self.record()
        let shape = APIRecord(record)
        let text = String(decoding: try APICoding.encoder().encode(shape), as: UTF8.self)
        #expect(shape.activities.count == record.rows.count && shape.version == record.version)
        #expect(text.contains("\"outsideUnion\":true") && text.contains("no contract is recorded"))
    }
}
