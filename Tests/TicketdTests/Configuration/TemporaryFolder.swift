import Foundation

/// A folder for one test, removed with it.
final class TemporaryFolder: Sendable {
    let root: String

    init() throws {
        let template = FileManager.default.temporaryDirectory.appendingPathComponent(
            "ticketd-\(UUID().uuidString.prefix(8))")
        try FileManager.default.createDirectory(at: template, withIntermediateDirectories: true)
        root = template.path
    }

    deinit { try? FileManager.default.removeItem(atPath: root) }

    func path(_ name: String) -> String { root + "/" + name }
}
