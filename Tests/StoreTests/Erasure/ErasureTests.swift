import Desk
import DeskTesting
import Foundation
import Mail
import Testing
import Vault

@testable import Store

/// P8 at the store: what goes, what stays, and what cannot bring a person back.
@Suite struct ErasureTests {
    @Test func `P8 a person and everything of theirs is gone, and everything of others is there`() async throws {
        let desk = try await ErasureDesk()
        let own = try await desk.subject.open(ErasureDesk.mail("own"))
        let others = try await desk.subject.open(ErasureDesk.other("others"))
        try await desk.subject.answered(own)
        try await desk.subject.answered(
            others, ReplyDraft(text: "Both of you.", carbonCopies: [Samples.address(ErasureDesk.address)]))
        let person = try await desk.person()
        let preview = try #require(try await desk.store.erasurePreview(person.id))
        #expect(try await desk.store.person(person.id) == person)

        let erasure = try await desk.forget()
        #expect(erasure.state == .forgotten)
        #expect(erasure.erased == preview)
        #expect(preview.tickets == 1 && preview.messages == 3)
        // The acknowledgement, the answer, and the copy of what belongs to Bert.
        #expect(preview.mails == 3)
        #expect(try await desk.store.person(person.id) == nil)
        #expect(try await desk.store.person(withAddress: Samples.address(ErasureDesk.address)) == nil)
        #expect(try await desk.store.ticket(own, reader: .operatorOnHost, now: desk.now) == nil)
        let kept = try await desk.subject.view(others)
        #expect(kept.messages.first?.text.contains("It burns.") == true)
        #expect(kept.messages.last?.recipients.map(\.to?.text) == ["bert@other.example"])
        #expect(try desk.store.keys.hasKey(person.id.object) == false)
    }

    @Test func `P8 an older backup of the database cannot be read for an erased person with today's keys`() async throws
    {
        let desk = try await ErasureDesk()
        let number = try await desk.subject.open(ErasureDesk.mail("old") { $0.body = "A secret of mine." })
        let other = try await desk.subject.open(ErasureDesk.other("other"))
        let backup = try await desk.store.backUp(
            .desk, to: desk.fixture.directory + "/backups", by: .daemon, now: desk.now)
        try await desk.forget()
        // Beside today's keys, and without the ledger: only the missing key is left to protect anybody.
        let elsewhere = desk.fixture.directory + "/elsewhere"
        try FileManager.default.createDirectory(atPath: elsewhere, withIntermediateDirectories: true)
        try FileManager.default.copyItem(atPath: backup.path, toPath: elsewhere + "/desk.db")
        try FileManager.default.copyItem(
            atPath: desk.fixture.directory + "/keys.db", toPath: elsewhere + "/keys.db")
        let (keys, cabinet) = try Store.openKeys(directory: elsewhere, root: desk.fixture.root)
        let old = try await Store.open(
            directory: elsewhere, keys: keys, cabinet: cabinet, world: desk.fixture.clock.world)
        let view = try #require(try await old.ticket(number, reader: .operatorOnHost, now: desk.now))
        #expect(view.ticket.requester.address == nil && view.ticket.subject.isEmpty)
        #expect(view.messages.allSatisfy { $0.text.isEmpty && $0.remarks == ["erased"] })
        #expect(try await old.person(withAddress: Samples.address(ErasureDesk.address))?.address == nil)
        let kept = try await old.ticket(other, reader: .operatorOnHost, now: desk.now)
        #expect(kept?.messages.first?.text.contains("It burns.") == true)
        try old.close()
    }

    @Test func `P8 a restored database forgets again before it serves, copies in others' tickets included`()
        async throws
    {
        let desk = try await ErasureDesk()
        let mail = ErasureDesk.mail("old")
        let number = try await desk.subject.open(mail)
        let others = try await desk.subject.open(ErasureDesk.other("others"))
        try await desk.subject.answered(
            others, ReplyDraft(text: "Both of you.", carbonCopies: [Samples.address(ErasureDesk.address)]))
        let person = try await desk.person()
        let backup = try await desk.store.backUp(
            .desk, to: desk.fixture.directory + "/backups", by: .daemon, now: desk.now)
        try await desk.forget()
        try desk.store.close()
        let file = desk.fixture.directory + "/desk.db"
        for name in ["", "-wal", "-shm"] where FileManager.default.fileExists(atPath: file + name) {
            try FileManager.default.removeItem(atPath: file + name)
        }
        try FileManager.default.copyItem(atPath: backup.path, toPath: file)

        let restored = try await desk.fixture.reopen()
        #expect(try await restored.person(person.id) == nil)
        #expect(try await restored.ticket(number, reader: .operatorOnHost, now: desk.now) == nil)
        let kept = try #require(try await restored.ticket(others, reader: .operatorOnHost, now: desk.now))
        #expect(kept.messages.last?.recipients.map(\.to?.text) == ["bert@other.example"])
        let subject = try StoreSubject(store: restored, keys: restored.keys, clock: desk.fixture.clock)
        let again = mail.arrival(uid: 77, at: desk.now)
        #expect(try await subject.receive([again]) == [.ignored(.alreadyImported)])
    }

    @Test func `P8 a mail the server still holds is not imported again, whatever number it has`() async throws {
        let desk = try await ErasureDesk()
        let mail = ErasureDesk.mail("again")
        _ = try await desk.subject.open(mail)
        try await desk.forget()
        #expect(try await desk.subject.receive(mail) == [.ignored(.alreadyImported)])
        // The server numbers the folder anew: everything is looked at again.
        try await desk.store.beginIntake(
            mailbox: desk.subject.profile.name, folder: "INBOX", uidValidity: 99, after: 0)
        let batch = try IntakeBatch.make(
            [mail.arrival(uid: 1, at: desk.now)], profile: desk.subject.profile, settings: desk.subject.settings,
            uidValidity: 99, now: desk.now)
        _ = try await desk.store.recordAttempt(
            mailbox: desk.subject.profile.name, folder: "INBOX", uids: [1], alone: false)
        #expect(try await desk.store.accept(batch).map(\.outcome) == [.ignored(.alreadyImported)])
        #expect(try await desk.store.person(withAddress: Samples.address(ErasureDesk.address)) == nil)
    }

    @Test func `P8 a late bounce of an answer brings nobody back`() async throws {
        let desk = try await ErasureDesk()
        let number = try await desk.subject.open(ErasureDesk.mail("bounced"))
        try await desk.subject.sendAll()
        try await desk.subject.answered(number)
        let sent = try #require(try await desk.subject.sendAll().first)
        try await desk.forget()
        let outcomes = try await desk.subject.receive(.bounce(of: sent, action: "failed", status: "5.1.1"))
        #expect(outcomes == [.ignored(.unmatchedReport)])
        #expect(try await desk.store.person(withAddress: Samples.address(ErasureDesk.address)) == nil)
        #expect(try await desk.store.tickets(TicketFilter()).tickets.isEmpty)
    }

    @Test func `P8 somebody who quotes the erased person brings nobody back and is listed`() async throws {
        let desk = try await ErasureDesk()
        _ = try await desk.subject.open(ErasureDesk.mail("quoted") { $0.body = "My words." })
        let id = try await desk.forget().id
        let quoting = try await desk.subject.open(
            ErasureDesk.other("quoting") {
                $0.body = "On Monday \(ErasureDesk.name) <\(ErasureDesk.address)> wrote:\r\n> My words."
                $0.headers = [
                    "Cc: \(ErasureDesk.name) <\(ErasureDesk.address)>", "In-Reply-To: <quoted@customer.example>",
                ]
            })
        #expect(try await desk.store.person(withAddress: Samples.address(ErasureDesk.address)) == nil)
        _ = try await desk.subject.open(ErasureDesk.other("silent"))
        #expect(try await desk.store.findMentions(of: id) == 1)
        let mention = try #require(try await desk.store.mentions(of: id).first)
        #expect(mention.ticket == quoting)

        let outcome = try await desk.store.redact(
            mention.message, of: quoting, text: "On Monday [redacted] wrote.", by: .operatorOnHost, now: desk.now)
        guard case .redacted(let message) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(message.text == "On Monday [redacted] wrote." && message.remarks.contains("redacted"))
        #expect(try await desk.store.mentions(of: id).isEmpty)
        #expect(try await desk.store.findMentions(of: id) == 0)
    }

    @Test func `a ticket in which somebody else wrote stays without the person's part`() async throws {
        let desk = try await ErasureDesk()
        let number = try await desk.subject.open(ErasureDesk.mail("shared") { $0.subject = "About my illness" })
        let (_, acknowledgement) = (0, try #require(try await desk.subject.sendAll().first))
        // A stranger with the token of the answer: held, and under a key of his own.
        let token = try #require(acknowledgement.replyTo.first?.email)
        let outcome = try await desk.subject.receive(
            ErasureDesk.other("shared-2") {
                $0.to = token.text
                $0.body = "I am his brother."
            })
        #expect(outcome == [.appended(number)])
        let erasure = try await desk.forget()
        #expect(erasure.erased?.tickets == 0 && erasure.erased?.emptied == 1)
        let view = try await desk.subject.view(number)
        #expect(view.ticket.subject.isEmpty && view.ticket.requester.address == nil)
        #expect(view.messages.count == 3 && view.messages.last?.text.contains("I am his brother.") == true)
        #expect(
            view.messages.prefix(2).allSatisfy { $0.remarks == ["erased"] && $0.text.isEmpty && $0.authorID == nil })
        // Staff go on working on it, and there is nobody to answer.
        _ = try await desk.store.change(
            number, to: TicketChanges(status: .closed, assignee: "otto"), ifVersion: nil, by: .operatorOnHost,
            now: desk.now)
        #expect(try await desk.store.note(number, text: "Done.", by: .operatorOnHost, now: desk.now) != nil)
        guard case .nobodyToAnswer = try await desk.subject.answer(number) else {
            Issue.record("somebody was answered")
            return
        }
    }

    @Test func `an unsubscribe survives, and a mail from quarantine does not`() async throws {
        let desk = try await ErasureDesk()
        _ = try await desk.subject.open(ErasureDesk.mail("wish"))
        try await desk.store.suppress(desk.subject.suppression(), by: .daemon)
        let poison = { (uid: UInt32, from: String) in
            Arrival(
                uid: uid, receivedAt: desk.now,
                content: .unreadable(
                    bytes: Array("Received: x\r\nFrom: a\r\n <\(from)>\r\n\r\nFrom: nobody".utf8),
                    reason: .couldNotBeStored))
        }
        _ = try await desk.subject.receive([poison(90, "Ada@customer.example"), poison(91, "bert@other.example")])
        let erasure = try await desk.forget()
        #expect(erasure.erased?.quarantined == 1)
        #expect(try await desk.store.quarantine().map(\.uid) == [91])
        #expect(try await desk.store.erasedCopies(erasure.id).values.flatMap { $0 }.map(\.uid) == [90])
        let number = try await desk.subject.open(ErasureDesk.mail("later") { $0.subject = "Hello again" })
        #expect(
            try await desk.subject.view(number).messages.first?.remarks.contains("not-acknowledged:unsubscribed")
                == true)
    }
}
