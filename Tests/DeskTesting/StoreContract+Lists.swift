package import Desk
import Foundation
import Mail

/// Lists, search, people, tokens and health.
extension StoreContract {
    static let lists = [
        StoreContract("pages show every ticket once, newest change first") { subject in
            let numbers = try await subject.openMany(7)
            subject.clock.advance(by: .seconds(1))
            _ = try await subject.store.note(numbers[2], text: "x", by: .operatorOnHost, now: subject.now)
            var seen: [TicketNumber] = []
            var after: PageKey?
            repeat {
                let page = try await subject.store.tickets(TicketFilter(after: after, limit: 3))
                seen += page.tickets.map(\.number)
                after = page.next
            } while after != nil && seen.count < 20
            let expected = [numbers[2]] + numbers.reversed().filter { $0 != numbers[2] }
            try subject.require(seen == expected, "got \(seen.map(\.value))")
        },
        StoreContract("a list is narrowed by status, mailbox and what may be seen") { subject in
            let numbers = try await subject.openMany(3)
            _ = try await subject.store.change(
                numbers[0], to: TicketChanges(status: .closed), ifVersion: nil, by: .operatorOnHost, now: subject.now)
            let closed = try await subject.store.tickets(TicketFilter(status: .closed)).tickets
            try subject.require(closed.map(\.number) == [numbers[0]], "by status")
            let sales = try Samples.mailboxName("sales")
            try subject.require(
                try await subject.store.tickets(TicketFilter(mailbox: sales)).tickets.isEmpty, "by mailbox")
            try subject.require(
                try await subject.store.tickets(TicketFilter(visible: [])).tickets.isEmpty, "by sight")
        },
        StoreContract("a list is narrowed by priority, which changes as the rest does") { subject in
            let numbers = try await subject.openMany(3)
            let changed = try await subject.changed(numbers[1], TicketChanges(priority: .urgent))
            try subject.require(changed.priority == .urgent && changed.version == 2, "it changed")
            let urgent = try await subject.store.tickets(TicketFilter(priority: .urgent)).tickets
            try subject.require(urgent.map(\.number) == [numbers[1]], "it is found: \(urgent.map(\.number.value))")
            let normal = try await subject.store.tickets(TicketFilter(priority: .normal, limit: 1))
            try subject.require(normal.tickets.map(\.number) == [numbers[2]], "every other ticket is normal")
            try await subject.answered(numbers[1])
            try subject.require(try await subject.view(numbers[1]).ticket.priority == .urgent, "an answer leaves it")
        },
        StoreContract("privacy labels are kept apart from tags, and each change of them is audited") { subject in
            let number = try await subject.open()
            let first = try await subject.changed(number, TicketChanges(tags: ["art9"], labels: [.minor, .art9]))
            try subject.require(first.labels == [.art9, .minor] && first.tags == ["art9"], "\(first.labels)")
            let same = try await subject.changed(number, TicketChanges(labels: [.art9, .minor]))
            try subject.require(same.labels == first.labels, "said again")
            let less = try await subject.changed(number, TicketChanges(labels: [.art9]))
            try subject.require(less.labels == [.art9] && less.tags == ["art9"], "one went")
            let code = AuditEvent.ticketLabelled(number, []).code
            let audited = try await subject.store.auditEntries(after: 0, limit: 100).filter { $0.event == code }
            try subject.require(
                audited.map { $0.details?.keys.sorted() } == [
                    ["label.art9", "label.minor", "ticket"], ["label.art9", "ticket"],
                ], "two changes, two entries: \(audited)")
        },
        StoreContract("a search finds words in subject, text and requester, whatever their case") { subject in
            let numbers = try await subject.openMany(3)
            for (words, expected) in [
                ("MATTER 2", [numbers[1]]), ("burns", Array(numbers.reversed())), ("customer3 burns", [numbers[2]]),
                ("nowhere", []),
            ] {
                let found = try await subject.store.tickets(TicketFilter(text: words)).tickets.map(\.number)
                try subject.require(found == expected, "\(words) found \(found.map(\.value))")
            }
        },
        StoreContract("a person is found by address in any case and shows their tickets") { subject in
            let number = try await subject.open()
            let person = try subject.unwrap(
                try await subject.store.person(withAddress: Samples.address("Ada@CUSTOMER.example")), "the person")
            try subject.require(person.name == "Ada" && person.tickets == [number], "with name and ticket")
            try subject.require(try await subject.store.person(person.id) == person, "by id as well")
        },
        StoreContract("tokens are found by hash, used at most once an hour on paper, and revoked for good") { subject in
            let record = AccessTokenRecord(
                id: AccessTokenID(from: subject.clock.world), label: "Grace's script",
                hash: [UInt8](repeating: 7, count: 32), scopes: [.ticketsRead, .admin],
                mailboxes: [subject.profile.name], createdAt: subject.now,
                expiresAt: subject.now.addingTimeInterval(3600))
            try await subject.store.addToken(record, by: .operatorOnHost)
            try subject.require(try await subject.store.tokens() == [record], "it is listed as it was made")
            let used = try await subject.store.token(withHash: record.hash, now: subject.now)
            try subject.require(used?.id == record.id, "it is found")
            subject.clock.advance(by: .seconds(60))
            _ = try await subject.store.token(withHash: record.hash, now: subject.now)
            let listed = try await subject.store.tokens().first?.lastUsedAt
            try subject.require(listed == TestWorld.beginning, "one use an hour is noted")
            let wasThere = try await subject.store.revokeToken(record.id, by: .operatorOnHost, now: subject.now)
            try subject.require(wasThere, "it was there")
            let principal = try await subject.store.token(withHash: record.hash, now: subject.now)?
                .principal(at: subject.now)
            try subject.require(principal == nil, "it opens nothing any more")
            let unknown = try await subject.store.token(withHash: [1], now: subject.now)
            try subject.require(unknown == nil, "another hash is nobody")
        },
        StoreContract("a healthy store says so") { subject in
            _ = try await subject.open()
            let health = try await subject.store.verifyHealth()
            try subject.require(health.synchronous == 2 && health.isWritable && health.tickets == 1, "\(health)")
        },
    ]
}

extension StoreSubject {
    /// Changes a ticket and takes it out of the outcome.
    package func changed(_ number: TicketNumber, _ changes: TicketChanges) async throws -> Ticket {
        let outcome = try await store.change(number, to: changes, ifVersion: nil, by: .operatorOnHost, now: now)
        guard case .changed(let ticket) = outcome else {
            throw ContractBroken(description: "a change became \(outcome)")
        }
        return ticket
    }

    /// Tickets of different people about different matters, an instant apart.
    package func openMany(_ count: Int) async throws -> [TicketNumber] {
        var numbers: [TicketNumber] = []
        for index in 1...count {
            clock.advance(by: .seconds(1))
            numbers.append(
                try await open(
                    .make {
                        $0.from = "Customer \(index) <customer\(index)@x.example>"
                        $0.messageID = "many\(index)@x.example"
                        $0.subject = "Matter \(index)"
                    }))
        }
        return numbers
    }
}
