import Foundation
import LoopbackMail
import Testing

extension ProcessTests {
    /// `ticketd keys rotate`, beside a running daemon and ended at every instant.
    struct KeyRotationTests {
        @Test(arguments: ["k1", "k2", "k3"])
        func `a rotation that a crash ended is carried to its end by the next start`(fault: String) throws {
            let daemon = try Self.desk(fault: fault)
            _ = try daemon.run(["keys", "rotate", "--config", daemon.configurationPath])
            #expect(try daemon.waitForExit() == 128 + 9)
            try daemon.start()
            try daemon.wait("one epoch") { try daemon.ticketd("keys", "status").contains("epoch 2") }
            try daemon.wait("the rotation ends") { try !daemon.ticketd("keys", "status").contains("epoch 1") }
            #expect(try daemon.json("GET", "/api/v1/tickets/1")["subject"] as? String == "Printer on fire")
        }

        @Test(arguments: [nil, "k4", "k5", "k6"])
        func `after a change of the root every older copy of the keys is dead`(fault: String?) throws {
            let daemon = try Self.desk()
            let old = try daemon.backUp("keys")
            #expect(try daemon.run(["backup", "verify", old, "--config", daemon.configurationPath]).status == 0)
            let arguments = ["keys", "rotate", "--root", "--config", daemon.configurationPath]
            let first = try daemon.run(arguments, environment: fault.map { ["TICKETD_FAULT": $0] } ?? [:])
            #expect(fault == nil ? first.status == 0 : first.status == 9, "\(first.error)")
            // After the last instant there is nothing left to do.
            if let fault, fault != "k6" {
                let again = try daemon.run(arguments)
                #expect(again.status == 0, "\(again.error)")
            }
            // The daemon never stopped, and a start with the new root finds everything.
            #expect(try daemon.json("GET", "/api/v1/tickets/1")["subject"] as? String == "Printer on fire")
            try daemon.stop()
            try daemon.start()
            #expect(try daemon.json("GET", "/api/v1/tickets/1")["subject"] as? String == "Printer on fire")
            let dead = try daemon.run(["backup", "verify", old, "--config", daemon.configurationPath])
            #expect(dead.status == 1 && dead.output.contains("the root key does not open it"))
            let desk = try daemon.backUp("desk")
            try daemon.stop()
            let refused = try daemon.run(
                ["restore", "--desk", desk, "--keys", old, "--yes", "--config", daemon.configurationPath])
            #expect(refused.status == 65, "\(refused.error)")
            let left = try FileManager.default.contentsOfDirectory(atPath: daemon.directory + "/credentials")
            #expect(!left.contains { $0.hasSuffix(".new") })
        }

        private static func desk(fault: String? = nil) throws -> DaemonProcess {
            let daemon = try DaemonProcess()
            daemon.imap.deliver(CustomerMail.bytes("rotated-1"))
            try daemon.start(fault: fault)
            try daemon.wait("the ticket") { try daemon.tickets().count == 1 }
            return daemon
        }
    }
}
