import Desk
import Foundation
import Glibc
import Web

/// Waits for a copy and writes it to a new file, part by part, readable by its owner alone.
struct ExportFetching: Sendable {
    let client: AdminClient

    /// What is asked for at once: the daemon and this process hold no more of it in memory.
    private static let part = 16 * 1_048_576

    func fetch(_ asked: APIExport, to path: String) async throws -> APIExport {
        let world = World.live()
        var export = asked
        while export.state == "planned" {
            try await world.sleep(.milliseconds(250))
            export = try await client.json(.get, "/api/v1/exports/\(try EntryID.path(asked.id))", APIExport.self)
        }
        guard export.state == "ready", let length = export.bytes else {
            throw OperatorError(
                "the copy cannot be fetched any more", thing: "export \(export.id)",
                remedy: "Make a new one with `ticketd people export`.", exitCode: .usage)
        }
        do throws(PrivateFile.Failure) {
            try PrivateFile.create(path, bytes: [])
        } catch {
            throw OperatorError(
                error == .exists ? "the file is there already" : "the file cannot be written", thing: path,
                remedy: "Name a new file in a folder of yours.", exitCode: .usage)
        }
        do {
            try await write(export.id, length, to: path)
        } catch {
            // Half of a copy is worse than none.
            unlink(path)
            throw error
        }
        return export
    }

    private func write(_ id: String, _ length: Int, to path: String) async throws {
        let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
        defer { file.closeFile() }
        var start = 0
        while start < length {
            let end = min(start + Self.part, length)
            let bytes = try await client.send(
                .get, "/api/v1/exports/\(try EntryID.path(id))/content",
                headers: [(name: "Range", value: "bytes=\(start)-\(end - 1)")])
            guard bytes.count == end - start else {
                throw OperatorError(
                    "the copy ended before its time", thing: "export \(id)",
                    remedy: "Make a new one with `ticketd people export`.", exitCode: .unavailable)
            }
            try file.write(contentsOf: bytes)
            start = end
        }
        try file.synchronize()
    }
}
