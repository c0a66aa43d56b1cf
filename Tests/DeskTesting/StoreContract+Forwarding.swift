package import Desk
import Foundation
import Mail

/// Handing things on to others, and the record of it.
extension StoreContract {
    static let forwarding = [
        StoreContract("forwarding makes mail, message and record together, and nobody a reader") { subject in
            let (number, _) = try await subject.openAcknowledged()
            let asked = try subject.unwrap(try await subject.view(number).messages.first, "the message")
            let status = try await subject.view(number).ticket.status
            let shown = try await subject.forwarded(asked.id, of: number)
            try subject.require(
                shown.direction == .out && shown.recipients.map(\.to?.text) == ["vendor@parts.example"], "\(shown)")
            let view = try await subject.view(number)
            try subject.require(
                view.ticket.status == status && view.participants.isEmpty && view.messages.last == shown, "it is shown")
            let record = try subject.unwrap(view.disclosures.first, "the record")
            try subject.require(
                record.kind == .forward && record.message == asked.id
                    && record.recipient?.text == "vendor@parts.example"
                    && record.reason == "warranty" && record.basis == "Art. 28" && record.author == "operator"
                    && record.state == .queued, "\(record)")
            let person = try await subject.store.person(view.ticket.requester.id)
            try subject.require(person?.disclosures == view.disclosures, "and with the person")
            let vendor = try await subject.store.person(withAddress: Samples.address("vendor@parts.example"))
            try subject.require(vendor == nil, "the recipient is nobody here")
            let sent = try subject.unwrap(try await subject.sendAll().first, "the mail")
            try subject.require(sent.readableText().text.contains("It burns"), "it says what the message says")
            try subject.require(try await subject.view(number).disclosures.first?.state == .sent, "it left")
            let audited = try await subject.store.auditEntries(after: 0, limit: 100).filter {
                $0.event == AuditEvent.messageForwarded(asked.id, ticket: number).code
            }
            try subject.require(audited.map(\.object) == [asked.id.object], "and is audited, by ids")
            let answered = try await subject.answered(number)
            try subject.require(
                answered.recipients.map(\.to?.text) == ["ada@customer.example"], "the customer is answered as before")
        },
        StoreContract("what the recipient of a forwarded message answers is held") { subject in
            let (number, _) = try await subject.openAcknowledged()
            let asked = try subject.unwrap(try await subject.view(number).messages.first, "the message")
            try await subject.forwarded(asked.id, of: number)
            let sent = try subject.unwrap(try await subject.sendAll().first, "the mail")
            let outcome = try await subject.receive(
                .toToken(of: sent) {
                    $0.from = "Vendor <vendor@parts.example>"
                    $0.messageID = "v1@parts.example"
                })
            try subject.require(outcome == [.appended(number)], "it is kept with the ticket: \(outcome)")
            let view = try await subject.view(number)
            try subject.require(view.messages.last?.held == true && view.participants.isEmpty, "for agents to decide")
        },
        StoreContract("files go along when they are named, or all, and only this message's") { subject in
            let (number, acknowledgement) = try await subject.openAcknowledged()
            _ = try await subject.receive(.withFiles(answering: acknowledgement))
            let message = try subject.unwrap(try await subject.view(number).messages.last, "the message")
            let ids = message.attachments.map(\.id)
            try subject.require(ids.count == 2, "two files came: \(message.attachments)")
            let wanted: [(ForwardDraft.Files, [String?])] = [
                (.chosen([]), []), (.chosen([ids[1]]), ["b.txt"]), (.all, ["a.txt", "b.txt"]),
            ]
            for (files, names) in wanted {
                subject.clock.advance(by: .seconds(1))
                try await subject.forwarded(message.id, of: number) { $0.files = files }
                let sent = try subject.unwrap(try await subject.sendAll().last, "the mail")
                try subject.require(sent.attachments.map(\.filename) == names, "\(sent.attachments.map(\.filename))")
            }
            let counts = try await subject.view(number).disclosures.map(\.files)
            try subject.require(counts == [0, 1, 2], "the record counts them: \(counts)")
            let first = try subject.unwrap(try await subject.view(number).messages.first, "another message")
            let outcome = try await subject.forward(first.id, of: number) { $0.files = .chosen([ids[0]]) }
            guard case .refused(.unknownFile) = outcome else { throw ContractBroken(description: "\(outcome)") }
        },
        StoreContract("notes, held messages and the requester's own address are not forwarded; once is once") {
            subject in
            let (number, acknowledgement) = try await subject.openAcknowledged()
            let note = try await subject.store.note(number, text: "Odd.", by: .operatorOnHost, now: subject.now)
            _ = try await subject.receive(
                .toToken(of: acknowledgement) {
                    $0.from = "Eve <eve@elsewhere.example>"
                    $0.messageID = "e1@elsewhere.example"
                })
            let messages = try await subject.view(number).messages
            let held = try subject.unwrap(messages.first(where: \.held), "the held message")
            let isNote = try await subject.forward(subject.unwrap(note, "the note").id, of: number)
            guard case .refused(.isNote) = isNote else { throw ContractBroken(description: "\(isNote)") }
            let isHeld = try await subject.forward(held.id, of: number)
            guard case .refused(.isHeld) = isHeld else { throw ContractBroken(description: "\(isHeld)") }
            let own = try await subject.forward(messages[0].id, of: number) {
                $0.to = try Samples.address("Ada@customer.example")
            }
            guard case .refused(.isRequester) = own else { throw ContractBroken(description: "\(own)") }
            let other = try await subject.openAnother()
            let elsewhere = try await subject.forward(messages[0].id, of: other)
            guard case .messageNotFound = elsewhere else { throw ContractBroken(description: "\(elsewhere)") }
            let version = try await subject.view(number).ticket.version
            let stale = try await subject.forward(messages[0].id, of: number) { $0.ifVersion = version - 1 }
            guard case .conflict(version) = stale else { throw ContractBroken(description: "\(stale)") }
            let first = try await subject.forwarded(messages[0].id, of: number) { $0.idempotencyKey = "k" }
            let again = try await subject.forward(messages[0].id, of: number) { $0.idempotencyKey = "k" }
            guard case .repeated(let same) = again, same.id == first.id else {
                throw ContractBroken(description: "\(again)")
            }
            try subject.require(try await subject.view(number).disclosures.count == 1, "one record of one disclosure")
        },
        StoreContract("a copy of an answer is a disclosure too, and disclosures go where their messages go") {
            subject in
            let (first, second) = try await subject.openTwo()
            let copy = try Samples.address("bob@customer.example")
            let answer = try await subject.answered(second, ReplyDraft(text: "Both.", carbonCopies: [copy]))
            let record = try subject.unwrap(try await subject.view(second).disclosures.first, "the record")
            try subject.require(
                record.kind == .copy && record.recipient == copy && record.message == answer.id, "\(record)")
            _ = try await subject.merged(second, into: first)
            let merged = try await subject.view(first).disclosures
            try subject.require(merged.map(\.entry) == [record.entry] && merged.first?.ticket == first, "\(merged)")
            let made = try await subject.made([answer.id], of: first)
            try subject.require(try await subject.view(first).disclosures.isEmpty, "it left")
            try subject.require(
                try await subject.view(made.number).disclosures.map(\.entry) == [record.entry], "with the answer")
        },
    ]
}

extension StoreSubject {
    func forward(
        _ message: TicketMessageID, of number: TicketNumber, _ change: (inout ForwardDraft) throws -> Void = { _ in }
    ) async throws -> ForwardOutcome {
        var draft = ForwardDraft(
            to: try Samples.address("vendor@parts.example"), reason: "warranty", basis: "Art. 28",
            text: "Please advise.")
        try change(&draft)
        return try await store.forward(
            message, of: number, with: draft, by: .operatorOnHost,
            dispatch: Dispatch(settings: settings, keys: keys, world: clock.world))
    }

    @discardableResult
    package func forwarded(
        _ message: TicketMessageID, of number: TicketNumber, _ change: (inout ForwardDraft) throws -> Void = { _ in }
    ) async throws -> TicketMessage {
        let outcome = try await forward(message, of: number, change)
        guard case .forwarded(let shown) = outcome else {
            throw ContractBroken(description: "forwarding became \(outcome)")
        }
        return shown
    }
}

extension SampleMail {
    static func withFiles(answering mail: Message) -> SampleMail {
        .answering(mail) {
            $0.messageID = "files@customer.example"
            $0.headers += ["MIME-Version: 1.0", "Content-Type: multipart/mixed; boundary=b"]
            $0.body =
                (["--b", "Content-Type: text/plain", "", "See both."]
                + ["a.txt", "b.txt"].flatMap {
                    [
                        "--b", "Content-Type: text/plain; name=\($0)",
                        "Content-Disposition: attachment; filename=\($0)", "", "In \($0).",
                    ]
                } + ["--b--"]).joined(separator: "\r\n")
        }
    }
}
