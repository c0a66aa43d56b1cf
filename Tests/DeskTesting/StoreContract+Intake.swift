package import Desk
import Foundation
import Mail

/// From an arrival to a ticket event: P1, P2, P10, P15 at the store.
extension StoreContract {
    static let intake = [
        StoreContract("a first mail opens a ticket that holds what was written") { subject in
            let number = try await subject.open()
            let view = try await subject.view(number)
            try subject.require(view.ticket.subject == "Printer on fire", "the subject is kept")
            try subject.require(view.ticket.status == .new, "a ticket nobody answered is new")
            try subject.require(view.ticket.requester.address?.text == "ada@customer.example", "the author asks")
            let message = try subject.unwrap(view.messages.first, "the message")
            try subject.require(message.text.contains("It burns."), "the text is kept")
            try subject.require(message.verified && !message.held && !message.automatic, "a proved person wrote it")
            try subject.require(message.messageID?.value == "first@customer.example", "its Message-ID is kept")
        },
        StoreContract("the same uid makes one event") { subject in
            let arrival = SampleMail.make { $0.messageID = "once@customer.example" }.arrival(uid: 4, at: subject.now)
            _ = try await subject.receive([arrival])
            let again = try await subject.receive([arrival])
            try subject.require(again == [.ignored(.alreadyImported)], "a second acceptance is none: \(again)")
            try subject.require(try await subject.ticketCount() == 1, "one mail, one ticket")
        },
        StoreContract("P2 the same mail under another uid and uidvalidity makes no event and is told to the server") {
            subject in
            let mail = SampleMail.make { $0.messageID = "once@customer.example" }
            _ = try await subject.receive(mail)
            try await subject.store.beginIntake(
                mailbox: subject.profile.name, folder: "INBOX", uidValidity: 8, after: 0)
            let batch = try IntakeBatch.make(
                [mail.arrival(uid: 90, at: subject.now)], profile: subject.profile, uidValidity: 8, now: subject.now)
            let outcomes = try await subject.store.accept(batch).map(\.outcome)
            try subject.require(outcomes == [.ignored(.alreadyImported)], "a copy is recognised: \(outcomes)")
            let state = try await subject.state()
            try subject.require(state.unsettled.map(\.state) == [.acceptedNotTold], "the copy is to be settled")
        },
        StoreContract("a copy with other trace lines and encoding is the same mail") { subject in
            _ = try await subject.receive(.make { $0.messageID = "c@customer.example" })
            let copy = SampleMail.make {
                $0.messageID = "c@customer.example"
                $0.headers = [
                    "Received: from a by b; Tue, 24 Nov 2026 06:00:01 +0000", "MIME-Version: 1.0",
                    "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: quoted-printable",
                ]
            }
            let outcomes = try await subject.receive(copy)
            try subject.require(outcomes == [.ignored(.alreadyImported)], "re-rendering makes no new mail: \(outcomes)")
        },
        StoreContract("another mail with a used message-id is stored and marked") { subject in
            _ = try await subject.receive(.make { $0.messageID = "same@customer.example" })
            let outcome = try await subject.receive(
                .make {
                    $0.messageID = "same@customer.example"
                    $0.body = "Something else entirely."
                }
            ).first
            guard case .opened(let number)? = outcome else { throw ContractBroken(description: "it was not stored") }
            let remarks = try await subject.view(number).messages.first?.remarks ?? []
            try subject.require(remarks.contains("duplicate-message-id"), "it is marked: \(remarks)")
        },
        StoreContract("a mail and its follow-up in one batch make one ticket") { subject in
            let outcomes = try await subject.receive(
                .make { $0.messageID = "one@customer.example" },
                .make {
                    $0.messageID = "two@customer.example"
                    $0.headers = ["In-Reply-To: <one@customer.example>"]
                    $0.body = "It still burns."
                })
            guard case .opened(let number)? = outcomes.first else {
                throw ContractBroken(description: "the first opened nothing")
            }
            try subject.require(outcomes.last == .appended(number), "the second joins the first: \(outcomes)")
            let messages = try await subject.view(number).messages.filter { $0.direction == .in }
            try subject.require(messages.map { $0.text.contains("still") } == [false, true], "in the order they came")
        },
        StoreContract("a new ticket is acknowledged once and the next mail of the day is counted") { subject in
            let (number, acknowledgement) = try await subject.openAcknowledged()
            try subject.require(acknowledgement.header("Auto-Submitted") == "auto-replied", "it says it is automatic")
            try subject.require(acknowledgement.subject?.contains("\(number.value)") == true, "it names the ticket")
            for count in 2...4 {
                subject.clock.advance(by: .seconds(3_601))
                _ = try await subject.receive(
                    .make {
                        $0.messageID = "\(count)@customer.example"
                        $0.subject = "Another matter \(count)"
                    })
            }
            let sent = try await subject.sendAll()
            try subject.require(sent.count == 2, "three courtesies a day to one address, not \(sent.count + 1)")
        },
        StoreContract("machine mail opens a ticket and is never acknowledged") { subject in
            let number = try await subject.open(.make { $0.headers = ["Auto-Submitted: auto-generated"] })
            let message = try subject.unwrap(try await subject.view(number).messages.first, "the message")
            try subject.require(message.automatic && message.automaticReason != nil, "the verdict is stored")
            try subject.require(message.remarks.contains("not-acknowledged:machine"), "and why nothing was sent")
            try subject.require(try await subject.sendAll().isEmpty, "nothing is sent")
        },
        StoreContract("a mail without an author is kept and cannot be answered") { subject in
            let number = try await subject.open(.make { $0.from = "nobody in particular" })
            try subject.require(try await subject.sendAll().isEmpty, "nothing is sent")
            guard case .nobodyToAnswer = try await subject.answer(number) else {
                throw ContractBroken(description: "somebody was answered who does not exist")
            }
        },
        StoreContract("attachments are kept byte for byte with their names") { subject in
            let number = try await subject.open(.withAttachment)
            let summary = try subject.unwrap(
                try await subject.view(number).messages.first?.attachments.first, "the attachment")
            try subject.require(summary.filename == "report.pdf", "its name is kept")
            let found = try await subject.store.attachment(
                summary.id, of: number, reader: .operatorOnHost, now: subject.now)
            let (again, bytes) = try subject.unwrap(found, "the file")
            try subject.require(again == summary && bytes == Array("%PDF-1.7 marker".utf8), "its bytes are kept")
            let other = try subject.unwrap(TicketNumber(number.value + 1), "a number")
            let elsewhere = try await subject.store.attachment(
                summary.id, of: other, reader: .operatorOnHost, now: subject.now)
            try subject.require(elsewhere == nil, "it is not found through another ticket")
        },
        StoreContract("a file that stood inside the text is kept as an attachment") { subject in
            let number = try await subject.open(
                .make { $0.body = "See below.\r\n\r\nbegin 644 note.txt\r\n%:&5L;&\\\r\n`\r\nend\r\n" })
            let message = try subject.unwrap(try await subject.view(number).messages.first, "the message")
            let summary = try subject.unwrap(message.attachments.first, "the file")
            try subject.require(summary.filename == "note.txt" && !message.text.contains("begin 644"), message.text)
            let found = try await subject.store.attachment(
                summary.id, of: number, reader: .operatorOnHost, now: subject.now)
            try subject.require(found?.1 == Array("hello".utf8), "its bytes are unpacked")
        },
        StoreContract("links of ours in a quoted mail are taken out before it is stored") { subject in
            let number = try await subject.open(
                .make { $0.body = "> https://help.desk.example/u/\(String(repeating: "A", count: 80))\r\nThanks" })
            let text = try await subject.view(number).messages.first?.text ?? ""
            try subject.require(text.contains("[link removed]") && !text.contains("AAAA"), "got: \(text)")
        },
    ]
}

extension SampleMail {
    package static let withAttachment = SampleMail.make {
        $0.messageID = "file@customer.example"
        $0.headers = ["MIME-Version: 1.0", "Content-Type: multipart/mixed; boundary=b"]
        $0.body = [
            "--b", "Content-Type: text/plain", "", "See the file.", "--b",
            "Content-Type: application/pdf; name=\"report.pdf\"",
            "Content-Disposition: attachment; filename=\"report.pdf\"", "Content-Transfer-Encoding: base64", "",
            Data("%PDF-1.7 marker".utf8).base64EncodedString(), "--b--",
        ].joined(separator: "\r\n")
    }
}

extension StoreSubject {
    package func state() async throws -> IntakeState {
        try unwrap(await store.intakeState(mailbox: profile.name, folder: "INBOX"), "the intake's state")
    }

    package func ticketCount() async throws -> Int {
        try await store.tickets(TicketFilter()).tickets.count
    }
}
