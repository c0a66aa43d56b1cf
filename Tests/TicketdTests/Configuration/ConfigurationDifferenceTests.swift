import Testing

@testable import ticketd

struct ConfigurationDifferenceTests {
    private func verdict(_ old: String, _ new: String) throws -> ConfigurationDifference.Verdict {
        ConfigurationDifference(from: try PaperDisk.load(old), to: try PaperDisk.load(new)).verdict
    }

    @Test func `writing a default changes nothing`() throws {
        #expect(try verdict("", "[outbox]\nundo = \"15s\"\n") == .unchanged)
    }

    @Test func `a change that can be taken is applied`() throws {
        #expect(
            try verdict("", "[outbox]\nundo = \"0s\"\n") == .apply([.init(path: "outbox.undo", needsRestart: false)]))
    }

    @Test func `one change that needs a restart stops the whole reload`() throws {
        let new = "[outbox]\nundo = \"0s\"\n[service]\nlisten = \"127.0.0.1:9\"\n"
        #expect(try verdict("", new) == .restart([.init(path: "service.listen", needsRestart: true)]))
    }

    @Test func `adding and removing a mailbox needs a restart, adjusting one does not`() throws {
        for (old, new) in [("", PaperDisk.mailbox), (PaperDisk.mailbox, "")] {
            guard case .restart(let changes) = try verdict(old, new) else { return #expect(Bool(false)) }
            #expect(changes.contains { $0.path == "mailbox.support.name" })
        }
        let slower = PaperDisk.mailbox + "poll = \"90s\"\n"
        #expect(
            try verdict(PaperDisk.mailbox, slower) == .apply([.init(path: "mailbox.support.poll", needsRestart: false)])
        )
    }
}
