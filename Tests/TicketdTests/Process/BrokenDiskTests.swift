import Foundation
import LoopbackMail
import Testing

extension ProcessTests {
    /// A sync that fails is never tried again: Linux would say yes to the second try without having written anything.
    struct BrokenDiskTests {
        private static let strace = "/usr/bin/strace"

        @Test(
            .enabled(if: FileManager.default.isExecutableFile(atPath: strace), "strace is not installed"),
            arguments: ["EIO", "ENOSPC"])
        func `P1 an I/O error at a sync ends the daemon with 74 and loses nothing`(error: String) throws {
            let daemon = try DaemonProcess()
            for index in 1...4 {
                daemon.imap.deliver(CustomerMail.bytes("m\(index)", from: "p\(index)@customer.example"))
            }
            // The first syncs are those of the start; the tenth and all later ones fail.
            try daemon.start(
                under: [
                    Self.strace, "-f", "-qq", "-o", "/dev/null", "-e", "trace=fdatasync,fsync", "-e",
                    "inject=fdatasync,fsync:error=\(error):when=10+",
                ], waits: false)
            var count = 4
            try daemon.wait("the daemon gives up") {
                guard daemon.process?.isRunning == true else { return true }
                count += 1
                daemon.imap.deliver(CustomerMail.bytes("m\(count)", from: "p\(count)@customer.example"))
                usleep(100_000)
                return false
            }
            #expect(try daemon.waitForExit() == 74)
            #expect(daemon.log.contains("doubtful disk"))
            try daemon.start()
            try InboundExpectation.everythingOnce(daemon, count: count)
        }
    }
}
