import Foundation
import Testing

extension ProcessTests {
    /// The registers behind the documents from the command line, with the real binary.
    struct RegisterTests {
        @Test func `the record of processing is made of what was stated`() throws {
            let daemon = try DaemonProcess()
            try daemon.start()
            #expect(try daemon.ticketd("scope").contains("Nobody has decided"))
            let decided = try daemon.ticketd(
                "scope", "decide", "--yes", "people-in-union", "offers", "--signs", "delivery", "--reasons",
                "We deliver to Austria.", "--representative", "Rep AG, Dublin")
            #expect(decided.contains("applies (applies-3-2-a)") && decided.contains("Rep AG, Dublin"))
            let listed = try daemon.ticketd(
                "processors", "add", "Mail Ltd", "--service", "mailbox", "--country", "IN", "--terms", "a", "b")
            #expect(listed.contains("nothing allows it (Art. 44)") && listed.contains("c, d, e, f, g, h"))
            let record = try daemon.ticketd("records")
            let parsed = try JSONSerialization.jsonObject(with: Data(record.utf8)) as? [String: Any]
            #expect(parsed?["representative"] as? String == "Rep AG, Dublin")
            #expect((parsed?["processors"] as? [[String: Any]])?.first?["outsideUnion"] as? Bool == true)
            #expect(try daemon.ticketd("records", "--format", "csv").hasPrefix("\"activity\""))
            #expect(try daemon.ticketd("records", "--format", "html").contains("Mail Ltd"))
            #expect(try daemon.ticketd("processors", "end", "Mail Ltd").contains("No processors."))
            #expect(try daemon.ticketd("audit", "show").contains("record.given"))
            let refused = try daemon.run(["records", "--format", "pdf", "--config", daemon.configurationPath])
            #expect(refused.status == 64 && refused.error.contains("json, csv or html"))
        }
    }
}
