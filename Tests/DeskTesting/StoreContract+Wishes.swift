import Desk
import Foundation
package import Mail
import Vault

/// Unsubscribing, taking it back, and what reports from other servers change: P5 and P13 at the store.
extension StoreContract {
    static let wishes = [
        StoreContract("an unsubscribe withholds what waits and stops what was claimed at the gate") { subject in
            let (number, _) = try await subject.openAcknowledged()
            try await subject.answered(number)
            try await subject.sendAll()
            try await subject.answered(number)
            let run = subject.newRun()
            let claimed = try subject.unwrap(try await subject.claim(run: run).first, "the second answer")
            try await subject.answered(number)
            try await subject.store.suppress(subject.suppression(), by: .daemon)
            let waiting = try await subject.store.outboxEntries(state: .suppressed, visible: nil, limit: 10)
            try subject.require(waiting.count == 1 && waiting.first?.reason != nil, "the waiting one is withheld")
            guard case .withheld = try await subject.store.mayBegin(claimed.id, run: run) else {
                throw ContractBroken(description: "the claimed one may begin")
            }
            try await subject.store.suppress(subject.suppression(), by: .daemon)
            try subject.require(try await subject.states().count == 4, "saying it twice changes nothing more")
        },
        StoreContract("an unsubscribe from one ticket leaves the others alone") { subject in
            let (number, _) = try await subject.openAcknowledged()
            let other = try await subject.open(
                .make {
                    $0.messageID = "other@customer.example"
                    $0.subject = "Another matter"
                })
            for ticket in [number, other] {
                try await subject.answered(ticket)
                try await subject.answered(ticket)
            }
            try await subject.store.suppress(
                subject.suppression(of: "ada@customer.example", .ticket, ticket: number), by: .daemon)
            let withheld = try await subject.store.outboxEntries(state: .suppressed, visible: nil, limit: 10)
            try subject.require(withheld.map(\.ticket) == [number], "only its second answer: \(withheld.count)")
        },
        StoreContract("a dropped request is not even answered first") { subject in
            let (number, _) = try await subject.openAcknowledged()
            try await subject.store.suppress(
                subject.suppression(
                    of: "ada@customer.example", UnsubscribeScope.everything.union(.dropRequest), ticket: number),
                by: .daemon)
            let answer = try await subject.answered(number)
            try subject.require(answer.recipients.map(\.state) == [.suppressed], "the person dropped it")
        },
        StoreContract("an unsubscribe covers the address with a tag and stops acknowledgements") { subject in
            try await subject.store.suppress(subject.suppression(), by: .daemon)
            let number = try await subject.open(.make { $0.from = "Ada <ada+shop@customer.example>" })
            let remarks = try await subject.view(number).messages.first?.remarks ?? []
            try subject.require(remarks.contains("not-acknowledged:unsubscribed"), "it says why: \(remarks)")
            try subject.require(try await subject.sendAll().isEmpty, "nothing is sent")
        },
        StoreContract("a wish taken back lets mail leave again") { subject in
            let (number, _) = try await subject.openAcknowledged()
            let wish = try subject.suppression()
            try await subject.store.suppress(wish, by: .daemon)
            let person = try await subject.store.person(withAddress: Samples.address("ADA@customer.example"))
            try subject.require(person?.suppressions["default"]?.scope == .everything, "the person shows it")
            try await subject.store.liftSuppression(
                hash: wish.hash, evidence: "asked on the phone", by: .operatorOnHost, now: subject.now)
            let after = try await subject.store.person(withAddress: Samples.address("ada@customer.example"))
            try subject.require(after?.suppressions.isEmpty == true, "nothing is listed any more")
            try await subject.answered(number)
            let second = try await subject.answered(number)
            try subject.require(second.recipients.map(\.state) == [.queued], "mail leaves again")
        },
        StoreContract("a single-use link works once") { subject in
            let token = Array("a token".utf8)
            try subject.require(try await subject.store.spendToken(token, now: subject.now), "the first time")
            let again = try await subject.store.spendToken(token, now: subject.now)
            try subject.require(!again, "not the second time")
        },
        StoreContract("the mailto form unsubscribes and makes nobody a person") { subject in
            let (_, acknowledgement) = try await subject.openAcknowledged()
            let subjectLine = try subject.unwrap(acknowledgement.unsubscribeSubject, "the mailto form")
            let outcomes = try await subject.receive(
                .make {
                    $0.from = "Somebody <somebody@elsewhere.example>"
                    $0.messageID = "u@elsewhere.example"
                    $0.subject = subjectLine
                })
            try subject.require(outcomes == [.unsubscribed], "it is carried out: \(outcomes)")
            let ada = try await subject.store.person(withAddress: Samples.address("ada@customer.example"))
            try subject.require(ada?.suppressions["default"]?.scope == .everything, "for the address the token names")
            let sender = try await subject.store.person(withAddress: Samples.address("somebody@elsewhere.example"))
            try subject.require(sender == nil, "whoever sent it is nobody")
        },
        StoreContract("a bounce ends the mail, marks the address and opens no ticket") { subject in
            let (number, _) = try await subject.openAcknowledged()
            try await subject.answered(number, ReplyDraft(text: "Use water.", close: true))
            let sent = try subject.unwrap(try await subject.sendAll().first, "the answer")
            let outcomes = try await subject.receive(.bounce(of: sent, action: "failed", status: "5.1.1"))
            try subject.require(outcomes == [.reported(.failed)], "it is a report: \(outcomes)")
            let view = try await subject.view(number)
            try subject.require(view.ticket.status == .open, "the ticket reopens")
            try subject.require(view.messages.last?.text.contains("5.1.1") == true, "the note says why")
            let ada = try await subject.store.person(withAddress: Samples.address("ada@customer.example"))
            try subject.require(ada?.isUndeliverable == true, "the address is known to be dead")
            try subject.require(try await subject.ticketCount() == 1, "no ticket is opened")
        },
        StoreContract("a dead address gets no automatic mail for 60 days, and then again") { subject in
            let (number, _) = try await subject.openAcknowledged()
            try await subject.answered(number)
            let sent = try subject.unwrap(try await subject.sendAll().first, "the answer")
            _ = try await subject.receive(.bounce(of: sent, action: "failed", status: "5.1.1"))
            for (days, isAnswered) in [(1, false), (58, false), (2, true)] {
                subject.clock.advance(by: .seconds(days * 86_400))
                let new = try await subject.open(.make { $0.messageID = "later\(days)@customer.example" })
                let remarks = try await subject.view(new).messages.first?.remarks ?? []
                try subject.require(
                    remarks.contains("not-acknowledged:undeliverable") != isAnswered, "\(days) more days: \(remarks)")
                let ada = try await subject.store.person(withAddress: Samples.address("ada@customer.example"))
                try subject.require(ada?.isUndeliverable != isAnswered, "it is shown so")
            }
        },
        StoreContract("a delay is a state of its own, and what is said later takes its place") { subject in
            let (number, _) = try await subject.openAcknowledged()
            try await subject.answered(number)
            let sent = try subject.unwrap(try await subject.sendAll().first, "the answer")
            let outcomes = try await subject.receive(.bounce(of: sent, action: "delayed", status: "4.4.1"))
            try subject.require(outcomes == [.reported(.delayed)], "it is delayed: \(outcomes)")
            let last = try await subject.view(number).messages.last
            try subject.require(last?.direction == .note && last?.text.contains("delayed") == true, "noted")
            let later = try await subject.receive(.bounce(of: sent, action: "delivered", status: "2.0.0"))
            try subject.require(later == [.reported(.sent)], "it arrived after all: \(later)")
            let end = try await subject.receive(.bounce(of: sent, action: "failed", status: "4.4.7"))
            try subject.require(end == [.reported(.failed)], "a failure is the last word: \(end)")
            let ada = try await subject.store.person(withAddress: Samples.address("ada@customer.example"))
            try subject.require(ada?.isUndeliverable == false, "the address is not dead for it")
        },
        StoreContract("a bounce about a mail that is not ours changes nothing") { subject in
            let (number, _) = try await subject.openAcknowledged()
            let forged = MessageParser().parse(SampleMail.make { $0.messageID = "not@ours.example" }.bytes)
            let outcomes = try await subject.receive(.bounce(of: forged, action: "failed", status: "5.1.1"))
            try subject.require(outcomes == [.ignored(.unmatchedReport)], "it is ignored: \(outcomes)")
            try subject.require(try await subject.view(number).messages.count == 2, "nothing was written")
        },
        StoreContract("looking at an unsubscribe link changes nothing") { subject in
            let (number, acknowledgement) = try await subject.openAcknowledged()
            let token = try subject.unwrap(acknowledgement.unsubscribeSubject?.split(separator: " ").last, "a token")
            let claim = try subject.unwrap(Base64URL.decode(token).flatMap(subject.keys.openUnsubscribe), "its claim")
            let first = try await subject.store.unsubscribeSubject(claim)
            try subject.require(
                first
                    == UnsubscribeSubjectView(
                        mailbox: subject.profile.name, ticket: number, isAwaitingAnswer: true, isSuppressed: false),
                "it says what it is about: \(first)")
            try subject.require(try await subject.store.unsubscribeSubject(claim) == first, "as often as asked")
            try await subject.store.suppress(subject.suppression(), by: .daemon)
            try await subject.answered(number)
            let then = try await subject.store.unsubscribeSubject(claim)
            try subject.require(then.isSuppressed && !then.isAwaitingAnswer, "and shows what was done since")
        },
    ]
}

extension Message {
    /// The subject of the mail form of List-Unsubscribe.
    package var unsubscribeSubject: String? {
        let header = rawHeaders("List-Unsubscribe").first ?? ""
        guard let start = header.range(of: "?subject=")?.upperBound else { return nil }
        return header[start...].prefix { $0 != ">" }.description.removingPercentEncoding
    }
}

extension SampleMail {
    /// A delivery report as a mail server writes it (RFC 3464).
    package static func bounce(of mail: Message, action: String, status: String) -> SampleMail {
        .make {
            $0.from = "Mail Delivery System <MAILER-DAEMON@customer.example>"
            $0.messageID = "bounce-\(action)@customer.example"
            $0.subject = "Undelivered Mail Returned to Sender"
            $0.headers = [
                "Return-Path: <>", "Auto-Submitted: auto-replied", "MIME-Version: 1.0",
                "Content-Type: multipart/report; report-type=delivery-status; boundary=b",
            ]
            $0.body = [
                "--b", "Content-Type: text/plain", "", "It did not arrive.", "--b",
                "Content-Type: message/delivery-status", "", "Reporting-MTA: dns; mx.customer.example", "",
                "Final-Recipient: rfc822; ada@customer.example", "Action: \(action)", "Status: \(status)", "", "--b",
                "Content-Type: message/rfc822", "", "Message-ID: <\(mail.messageID?.value ?? "")>",
                "Subject: returned", "", "text", "--b--",
            ].joined(separator: "\r\n")
        }
    }
}
