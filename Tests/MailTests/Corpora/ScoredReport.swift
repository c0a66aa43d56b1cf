import Foundation
import Testing

/// A report of all messages in a temporary file, and the programs of the corpora that score it.
struct ScoredReport {
    struct Score: CustomStringConvertible {
        let right: Int
        let all: Int
        let output: String
        var percent: Double { 100 * Double(right) / Double(max(1, all)) }
        var description: String { "\(right) of \(all)\n\(output)" }
    }

    private let file: URL

    init(_ lines: Data) throws {
        file = FileManager.default.temporaryDirectory.appending(path: "g_ticketd-\(UUID().uuidString).jsonl")
        try lines.write(to: file)
    }

    func remove() {
        do { try FileManager.default.removeItem(at: file) } catch { Issue.record(error) }
    }

    /// Runs a scorer and reads its last total, "TOTAL … right/all …".
    func score(_ program: String, _ expectations: String? = nil, _ options: String...) throws -> Score {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/python3")
        process.currentDirectoryURL = Corpora.folder
        process.arguments = [program] + [expectations, file.path].compactMap { $0 } + options
        process.standardOutput = output
        try process.run()
        let text = String(decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
        process.waitUntilExit()
        let totals = text.split(separator: "\n").filter { $0.hasPrefix("TOTAL") }
        let counts = totals.compactMap { line in line.split(separator: " ").first { $0.contains("/") } }
        let numbers = try #require(counts.last).split(separator: "/").compactMap { Int($0) }
        try #require(numbers.count == 2, "\(text)")
        return Score(right: numbers[0], all: numbers[1], output: text)
    }
}
