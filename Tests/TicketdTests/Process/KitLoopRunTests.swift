import Foundation
import LoopbackMail
import Testing

extension ProcessTests {
    /// The kit that is there before anybody asks for it, with the real binary.
    struct KitLoopRunTests {
        @Test func `a kit is written when a breach is opened, opens with the passphrase alone, and goes with the end`()
            throws
        {
            let folder = FileManager.default.temporaryDirectory.appending(path: "kits-\(UUID().uuidString)").path
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            defer { try? FileManager.default.removeItem(atPath: folder) }
            let daemon = try DaemonProcess("[privacy]\nbreach_kits = \"\(folder)\"")
            try daemon.start()
            let secret = folder + "/passphrase"
            try Data("correct horse battery staple\n".utf8).write(to: URL(filePath: secret))
            _ = try daemon.ticketd("breaches", "kit-daily", "--passphrase-file", secret)
            _ = try daemon.ticketd(
                "breaches", "open", "--decided-by", "B. Muster", "--kind", "confidentiality")
            let kit = folder + "/breach-1.kit"
            try daemon.wait("the kit") { FileManager.default.fileExists(atPath: folder + "/open-kit.py") }
            let sealed = try Data(contentsOf: URL(filePath: kit))
            #expect(sealed.starts(with: Array("ticketd-kit-1\n".utf8)))
            #expect(sealed.range(of: Data("KIT OF BREACH".utf8)) == nil)
            let opened = try ProgramRun("/usr/bin/env", ["python3", folder + "/open-kit.py", kit, secret])
            #expect(opened.status == 0 && opened.output.contains("KIT OF BREACH 1"))
            _ = try daemon.ticketd(
                "breaches", "describe", "1", "--language", "en", "--nature", "A mail went astray.",
                "--consequences", "None is likely.", "--measures", "It was deleted.")
            _ = try daemon.ticketd("breaches", "assess", "1", "--risk", "none", "--reasons", "It was sealed.")
            _ = try daemon.ticketd("breaches", "close", "1", "--reasons", "Addresses are looked at twice now.")
            try daemon.wait("the kit goes") { !FileManager.default.fileExists(atPath: kit) }
        }
    }
}
