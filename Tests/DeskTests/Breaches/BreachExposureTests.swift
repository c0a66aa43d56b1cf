import DeskTesting
import Foundation
import Testing

@testable import Desk

/// A file of the desk that others on the machine can open is a sign, once, for a human to decide about.
struct BreachExposureTests {
    @Test(arguments: [
        (UInt32(0o600), true, true, [String]()), (0o700, true, false, []),
        (0o640, true, true, ["key-exposed"]), (0o604, true, true, ["key-exposed"]),
        (0o600, false, true, ["key-exposed"]),
        (0o644, true, false, ["file-exposed"]), (0o600, false, false, ["file-exposed"]),
    ])
    func `group, others and another owner are signs`(mode: UInt32, isOwn: Bool, holdsKeys: Bool, signs: [String]) {
        var sights = BreachSights(now: TestDesk.start)
        sights.files = [BreachSights.File(name: "keys.db", holdsKeys: holdsKeys, mode: mode, isOwn: isOwn)]
        #expect(sights.found.map(\.sign.rawValue) == signs)
        for found in sights.found { #expect(found.subject.contains("keys.db") && !found.subject.contains("/")) }
    }

    @Test func `the daemon raises it once and a human decides`() async throws {
        let test = try TestDesk()
        let open = BreachSights.File(name: "keys.db", holdsKeys: true, mode: 0o644, isOwn: true)
        let watch = BreachWatch(desk: test.desk, files: { [open] })
        #expect(await watch.round(verifying: false))
        #expect(await watch.round(verifying: false))
        let raised = try await test.desk.breachCandidates(includingDecided: false, as: .operatorOnHost)
        #expect(raised.map(\.sign) == [.keyExposed] && raised.first?.kinds == [.confidentiality])
        #expect(raised.first?.what.contains("keys.db") == true)
    }
}
