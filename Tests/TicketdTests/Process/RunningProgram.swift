import Foundation

/// A program that is spoken to while it runs. What it writes lies in files, so that it never waits for us.
final class RunningProgram {
    private let process = Process()
    private let input = Pipe()
    private let folder: URL

    init(_ program: String, _ arguments: [String]) throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("running-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for name in ["output", "error"] { try Data().write(to: folder.appendingPathComponent(name)) }
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.standardInput = input
        process.standardOutput = try FileHandle(forWritingTo: folder.appendingPathComponent("output"))
        process.standardError = try FileHandle(forWritingTo: folder.appendingPathComponent("error"))
        try process.run()
    }

    deinit {
        if process.isRunning { process.terminate() }
        do { try FileManager.default.removeItem(at: folder) } catch {}
    }

    var output: String { text("output") }
    var error: String { text("error") }

    func type(_ text: String) throws {
        try input.fileHandleForWriting.write(contentsOf: Data(text.utf8))
    }

    /// The first whole line of what it told the person that holds these words.
    func waitForLine(containing words: String) throws -> String {
        var found: Substring?
        try wait("it says \(words)") {
            let lines = error.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
            found = lines.first { $0.contains(words) }
            return found != nil || !process.isRunning
        }
        guard let found else { throw DaemonProcess.Failure(description: "it ended: \(error)") }
        return String(found)
    }

    func waitForExit() throws -> Int32 {
        try wait("it ends") { !process.isRunning }
        return process.terminationStatus
    }

    private func text(_ name: String) -> String {
        let bytes = FileManager.default.contents(atPath: folder.appendingPathComponent(name).path) ?? Data()
        return String(decoding: bytes, as: UTF8.self)
    }

    private func wait(_ what: String, until condition: () -> Bool) throws {
        let deadline = Date().addingTimeInterval(60)
        while Date() < deadline {
            if condition() { return }
            usleep(15_000)
        }
        throw DaemonProcess.Failure(description: "waited in vain: \(what)\n\(error.suffix(2_000))")
    }
}
