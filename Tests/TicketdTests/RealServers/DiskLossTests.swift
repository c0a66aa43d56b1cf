import Foundation
import Testing

extension ProcessTests {
    /// The disk of the desk is lost; a backup, the mailbox and the copy of the ledger are left.
    @Suite(.enabled(if: PostOffice.isOpen, PostOffice.closed))
    struct DiskLossTests {
        @Test func `P2 P3 P8 after a lost disk every mail is a ticket, no mail leaves twice, wishes still hold`() throws
        {
            let desk = try OfficeDesk(changes: ["after_import": "move:ticketd"], sections: Self.copies)
            let customers = try (0..<3).map { _ in try desk.office.account() }
            let (daemon, site) = (desk.daemon, try Site(desk.daemon))
            for folder in ["/ledger", "/backups"] {
                try FileManager.default.createDirectory(
                    atPath: daemon.directory + folder, withIntermediateDirectories: false)
            }
            try daemon.start()
            try desk.waitUntilIdle()
            try Self.write(1...5, desk, customers)
            try daemon.wait("5 tickets") { try daemon.tickets().count == 5 }
            let (deskCopy, keysCopy) = (try daemon.backUp("desk"), try daemon.backUp("keys"))
            try Self.write(6...50, desk, customers)
            try daemon.wait("50 tickets", seconds: 150) { try daemon.tickets().count == 50 }
            for number in 1...20 {
                _ = try daemon.ticketd("tickets", "reply", "\(number)", "--text", "Answer \(number).")
            }
            try daemon.wait("20 answers", seconds: 60) {
                try daemon.outbox().filter { $0["state"] as? String != "sent" }.isEmpty
            }
            for customer in customers.prefix(2) {
                let link = try #require(try desk.office.mails(of: customer).last?.link)
                #expect(try site.post(link, "List-Unsubscribe=One-Click") == 200)
            }
            let before = try customers.map { try desk.office.mails(of: $0).map { $0.header("Message-ID") } }
            #expect(before.joined().count >= 20)
            // What is acknowledged is decided by the second in which the server got a mail.
            let lost = Date()
            try daemon.wait("a later second") { Date().timeIntervalSince(lost) > 1.5 }
            try daemon.stop()
            try FileManager.default.removeItem(atPath: daemon.state)

            let said = try daemon.ticketd("restore", "--desk", deskCopy, "--keys", keysCopy, "--yes")
            #expect(said.contains("2 unsubscribes"), "\(said)")
            try daemon.start()
            try daemon.wait("50 tickets", seconds: 150) { try daemon.tickets().count == 50 }
            try desk.waitUntilIdle()
            let subjects = try daemon.tickets().compactMap { $0["subject"] as? String }
            #expect(Set(subjects).count == 50)
            for customer in customers.prefix(2) {
                #expect(try daemon.people(customer.address).suppressions.count == 1)
            }
            #expect(try daemon.people(customers[2].address).suppressions.isEmpty)
            #expect(try daemon.outbox("queued").isEmpty)
            // An answer to the third goes the whole way: what else could have left would have been there before.
            let third = try #require(
                try daemon.tickets().first { ($0["subject"] as? String)?.hasSuffix(" of 2") == true }?["number"] as? Int
            )
            _ = try daemon.ticketd("tickets", "reply", "\(third)", "--text", "The last word.")
            try daemon.wait("the last word") {
                try desk.office.mails(of: customers[2]).contains { $0.text.contains("The last word.") }
            }
            for (index, customer) in customers.enumerated() {
                let after = try desk.office.mails(of: customer).map { $0.header("Message-ID") }
                #expect(after.count == before[index].count + (index == 2 ? 1 : 0))
                #expect(Set(after).count == after.count)
            }
        }

        private static let copies = """
            [privacy]
            ledger_copies = ["DIRECTORY/ledger"]

            """

        private static func write(
            _ numbers: ClosedRange<Int>, _ desk: OfficeDesk, _ customers: [PostOffice.Account]
        ) throws {
            for number in numbers {
                let index = number % customers.count
                let lines = [
                    "From: Customer <\(customers[index].address)>", "To: \(desk.support.address)",
                    "Subject: Case \(number) of \(index)", "Message-ID: <loss-\(number)@postoffice.test>",
                    "Date: Tue, 24 Nov 2026 06:00:00 +0000", "MIME-Version: 1.0",
                    "Content-Type: text/plain; charset=utf-8", "", "Number \(number).", "",
                ]
                try desk.office.send(
                    Array(lines.joined(separator: "\r\n").utf8), from: customers[index], to: desk.support.address)
            }
        }
    }
}
