import Foundation
import LoopbackMail
import Testing

extension ProcessTests {
    /// A power cut: what was never synced is gone. `kill -9` cannot show it, because the kernel keeps what a dead
    /// process wrote.
    struct PowerCutTests {
        private static let shim = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent(".build-tools/power-cut.so")
            .path

        /// The shim is made by `make test`; without it these tests would pass by proving nothing.
        private static func requireShim() throws {
            guard FileManager.default.fileExists(atPath: shim) else {
                throw DaemonProcess.Failure(description: "run `make .build-tools/power-cut.so` first")
            }
        }

        @Test(arguments: ["i1", "i2", "i3", "i4"])
        func `P1 what the server was told survives a power cut`(point: String) throws {
            try Self.requireShim()
            let daemon = try DaemonProcess()
            for index in 1...6 {
                daemon.imap.deliver(CustomerMail.bytes("m\(index)", from: "p\(index)@customer.example"))
            }
            try Self.cut(daemon, at: point)
            try daemon.start()
            try InboundExpectation.everythingOnce(daemon, count: 6)
        }

        @Test func `P3 an answer the API took survives a power cut`() throws {
            try Self.requireShim()
            let daemon = try DaemonProcess(mailbox: "auto_reply = false")
            daemon.imap.deliver(CustomerMail.bytes("m1"))
            try daemon.start()
            try daemon.wait("the ticket") { try daemon.tickets().count == 1 }
            try daemon.stop()
            daemon.smtp.misbehave { $0.replies["RCPT"] = "451 later" }

            let mirror = try Self.begin(daemon)
            for index in 1...5 {
                let answer = try daemon.json("POST", "/api/v1/tickets/1/replies", body: ["text": "Answer \(index)."])
                #expect(answer["messageId"] is String)
            }
            try daemon.kill9()
            try Self.lose(daemon, mirror)
            daemon.smtp.behave()
            try daemon.start()
            try daemon.wait("all five are sent") { try daemon.outbox("sent").count == 5 }
            #expect(Set(daemon.smtp.captured.compactMap(\.messageID)).count == 5)
        }

        private static func begin(_ daemon: DaemonProcess, fault: String? = nil) throws -> String {
            let mirror = daemon.directory + "/mirror"
            try FileManager.default.copyItem(atPath: daemon.state, toPath: mirror)
            try daemon.start(
                fault: fault,
                environment: ["LD_PRELOAD": shim, "POWER_CUT_WATCH": daemon.state, "POWER_CUT_MIRROR": mirror])
            return mirror
        }

        private static func cut(_ daemon: DaemonProcess, at point: String) throws {
            let mirror = try begin(daemon, fault: point)
            #expect(try daemon.waitForExit() == 128 + 9)
            try lose(daemon, mirror)
        }

        private static func lose(_ daemon: DaemonProcess, _ mirror: String) throws {
            try FileManager.default.removeItem(atPath: daemon.state)
            try FileManager.default.moveItem(atPath: mirror, toPath: daemon.state)
        }
    }
}
