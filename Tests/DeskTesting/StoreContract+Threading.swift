import Desk
import Foundation
package import Mail

/// Which ticket a mail joins, with real mails and real headers (P11).
extension StoreContract {
    static let threading = [
        StoreContract("an answer to our mail joins by its message-id and reopens the ticket") { subject in
            let (number, _) = try await subject.openAcknowledged()
            try await subject.answered(number, ReplyDraft(text: "Use water.", close: true))
            let reply = try subject.unwrap(try await subject.sendAll().first, "the answer")
            try subject.require(try await subject.view(number).ticket.status == .closed, "it was closed")
            let outcomes = try await subject.receive(.answering(reply) { $0.isAuthenticated = false })
            try subject.require(outcomes == [.appended(number)], "it joins: \(outcomes)")
            let view = try await subject.view(number)
            try subject.require(view.ticket.status == .open, "and reopens")
            try subject.require(view.messages.last?.verified == false, "unproved, and says so")
        },
        StoreContract("a reply token joins whatever the headers lost") { subject in
            let (number, acknowledgement) = try await subject.openAcknowledged()
            let outcomes = try await subject.receive(.toToken(of: acknowledgement))
            try subject.require(outcomes == [.appended(number)], "it joins: \(outcomes)")
            try subject.require(try await subject.view(number).messages.last?.held == false, "its author belongs there")
        },
        StoreContract("a token from a stranger is held and gives no access") { subject in
            let (number, acknowledgement) = try await subject.openAcknowledged()
            let stranger = try SampleMail.toToken(of: acknowledgement) { $0.from = "Eve <eve@elsewhere.example>" }
            let outcomes = try await subject.receive(stranger)
            try subject.require(outcomes == [.appended(number)], "it is kept with the ticket: \(outcomes)")
            let view = try await subject.view(number)
            try subject.require(view.messages.last?.held == true, "agents see it and decide")
            try subject.require(view.ticket.status == .new, "nothing is reopened by it")
            let follow = try await subject.receive(
                .make {
                    $0.from = "Eve <eve@elsewhere.example>"
                    $0.messageID = "eve2@elsewhere.example"
                    $0.subject = "Re: Printer on fire [#\(number.value)]"
                })
            try subject.require(follow != [.appended(number)], "having been held makes nobody a participant")
        },
        StoreContract("a forged token is nothing") { subject in
            let (number, _) = try await subject.openAcknowledged()
            let outcome = try await subject.receive(
                .make {
                    $0.messageID = "forged@customer.example"
                    $0.to = "support+t.\(String(repeating: "a", count: 26))@desk.example"
                }
            ).first
            try subject.require(outcome != .appended(number), "it opens its own ticket")
        },
        StoreContract("a subject tag joins a proved participant and only points otherwise") { subject in
            let (number, _) = try await subject.openAcknowledged()
            let tagged = "Re: Printer on fire [#\(number.value)]"
            let proved = try await subject.receive(
                .make {
                    $0.messageID = "t1@customer.example"
                    $0.subject = tagged
                })
            try subject.require(proved == [.appended(number)], "a proved participant joins: \(proved)")
            for (from, isAuthenticated) in [
                ("Ada <ada@customer.example>", false), ("Eve <eve@elsewhere.example>", true),
            ] {
                let mail = SampleMail.make {
                    $0.subject = tagged
                    $0.messageID = "t2.\(isAuthenticated)@customer.example"
                    $0.from = from
                    $0.isAuthenticated = isAuthenticated
                }
                guard case .opened(let other)? = try await subject.receive(mail).first else {
                    throw ContractBroken(description: "somebody joined by a tag alone")
                }
                let related = try await subject.view(other).possiblyRelated
                try subject.require(related == [number], "the new ticket points at it: \(related)")
            }
        },
        StoreContract("a reference to a mail in another mailbox does not join") { subject in
            let number = try await subject.open()
            let profile = try MailboxProfile.make(name: "sales", address: "sales@desk.example")
            try await subject.store.beginIntake(mailbox: profile.name, folder: "INBOX", uidValidity: 7, after: 0)
            let mail = SampleMail.make {
                $0.messageID = "other@customer.example"
                $0.headers = ["In-Reply-To: <first@customer.example>"]
            }
            let outcome = try await subject.store.accept(
                .make([mail.arrival(uid: 1, at: subject.now)], profile: profile, now: subject.now)
            ).first?.outcome
            try subject.require(outcome != .appended(number), "mailboxes are not mixed")
        },
        StoreContract("a ticket closed long ago is not woken; the new one points at it") { subject in
            let (number, acknowledgement) = try await subject.openAcknowledged()
            _ = try await subject.store.change(
                number, to: TicketChanges(status: .closed), ifVersion: nil, by: .operatorOnHost, now: subject.now)
            subject.clock.advance(by: Limits.reopenWindow + .seconds(60))
            guard case .opened(let other)? = try await subject.receive(.answering(acknowledgement)).first else {
                throw ContractBroken(description: "a long closed ticket was woken")
            }
            try subject.require(try await subject.view(other).linked == [number], "it is linked to the old one")
            try subject.require(try await subject.view(number).linked == [other], "and the old one to it")
        },
        StoreContract("our own mail coming back makes no event") { subject in
            let number = try await subject.open()
            let run = subject.newRun()
            let entry = try subject.unwrap(try await subject.claim(run: run).first?.outbound, "a mail of ours")
            let outcomes = try await subject.receive([
                Arrival(
                    uid: subject.nextUID(), receivedAt: subject.now,
                    content: .message(MessageParser().parse(entry.bytes)))
            ])
            try subject.require(outcomes == [.ignored(.ourOwnMail)], "it stops here: \(outcomes)")
            try subject.require(try await subject.view(number).messages.count == 2, "and changes nothing")
        },
        StoreContract("numbers of tickets are never used twice") { subject in
            var numbers: [TicketNumber] = []
            for index in 1...3 {
                numbers.append(
                    try await subject.open(
                        .make {
                            $0.messageID = "n\(index)@x.example"
                            $0.subject = "Matter \(index)"
                        }))
            }
            try subject.require(numbers.map(\.value) == [1, 2, 3], "they count from one: \(numbers)")
        },
    ]
}

extension SampleMail {
    /// What a mail program makes when somebody presses reply on a mail of ours.
    package static func answering(_ mail: Message, _ change: (inout SampleMail) -> Void = { _ in }) -> SampleMail {
        .make {
            $0.messageID = "reply-\(mail.messageID?.value.prefix(8) ?? "")@customer.example"
            $0.subject = "Re: your answer"
            $0.body = "It still burns."
            if let id = mail.messageID { $0.headers = ["In-Reply-To: <\(id.value)>"] }
            change(&$0)
        }
    }

    /// A new mail to the address a mail of ours asked to be answered at.
    package static func toToken(
        of mail: Message, _ change: (inout SampleMail) -> Void = { _ in }
    ) throws -> SampleMail {
        guard let address = mail.replyTo.first?.address else {
            throw ContractBroken(description: "our mail has no Reply-To")
        }
        return .make {
            $0.messageID = "token@customer.example"
            $0.to = address
            $0.subject = "Anything"
            change(&$0)
        }
    }
}
