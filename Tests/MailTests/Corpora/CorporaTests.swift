import Foundation
import Testing

@testable import Mail

/// The score on real messages: ahead of every parser that was measured on them, and never below what was reached.
@Suite(.enabled(if: Corpora.isThere, Comment(rawValue: Corpora.absence)))
struct CorporaTests {
    @Test func `the expected results of other parsers are met`() throws {
        let report = try Self.report()
        defer { report.remove() }
        let expected = try report.score("score.py", "gold.json", "--only", "adjudicated.json")
        #expect(expected.percent >= 99.5, "\(expected)")
        let vectors = try report.score("score.py", "vectors.json", "--only", "adjudicated.json")
        #expect(vectors.percent >= 96, "\(vectors)")
        let consensus = try report.score("consensus.py")
        #expect(consensus.percent >= 99.5, "\(consensus)")
    }

    /// What must not change the reading of a message.
    enum Change: String, CaseIterable, Sendable {
        case lineEnds, mailboxLine, nameCase, unknownFields, epilogue
    }

    @Test(arguments: Change.allCases)
    func `what does not change the meaning does not change the reading of any message`(change: Change) throws {
        var changed = 0
        for (index, (id, bytes)) in try Corpora.messages().enumerated() {
            // A debug build would be busy with the few large ones for a minute.
            guard bytes.count < 200_000 else { continue }
            let plain = Self.withLineFeeds(bytes)
            let message = MessageParser().parse(plain)
            guard let other = Self.apply(change, to: plain, message, index) else { continue }
            changed += 1
            if Reading(MessageParser().parse(other)) != Reading(message) { Issue.record("\(change.rawValue): \(id)") }
        }
        #expect(changed > 300, "hardly any message was tried")
    }

    private static func apply(_ change: Change, to bytes: [UInt8], _ message: Message, _ seed: Int) -> [UInt8]? {
        let header = message.root.headerRange
        switch change {
        case .lineEnds: return bytes.flatMap { $0 == .lf ? [.cr, .lf] : [$0] }
        case .mailboxLine:
            return header.lowerBound > 0 ? nil : Array("From a@b Tue Jul  1 10:00:00 2025\n".utf8) + bytes
        case .nameCase:
            var other = bytes
            for field in message.tree.fields[message.tree.fieldRange(of: 0)] {
                for place in field.nameStart..<field.nameEnd where other[place].isLetter && (place + seed) % 3 != 0 {
                    other[place] ^= 0x20
                }
            }
            return other == bytes ? nil : other
        case .unknownFields:
            guard header.lowerBound == 0, let first = bytes.first, first.isLetter, !message.headerNames.isEmpty else {
                return nil
            }
            return Array(String(repeating: "X-Unknown: y\n z\n", count: 1 + seed % 50).utf8) + bytes
        case .epilogue:
            let isClosed = !message.defects.contains(.missingClosingBoundary)
            return message.root.isMultipart && isClosed ? bytes + Array("\nmore text\n\n".utf8) : nil
        }
    }

    private static func withLineFeeds(_ bytes: [UInt8]) -> [UInt8] {
        bytes.enumerated().filter { index, byte in
            byte != .cr || index + 1 >= bytes.count || bytes[index + 1] != .lf
        }.map(\.element)
    }

    /// The report of every message in a file, as `ticketd parse --leaves` prints it.
    private static func report() throws -> ScoredReport {
        var lines = Data()
        for id in try Corpora.scoredIDs() {
            let bytes = [UInt8](try Data(contentsOf: Corpora.folder.appending(path: id)))
            lines += LeavesReport(id: id, message: MessageParser().parse(bytes)).json
            lines.append(.lf)
        }
        return try ScoredReport(lines)
    }
}
