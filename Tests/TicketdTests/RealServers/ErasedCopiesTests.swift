import Foundation
import Testing

extension ProcessTests {
    /// The copies of an erased person on a real mail server.
    @Suite(.enabled(if: PostOffice.isOpen, PostOffice.closed))
    struct ErasedCopiesTests {
        @Test(arguments: ["move:ticketd", "keep"])
        func `P8 the mailbox's own copies go, those of others and what was never imported stay`(rule: String) throws {
            let desk = try OfficeDesk(changes: ["after_import": rule, "start": "new"])
            // Before we came: never ours, so never removed.
            try desk.ask("before-1", subject: "Before")
            try desk.daemon.start()
            try desk.waitUntilIdle()
            try desk.ask("mine-1", subject: "Mine one")
            try desk.ask("mine-2", subject: "Mine two")
            let other = try desk.office.account()
            let lines = [
                "From: Bert <\(other.address)>", "To: \(desk.support.address)", "Subject: Of another",
                "Message-ID: <other-1@postoffice.test>", "Date: Tue, 24 Nov 2026 06:00:00 +0000", "", "Hello.", "",
            ]
            try desk.office.send(Array(lines.joined(separator: "\r\n").utf8), from: other, to: desk.support.address)
            let folder = rule == "keep" ? "INBOX" : "ticketd"
            let count = rule == "keep" ? 4 : 3
            try desk.daemon.wait("three tickets, and the copies are where they belong") {
                try desk.daemon.tickets().count == 3
                    && desk.office.mails(of: desk.support, in: folder).count == count
            }
            // Two matters within an hour are acknowledged once.
            _ = try desk.delivered(1)
            let answer = try desk.daemon.json(
                "POST", "/api/v1/people/lookup", body: ["address": try desk.customer().address])
            let person = try #require((answer["people"] as? [DaemonProcess.JSON])?.first?["id"] as? String)
            _ = try desk.daemon.json(
                "POST", "/api/v1/people/\(person)/erase", body: ["verified": ["how": "phone", "by": "Otto"]])
            var erasure: DaemonProcess.JSON = [:]
            try desk.daemon.wait("the erasure is over") {
                let all = try desk.daemon.json("GET", "/api/v1/erasures")["erasures"] as? [DaemonProcess.JSON]
                erasure = all?.first ?? [:]
                return erasure["state"] as? String == "done"
            }
            let left = try desk.office.mails(of: desk.support, in: folder).compactMap { $0.header("Subject") }
            #expect(left == (rule == "keep" ? ["Before", "Of another"] : ["Of another"]))
            #expect(try desk.office.mails(of: desk.support).contains { $0.header("Subject") == "Before" })
            #expect((erasure["copies"] as? DaemonProcess.JSON)?["removed"] as? Int == 2)
            #expect((erasure["copies"] as? DaemonProcess.JSON)?["left"] as? Int == 0)
            // The confirmation is the only mail after the acknowledgement.
            let mails = try desk.delivered(2)
            #expect(mails.count { $0.header("Subject")?.contains("erased") ?? false } == 1)
        }
    }
}
