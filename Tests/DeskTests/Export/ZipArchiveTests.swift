import Foundation
import Testing

@testable import Desk

/// An archive that every reader takes: checked with the one of Python's standard library.
struct ZipArchiveTests {
    private static let date = Date(timeIntervalSince1970: 1_790_000_001)

    @Test func `the check sum is that of the published vector`() {
        var sum = CRC32()
        sum.update(Array("123456789".utf8))
        #expect(sum.value == 0xCBF4_3926)
        var pieces = CRC32()
        for byte in "123456789".utf8 { pieces.update([byte]) }
        #expect(pieces.value == sum.value)
    }

    @Test func `names in every script, times and contents come out as they went in`() throws {
        var archive = ZipArchive()
        var bytes = try archive.entry("index.html", Array("<p>Grüße</p>".utf8), at: Self.date)
        bytes += try archive.entry("attachments/Grüße – 書類.txt", [], at: Self.date)
        let body = [UInt8](repeating: 9, count: 100_000)
        var sum = CRC32()
        sum.update(body)
        bytes += try archive.begin("data.json", size: 100_000, crc: sum.value, at: Self.date)
        for start in stride(from: 0, to: body.count, by: 30_000) {
            bytes += try archive.append(Array(body[start..<min(start + 30_000, body.count)]))
        }
        try archive.end()
        bytes += archive.finish()
        let listing = try Python.run(
            """
            import io, sys, zipfile
            archive = zipfile.ZipFile(io.BytesIO(sys.stdin.buffer.read()))
            assert archive.testzip() is None
            for entry in archive.infolist():
                mode = oct(entry.external_attr >> 16)
                print(entry.filename, entry.file_size, entry.compress_type, *entry.date_time, mode)
            """, input: bytes)
        let lines = listing.split(separator: "\n").map(String.init)
        #expect(
            lines == [
                "index.html 14 0 2026 9 21 14 13 20 0o100600",
                "attachments/Grüße – 書類.txt 0 0 2026 9 21 14 13 20 0o100600",
                "data.json 100000 0 2026 9 21 14 13 20 0o100600",
            ])
    }

    @Test func `more entries than 16 bits count, and offsets beyond 32 bits, are ZIP64`() throws {
        var archive = ZipArchive()
        var bytes: [UInt8] = []
        for index in 0..<70_000 { bytes += try archive.entry("\(index)", [1], at: Self.date) }
        bytes += archive.finish()
        let count = try Python.run(
            """
            import io, sys, zipfile
            archive = zipfile.ZipFile(io.BytesIO(sys.stdin.buffer.read()))
            print(len(archive.infolist()), archive.read("69999"))
            """, input: bytes)
        #expect(count == "70000 b'\\x01'\n")

        // A hole of 5 GiB in front costs nothing on a disk and puts everything beyond 32 bits.
        var far = ZipArchive(offset: 5 << 30)
        var end = try far.entry("far.txt", Array("far".utf8), at: Self.date)
        end += far.finish()
        let text = try Python.run(
            """
            import sys, tempfile, zipfile
            with tempfile.TemporaryFile() as file:
                file.truncate(5 << 30)
                file.seek(5 << 30)
                file.write(sys.stdin.buffer.read())
                archive = zipfile.ZipFile(file)
                print(archive.read("far.txt").decode(), archive.infolist()[0].header_offset)
            """, input: end)
        #expect(text == "far 5368709120\n")
    }

    @Test func `an entry that becomes other than announced is refused`() throws {
        var archive = ZipArchive()
        _ = try archive.begin("a", size: 3, crc: 0, at: Self.date)
        _ = try archive.append([1, 2, 3])
        #expect(throws: ZipArchive.Failure.changed) { try archive.end() }
        #expect(throws: ZipArchive.Failure.changed) { try archive.append([4]) }
        var short = ZipArchive()
        _ = try short.begin("a", size: 3, crc: 0, at: Self.date)
        #expect(throws: ZipArchive.Failure.changed) { try short.end() }
    }
}

/// Runs a few lines of Python on bytes and answers what they print.
enum Python {
    struct Failed: Error {
        let error: String
    }

    static func run(_ script: String, input: [UInt8]) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3", "-c", script]
        process.environment = ["PATH": "/usr/bin:/bin", "PYTHONIOENCODING": "utf-8"]
        let folder = FileManager.default.temporaryDirectory.appending(path: "ticketd-python-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let (source, target, complaint) = (
            folder.appending(path: "in"), folder.appending(path: "out"), folder.appending(path: "error")
        )
        try Data(input).write(to: source)
        for file in [target, complaint] { try Data().write(to: file) }
        process.standardInput = try FileHandle(forReadingFrom: source)
        process.standardOutput = try FileHandle(forWritingTo: target)
        process.standardError = try FileHandle(forWritingTo: complaint)
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw Failed(error: String(decoding: try Data(contentsOf: complaint), as: UTF8.self))
        }
        return String(decoding: try Data(contentsOf: target), as: UTF8.self)
    }
}
