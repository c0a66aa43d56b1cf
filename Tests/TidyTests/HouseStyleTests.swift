import Foundation
import Testing

/// The house style, read from the sources as text. Each finding names the replacement.
struct HouseStyleTests {
    @Test(arguments: Rule.all)
    func `the sources obey the house style`(rule: Rule) {
        let findings = Repository.swiftFiles.flatMap(rule.check)
        guard !findings.isEmpty else { return }
        Issue.record("\(rule.name):\n\(findings.map(\.description).joined(separator: "\n"))")
    }

    @Test func `the sources were found`() {
        #expect(Repository.swiftFiles.count > 20)
        #expect(Set(Repository.swiftFiles.filter(\.isSource).map(\.room)).isSubset(of: Rule.table.keys))
    }

    @Test func `a room has at most one executor file`() {
        let executors = Repository.swiftFiles.filter { $0.isSource && $0.path.hasSuffix("Executor.swift") }
        for (room, files) in Dictionary(grouping: executors, by: \.room) where files.count > 1 {
            Issue.record("\(room) has \(files.map(\.path)). Threads of a room are made in one file.")
        }
    }

    @Test func `no file names a path of the machine it was written on`() {
        let machines = ["/wo" + "rk/", "/ro" + "ot/", "/ho" + "me/", "/Us" + "ers/", "/opt/sw" + "ift"]
        for (path, text) in Repository.textFiles {
            for machine in machines where text.contains(machine) {
                Issue.record("\(path) names \(machine)… Use a path relative to the repository, or ask for one.")
            }
        }
    }
}
