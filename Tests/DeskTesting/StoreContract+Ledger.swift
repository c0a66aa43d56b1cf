package import Desk
import Foundation
import Mail

/// The cursor and the rows of what is not settled with the server.
extension StoreContract {
    static let ledger = [
        StoreContract("a folder nobody has begun has no state and takes nothing") { subject in
            let state = try await subject.store.intakeState(mailbox: subject.profile.name, folder: "Elsewhere")
            try subject.require(state == nil, "there is no state")
            let batch = try IntakeBatch.make(
                [SampleMail.make().arrival(uid: 1, at: subject.now)], folder: "Elsewhere", now: subject.now)
            try await subject.refuses(.notFound) { _ = try await subject.store.accept(batch) }
        },
        StoreContract("what is accepted is to be told, and what was told is forgotten") { subject in
            _ = try await subject.receive(
                .make { $0.messageID = "a@x.example" }, .make { $0.messageID = "b@x.example" })
            var state = try await subject.state()
            try subject.require(state.lastUID == 2, "the cursor stands at the last one")
            try subject.require(state.unsettled.map(\.state) == [.acceptedNotTold, .acceptedNotTold], "both wait")
            let copy = ServerCopy(folder: "ticketd", uidValidity: 3, uid: 11)
            try await subject.store.recordTold(
                mailbox: subject.profile.name, folder: "INBOX", uids: [1, 2], copies: [1: copy])
            state = try await subject.state()
            try subject.require(state.unsettled.isEmpty && state.lastUID == 2, "nothing is left to do")
        },
        StoreContract("attempts are counted alone and not in a batch") { subject in
            try await subject.begin()
            let mailbox = subject.profile.name
            let batch = try await subject.store.recordAttempt(
                mailbox: mailbox, folder: "INBOX", uids: [5, 6], alone: false)
            try subject.require(batch == [5: 0, 6: 0], "a batch blames nobody: \(batch)")
            for count in 1...3 {
                let alone = try await subject.store.recordAttempt(
                    mailbox: mailbox, folder: "INBOX", uids: [5], alone: true)
                try subject.require(alone == [5: UInt32(count)], "attempt \(count) counts: \(alone)")
            }
            let state = try await subject.state()
            try subject.require(
                state.unsettled == [
                    .init(uid: 5, attempts: 3, state: .attempting), .init(uid: 6, attempts: 0, state: .attempting),
                ], "both are still to be read")
        },
        StoreContract("a mail that cannot be read shows as a ticket and stays on the server") { subject in
            let bytes = Array("From: poison\r\n\r\nmarker-in-the-poison".utf8)
            let arrival = Arrival(
                uid: 9, receivedAt: subject.now, content: .unreadable(bytes: bytes, reason: .stoppedTheDaemon))
            guard case .opened(let number)? = try await subject.receive([arrival]).first else {
                throw ContractBroken(description: "no ticket shows it")
            }
            try subject.require(
                try await subject.state().unsettled.map(\.state) == [.quarantined], "the server's copy is not settled")
            let listed = try subject.unwrap(try await subject.store.quarantine().first, "its line")
            try subject.require(
                listed.ticket == number && listed.uid == 9 && listed.size == bytes.count
                    && listed.reason == QuarantineReason.stoppedTheDaemon.rawValue, "the line says what and why")
            let again = try await subject.receive([arrival])
            try subject.require(again == [.ignored(.alreadyImported)], "it is quarantined once")
            try subject.require(try await subject.sendAll().isEmpty, "nobody is written to")
        },
        StoreContract("a mail too large to fetch opens a ticket and leaves the server's copy alone") { subject in
            let headers = MessageParser().parse(SampleMail.make { $0.body = "" }.bytes)
            let arrival = Arrival(
                uid: 3, receivedAt: subject.now, content: .tooLarge(headers: headers, size: 40 << 20))
            guard case .opened(let number)? = try await subject.receive([arrival]).first else {
                throw ContractBroken(description: "no ticket shows it")
            }
            let remarks = try await subject.view(number).messages.first?.remarks ?? []
            try subject.require(remarks.contains { $0.contains("40 MiB") }, "it says how large: \(remarks)")
            let state = try await subject.state()
            try subject.require(state.unsettled.isEmpty && state.lastUID == 3, "nothing is to be told")
        },
        StoreContract("an archive keeps dates, closes its tickets, acknowledges nobody and settles nothing") {
            subject in
            let arrival = SampleMail.make { $0.date = "Mon, 02 Mar 2020 10:00:00 +0000" }
                .arrival(uid: 1, at: subject.now)
            guard case .opened(let number)? = try await subject.receive([arrival], isArchive: true).first else {
                throw ContractBroken(description: "the archive opened nothing")
            }
            let view = try await subject.view(number)
            try subject.require(view.ticket.status == .closed, "archived tickets are closed")
            try subject.require(
                view.messages.first?.at == Date(timeIntervalSince1970: 1_583_143_200), "the original date is kept")
            try subject.require(try await subject.sendAll().isEmpty, "nobody is acknowledged")
            try subject.require(try await subject.state().unsettled.isEmpty, "the server is left alone")
        },
        StoreContract("a beginning is kept, and what waits is taken like any other mail") { subject in
            let mailbox = subject.profile.name
            let beginning = IntakeBeginning(
                after: 20, waiting: [4, 9], oldBelow: 21, firstContact: subject.now)
            try await subject.store.beginIntake(
                mailbox: mailbox, folder: "INBOX", uidValidity: 7, beginning)
            var state = try await subject.state()
            try subject.require(
                state.lastUID == 20 && state.oldBelow == 21 && state.firstContact == subject.now, "as it was begun")
            try subject.require(
                state.unsettled.map(\.uid) == [4, 9] && state.unsettled.allSatisfy { $0.state == .waiting },
                "two wait: \(state.unsettled)")
            _ = try await subject.receive([SampleMail.make().arrival(uid: 4, at: subject.now)])
            state = try await subject.state()
            try subject.require(
                state.unsettled.map(\.state) == [.acceptedNotTold, .waiting] && state.lastUID == 20,
                "one is taken, one still waits: \(state.unsettled)")
            try await subject.store.recordTold(mailbox: mailbox, folder: "INBOX", uids: [4], copies: [:])
            state = try await subject.state()
            try subject.require(state.unsettled.map(\.uid) == [9], "and settled")
        },
        StoreContract("an attempt recorded again takes back nothing that was accepted") { subject in
            let arrival = SampleMail.make { $0.messageID = "a@x.example" }.arrival(uid: 1, at: subject.now)
            _ = try await subject.receive([arrival])
            _ = try await subject.store.recordAttempt(
                mailbox: subject.profile.name, folder: "INBOX", uids: [1], alone: false)
            let states = try await subject.state().unsettled.map(\.state)
            try subject.require(states == [.acceptedNotTold], "it is still to be told: \(states)")
        },
        StoreContract("imports are counted") { subject in
            _ = try await subject.receive(
                .make { $0.messageID = "a@x.example" }, .make { $0.messageID = "b@x.example" })
            let count = try await subject.store.importedCount(mailbox: subject.profile.name)
            try subject.require(count == 2, "two mails were imported, not \(count)")
        },
    ]
}

extension StoreSubject {
    package func refuses(_ failure: StoreFailure, line: Int = #line, _ body: () async throws -> Void) async throws {
        do {
            try await body()
        } catch let found as StoreFailure where found == failure {
            return
        }
        throw ContractBroken(description: "it was not refused as \(failure) (line \(line))")
    }
}
