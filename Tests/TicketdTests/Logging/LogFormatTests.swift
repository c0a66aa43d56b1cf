import Foundation
import Logging
import Synchronization
import Testing

@testable import ticketd

struct LogFormatTests {
    private static let instant = Date(timeIntervalSince1970: 1_764_000_000)

    /// Collects what a sink writes.
    final class Paper: Sendable {
        private let lines = Mutex<[String]>([])
        var written: [String] { lines.withLock { $0 } }

        func sink(_ format: LogFormat, level: Logger.Level = .info) -> LogSink {
            LogSink(format: format, level: level, now: { LogFormatTests.instant }) { bytes in
                self.lines.withLock { $0.append(String(decoding: bytes, as: UTF8.self)) }
            }
        }
    }

    private static func support() throws -> PlainName { try #require(PlainName("support")) }

    @Test func `each format shows the same event in its way`() throws {
        let event = ticketd.LogEvent.mailDeferred(
            try Self.support(), entry: [0xAB, 1], reply: 451, retryIn: .seconds(1_800))
        let words = "a server refused a mail for now mailbox=support entry=ab01 reply=451 retry_in=30m\n"
        let expected: [LogFormat: String] = [
            .terminal: "2025-11-24T16:00:00Z info     \(words)",
            .journal: "<6>\(words)",
            .json: #"{"time":"2025-11-24T16:00:00Z","level":"info","event":"mail-deferred","#
                + #""text":"a server refused a mail for now","mailbox":"support","entry":"ab01","reply":451,"#
                + #""retry_in_ms":1800000}"# + "\n",
        ]
        for (format, line) in expected {
            let paper = Paper()
            Log(paper.sink(format))(event)
            #expect(paper.written == [line])
        }
    }

    @Test(arguments: [
        (Logger.Level.debug, 7), (.info, 6), (.notice, 5), (.warning, 4), (.error, 3), (.critical, 2),
    ])
    func `the journal gets the priority of the level`(level: Logger.Level, priority: Int) {
        #expect(LogFormat.journal.line(ticketd.LogEvent(level, "x", "text"), at: Self.instant) == "<\(priority)>text\n")
    }

    @Test func `events below the level are not written`() {
        let paper = Paper()
        let log = Log(paper.sink(.terminal, level: .warning))
        log(.stopping)
        log(.loopStalled("writer", since: .seconds(61)))
        #expect(paper.written.count == 1)
        #expect(paper.written.first?.contains("loop=writer since=61s") == true)
    }

    @Test func `every event is one line in every format, and the JSON is JSON`() throws {
        let mailbox = try Self.support()
        let id = [UInt8](repeating: 0xFF, count: 40)
        let events: [ticketd.LogEvent] = [
            .started(version: "1.0", mailboxes: 1), .stopping, .sendingRefused(settingsOpen: 2), .reloaded(changes: 1),
            .reloadRefused(problems: 1), .reloadNeedsRestart(settings: 1),
            .alarm("disk-low", mailbox: mailbox, occasion: "raised", telling: "by-mail"),
            .alarmOver("disk-low", mailbox: nil, telling: "nobody"), .alarmUndeliverable("disk-low"),
            .alarmsNotKept(reason: "full"), .newsTold(messages: 3, isTaken: true),
            .newsTold(messages: 3, isTaken: false),
            .alarmCommandFailed("disk-low", status: 1),
            .storeReadOnly(reason: "full"), .storeWritable,
            .loopStalled("writer", since: .milliseconds(5)), .backupMade("desk", bytes: 9, took: .seconds(1)),
            .backupFailed("keys", reason: "full"), .mailboxConnected(mailbox, pushes: true),
            .mailboxLost(mailbox, cause: "tls", retryIn: .seconds(60)), .loginRefused(mailbox),
            .mailImported(mailbox, messages: 3, ignored: 1, took: .zero),
            .mailQuarantined(mailbox, entry: id, reason: "crash"), .uidValidityChanged(mailbox),
            .mailSent(mailbox, entry: id, attempts: 1),
            .mailDeferred(mailbox, entry: id, reply: nil, retryIn: .seconds(Int64.max)),
            .mailFailed(mailbox, entry: id, reply: 550), .mailSuppressed(mailbox, entry: id, reason: "unsubscribed"),
            .mailUnknown(mailbox, entry: id), .loopBroken(mailbox), .unsubscribed(how: "one-click"),
            .breachSuspected(2),
            .erased(erasure: id), .erasureResidue(erasure: id), .erasureWaits(erasure: id, reason: "limit"),
            .retentionRan(mailbox, tickets: 1, files: 2, people: 3), .retentionNotMailed(mailbox),
            .retentionCopies(mailbox, removed: 1, left: 2), .retentionCopiesBlocked(mailbox),
            .retentionPaused(jump: .seconds(90_000)), .retentionWaits(mailbox, would: 9),
            .clockDue("breach", request: id, left: .seconds(3_600)), .auditAnchor(sequence: 1, digest: id),
            .auditAnchorFailed(reason: "busy"),
            .ledgerReplayed(entries: 4),
        ]
        #expect(Set(events.map(\.code)).count == events.count)
        for event in events {
            for format in LogFormat.allCases {
                let line = format.line(event, at: Self.instant)
                #expect(line.filter(\.isNewline).count == 1 && line.hasSuffix("\n"))
                #expect(!line.contains(String(repeating: "ff", count: 33)), "an id is at most 32 bytes")
            }
            let json = Data(LogFormat.json.line(event, at: Self.instant).utf8)
            let object = try #require(try JSONSerialization.jsonObject(with: json) as? [String: Any])
            #expect(object["event"] as? String == event.code.text)
        }
    }

    @Test func `a library's message, metadata and error are withheld`() {
        let paper = Paper()
        var logger = Logger(label: "hb") { _ in LibraryLogHandler(paper.sink(.journal)) }
        logger[metadataKey: "path"] = "/u/secret-token"
        logger.info("routine of anna@example.com")
        logger.warning("failed for anna@example.com", metadata: ["to": "anna@example.com"])
        logger.error("anna@example.com", file: "anna@example.com", line: 7)
        #expect(paper.written.count == 2)
        #expect(paper.written.allSatisfy { !$0.contains("anna") && !$0.contains("secret-token") })
        #expect(paper.written.first?.hasPrefix("<4>") == true)
        #expect(paper.written.first?.contains("source=TicketdTests/LogFormatTests.swift line=") == true)
        #expect(paper.written.last?.contains("source=withheld line=7") == true)
    }

    @Test func `the journal format is chosen only when stderr still is the journal's stream`() throws {
        let folder = try TemporaryFolder()
        let descriptor = open(folder.path("stream"), O_CREAT | O_RDWR, 0o600)
        defer { close(descriptor) }
        var status = stat()
        try #require(fstat(descriptor, &status) == 0)
        let stream = "\(status.st_dev):\(status.st_ino)"
        #expect(LogFormat.standard(environment: ["JOURNAL_STREAM": stream], descriptor: descriptor) == .journal)
        #expect(LogFormat.standard(environment: ["JOURNAL_STREAM": "1:1"], descriptor: descriptor) == .terminal)
        #expect(LogFormat.standard(environment: ["JOURNAL_STREAM": stream], descriptor: -1) == .terminal)
        #expect(LogFormat.standard(environment: [:], descriptor: descriptor) == .terminal)
    }
}
