import Foundation
import Testing

extension ProcessTests {
    /// `keep_imported` on a real mail server.
    @Suite(.enabled(if: PostOffice.isOpen, PostOffice.closed))
    struct KeptCopiesTests {
        @Test func `P16 moved copies go after their time, the tickets stay, and the first time waits`()
            throws
        {
            let desk = try OfficeDesk(changes: ["after_import": "move:ticketd", "keep_imported": "0d"])
            try desk.ask("mine-1", subject: "Mine one")
            try desk.ask("mine-2", subject: "Mine two")
            try desk.daemon.start()
            try desk.daemon.wait("two tickets, moved") {
                try desk.daemon.tickets().count == 2
                    && desk.office.mails(of: desk.support, in: "ticketd").count == 2
            }
            _ = try desk.daemon.ticketd("backup", "create")
            let dry = try desk.daemon.ticketd("retention", "run", "--dry-run")
            #expect(dry.contains("2 copies of imported mail would be expunged"))
            #expect(dry.contains("0 of 2 tickets"))
            _ = try desk.daemon.request("POST", "/api/v1/retention/run", body: ["dryRun": false])
            try desk.daemon.wait("the first run waits for somebody") {
                try desk.daemon.ticketd("retention").contains("WAITS since")
            }
            #expect(try desk.office.mails(of: desk.support, in: "ticketd").count == 2)
            #expect(try desk.daemon.request("POST", "/api/v1/retention/support/approve").status == 202)
            try desk.daemon.wait("the copies are gone") {
                try desk.office.mails(of: desk.support, in: "ticketd").isEmpty
            }
            try desk.daemon.wait("the run is noted") {
                try desk.daemon.ticketd("retention").contains("2 copies on the server")
            }
            #expect(try desk.daemon.tickets().count == 2)
        }
    }
}
