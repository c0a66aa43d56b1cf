import Foundation
import LoopbackMail
import Testing

extension ProcessTests {
    /// `ticketd restore` as an operator runs it, and ended at every instant.
    struct RestoreTests {
        static let backups = """
            [backup]
            desk = {to = "DIRECTORY/backups/desk", every = "1d", keep = "30d"}
            keys = {to = "DIRECTORY/backups/keys", every = "1h", keep = "7d"}
            """

        /// A stopped desk with three tickets in its backups and two more after them.
        static func stopped() throws -> (daemon: DaemonProcess, desk: String, keys: String) {
            let daemon = try DaemonProcess()
            for number in 1...3 {
                daemon.imap.deliver(CustomerMail.bytes("before-\(number)", from: "p\(number)@customer.example"))
            }
            try daemon.start()
            try daemon.wait("three tickets") { try daemon.tickets().count == 3 }
            try daemon.wait("three acknowledgements") { try daemon.outbox("sent").count == 3 }
            let desk = try daemon.backUp("desk")
            let keys = try daemon.backUp("keys")
            for number in 1...2 {
                daemon.imap.deliverNow(CustomerMail.bytes("after-\(number)", from: "q\(number)@customer.example"))
            }
            try daemon.wait("five tickets") { try daemon.tickets().count == 5 }
            try daemon.wait("five acknowledgements") { try daemon.outbox("sent").count == 5 }
            // The scripted server dates mail two seconds ahead; a restore is later than the mail it looks for.
            let delivered = Date()
            try daemon.wait("the mail is of the past") { Date().timeIntervalSince(delivered) > 3.5 }
            return (daemon, desk, keys)
        }

        @Test func `it refuses while the daemon runs, shows its plan, and changes nothing without a yes`() throws {
            let (daemon, desk, keys) = try Self.stopped()
            let arguments = ["restore", "--desk", desk, "--keys", keys, "--config", daemon.configurationPath]
            let refused = try daemon.run(arguments)
            #expect(refused.status == 75 && refused.error.contains("already running"))
            try daemon.stop()
            let shown = try daemon.run(arguments)
            #expect(shown.status == 0 && shown.output.contains("Nothing was changed."), "\(shown.error)")
            #expect(shown.output.contains("3 tickets") && shown.output.contains("Ticket numbers go on after #1005"))
            try daemon.start()
            #expect(try daemon.tickets().count == 5)
        }

        @Test(arguments: [nil, "r1", "r2", "r3", "r4", "r4:2", "r4:3", "r5", "r5:2", "r5:3"])
        func `ended at any instant it can be run again, and the mail since is back once`(fault: String?) throws {
            let (daemon, desk, keys) = try Self.stopped()
            try daemon.stop()
            let arguments = ["restore", "--desk", desk, "--keys", keys, "--yes", "--config", daemon.configurationPath]
            let first = try daemon.run(arguments, environment: fault.map { ["TICKETD_FAULT": $0] } ?? [:])
            #expect(fault == nil ? first.status == 0 : first.status == 9, "\(first.error)")
            // Before the commit it has to be run again; after it, starting the daemon is enough.
            if ["r1", "r2"].contains(fault) {
                let again = try daemon.run(arguments)
                #expect(again.status == 0, "\(again.error)")
            }
            try daemon.start()
            try daemon.wait("five tickets") { try daemon.tickets().count == 5 }
            #expect(try daemon.outbox().allSatisfy { $0["state"] as? String == "sent" })
            #expect(daemon.smtp.captured.count == 5)
            let left = try FileManager.default.contentsOfDirectory(atPath: daemon.state)
            #expect(!left.contains { $0.hasPrefix("restor") }, "\(left)")
            #expect(left.filter { $0.hasPrefix("replaced-") }.count == 1)
        }
    }
}

extension DaemonProcess {
    /// Makes a copy of one set and answers where it lies.
    func backUp(_ set: String) throws -> String {
        let body: JSON = ["set": set, "directory": directory + "/backups/" + set]
        guard let path = try json("POST", "/api/v1/backups", body: body)["path"] as? String else {
            throw Failure(description: "no path in the answer")
        }
        return path
    }
}
