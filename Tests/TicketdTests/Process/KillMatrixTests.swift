import Foundation
import LoopbackMail
import Testing

extension ProcessTests {
    /// The kill matrix of the promises: `kill -9` at every named instant, the real binary, scripted servers.
    ///
    /// In: i1 bytes received, i2 attempt counted, i3 transaction committed, i4 server told. Out: o1 claimed, o2
    /// connected, o3 RCPT accepted, o4 DATA partly sent, o5 final dot sent, o6 reply read, o7 committed.
    struct KillMatrixTests {
        private static let count = 12

        @Test(arguments: ["i1", "i2", "i3", "i4"])
        func `P1 P2 a mail makes one event whatever the instant of a kill`(point: String) throws {
            let daemon = try DaemonProcess()
            for index in 1...Self.count {
                daemon.imap.deliver(
                    CustomerMail.bytes("m\(index)", from: "p\(index)@customer.example", subject: "Case \(index)"))
            }
            try daemon.start(fault: point)
            #expect(try daemon.waitForExit() == 128 + 9)
            try daemon.start()
            try InboundExpectation.everythingOnce(daemon, count: Self.count)
        }

        @Test(arguments: ["i1", "i3", "i4"])
        func `P1 P2 a mail makes one event when the daemon is killed at one point again and again`(point: String) throws
        {
            let daemon = try DaemonProcess()
            for index in 1...3 {
                daemon.imap.deliver(CustomerMail.bytes("m\(index)", from: "p\(index)@customer.example"))
            }
            for round in 1...2 {
                try daemon.start(fault: point)
                daemon.imap.deliver(CustomerMail.bytes("r\(round)", from: "r\(round)@customer.example"))
                #expect(try daemon.waitForExit() == 128 + 9)
            }
            try daemon.start()
            try InboundExpectation.everythingOnce(daemon, count: 5)
        }

        @Test(arguments: ["o1", "o2", "o3", "o4", "o5", "o6", "o7"])
        func `P3 P4 an answer is delivered once or flagged whatever the instant of a kill`(point: String) throws {
            let daemon = try DaemonProcess(mailbox: "auto_reply = false")
            daemon.imap.deliver(CustomerMail.bytes("m1"))
            try daemon.start()
            try daemon.wait("the ticket") { try daemon.tickets().count == 1 }
            try daemon.stop()

            // The answer of the API comes before the kill: nothing is promised for one that did not.
            try daemon.setUndo("1s")
            try daemon.start(fault: point)
            let answer = try daemon.json("POST", "/api/v1/tickets/1/replies", body: ["text": "Turn it off."])
            let messageID = try #require(answer["messageId"] as? String)
            #expect(try daemon.waitForExit() == 128 + 9)
            let before = daemon.smtp.captured(messageID: messageID)

            try daemon.start()
            let fate = try OutboundExpectation.fate(daemon)
            let after = daemon.smtp.captured(messageID: messageID)
            #expect(Set(after.map(\.bytes)).count <= 1)
            switch point {
            case "o1", "o2", "o3", "o4":
                #expect(before.isEmpty)
                #expect(after.count == 1)
                #expect(fate == "sent")
            case "o5", "o6":
                // The dot was sent: whether it arrived is unknown, and it is not sent again before its time.
                #expect(after.count == 1)
                #expect(fate == "unknown")
                #expect(try Self.retryNow(daemon) == "sent")
                #expect(daemon.smtp.captured(messageID: messageID).count == 2)
                #expect(Set(daemon.smtp.captured(messageID: messageID).map(\.bytes)).count == 1)
            default:
                #expect(before.count == 1)
                #expect(after.count == 1)
                #expect(fate == "sent")
            }
        }

        private static func retryNow(_ daemon: DaemonProcess) throws -> String {
            let entry = try #require(try daemon.outbox().first?["id"] as? String)
            _ = try daemon.request("POST", "/api/v1/outbox/\(entry)/retry")
            try daemon.wait("the repetition") { try daemon.outbox("sent").count == 1 }
            return "sent"
        }
    }
}

/// What must be true of the inbound side after any crash.
enum InboundExpectation {
    static func everythingOnce(_ daemon: DaemonProcess, count: Int) throws {
        try daemon.wait("everything is imported and moved") {
            try daemon.tickets().count >= count && (daemon.imap.folder("INBOX")?.entries.isEmpty ?? false)
        }
        let tickets = try daemon.tickets()
        #expect(tickets.count == count)
        #expect(Set(tickets.compactMap { ($0["person"] as? [String: Any])?["address"] as? String }).count == count)
        #expect(daemon.imap.folder("ticketd")?.entries.count == count)
        // One acknowledgement for each mail, and none twice.
        try daemon.wait("every acknowledgement has left") {
            try daemon.outbox().allSatisfy { ["sent", "unknown"].contains($0["state"] as? String ?? "") }
        }
        let ids = daemon.smtp.captured.compactMap(\.messageID)
        #expect(ids.count == Set(ids).count)
        // A kill may have hit one between the final dot and its answer: that one waits, flagged, for its repetition.
        let unknown = try daemon.outbox("unknown").count
        #expect(try daemon.outbox().count == count)
        #expect((count - unknown...count).contains(ids.count))
        _ = try daemon.stop()
    }
}

enum OutboundExpectation {
    /// Waits until the one entry rests, and answers its state.
    static func fate(_ daemon: DaemonProcess) throws -> String {
        var state = ""
        try daemon.wait("the entry rests") {
            state = try daemon.outbox().first?["state"] as? String ?? ""
            return ["sent", "failed", "unknown", "suppressed", "withdrawn"].contains(state)
        }
        return state
    }
}
