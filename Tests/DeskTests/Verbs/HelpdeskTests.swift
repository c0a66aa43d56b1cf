import Desk
import DeskTesting
import Foundation
import Mail
import Testing
import Vault

/// Who may do what (privacy.md): every verb × every principal. What one may not see does not exist.
struct HelpdeskTests {
    enum Verdict: Equatable {
        case allowed
        /// Allowed, and nothing to see.
        case empty
        case forbidden(Scope)
        case notFound(DeskRefusal.Subject)
    }

    struct Verb: CustomTestStringConvertible {
        let testDescription: String
        /// nil: whoever has a name.
        let needs: Scope?
        /// What a principal with the scope meets whose token is for the other mailbox.
        let elsewhere: Verdict
        /// Answers whether there was something to see.
        let call: @Sendable (TestDesk, Principal) async throws -> Bool

        init(
            _ name: String, _ needs: Scope?, elsewhere: Verdict,
            call: @escaping @Sendable (TestDesk, Principal) async throws -> Bool
        ) {
            testDescription = name
            self.needs = needs
            self.elsewhere = elsewhere
            self.call = call
        }
    }

    static let ticketVerbs = [
        Verb("tickets", .ticketsRead, elsewhere: .empty) { desk, principal in
            try await !desk.desk.tickets(TicketFilter(), as: principal).tickets.isEmpty
        },
        Verb("tickets of a mailbox by name", .ticketsRead, elsewhere: .empty) { desk, principal in
            let filter = TicketFilter(mailbox: MailboxName("support"), visible: nil)
            return try await !desk.desk.tickets(filter, as: principal).tickets.isEmpty
        },
        Verb("ticket", .ticketsRead, elsewhere: .notFound(.ticket)) { desk, principal in
            try await !desk.desk.ticket(desk.number, as: principal).messages.isEmpty
        },
        Verb("attachment", .ticketsRead, elsewhere: .notFound(.ticket)) { desk, principal in
            let id = try #require(desk.store.snapshot.files.keys.first)
            return try await !desk.desk.attachment(id, of: desk.number, as: principal).1.isEmpty
        },
        Verb("reply", .ticketsWrite, elsewhere: .notFound(.ticket)) { desk, principal in
            try await desk.desk.reply(to: desk.number, with: ReplyDraft(text: "Hello"), as: principal).direction == .out
        },
        Verb("open", .ticketsWrite, elsewhere: .notFound(.mailbox)) { desk, principal in
            let draft = OpeningDraft(
                mailbox: Scenario.mailbox().name, to: Scenario.address("new@customer.example"), subject: "S", text: "T",
                reason: "R", basis: "B")
            return try await desk.desk.open(draft, as: principal).status == .pending
        },
        Verb("note", .ticketsWrite, elsewhere: .notFound(.ticket)) { desk, principal in
            try await desk.desk.note("Hello", on: desk.number, as: principal).direction == .note
        },
        Verb("change", .ticketsWrite, elsewhere: .notFound(.ticket)) { desk, principal in
            let changes = TicketChanges(status: .closed)
            return try await desk.desk.change(desk.number, to: changes, ifVersion: nil, as: principal).status == .closed
        },
        Verb("merge", .ticketsWrite, elsewhere: .notFound(.ticket)) { desk, principal in
            let other = try second(desk)
            return try await desk.desk.merge(other, into: desk.number, ifVersion: nil, as: principal).number
                == desk.number
        },
        Verb("split", .ticketsWrite, elsewhere: .notFound(.ticket)) { desk, principal in
            let id = try #require(desk.store.snapshot.tickets[desk.number]?.messages.first?.id)
            let other = try second(desk)
            let more = try #require(desk.store.snapshot.tickets[other]?.messages)
            desk.store.arrange { $0.tickets[desk.number]?.messages += more }
            return try await desk.desk.split(
                [id], from: desk.number, subject: nil, ifVersion: nil, as: principal
            ).status == .open
        },
        Verb("admit", .ticketsWrite, elsewhere: .notFound(.ticket)) { desk, principal in
            let id = try #require(desk.store.snapshot.tickets[desk.number]?.messages.first?.id)
            desk.store.arrange { $0.tickets[desk.number]?.messages[0].held = true }
            return try await desk.desk.admit(id, to: desk.number, as: principal).number == desk.number
        },
        Verb("forward", .ticketsWrite, elsewhere: .notFound(.ticket)) { desk, principal in
            let id = try #require(desk.store.snapshot.tickets[desk.number]?.messages.first?.id)
            let draft = ForwardDraft(to: Scenario.address("vendor@parts.example"), reason: "R")
            return try await desk.desk.forward(id, of: desk.number, with: draft, as: principal).direction == .out
        },
        Verb("adding a participant", .ticketsWrite, elsewhere: .notFound(.ticket)) { desk, principal in
            let address = Scenario.address("bob@customer.example")
            return try await desk.desk.addParticipant(address, to: desk.number, as: principal).count == 1
        },
        Verb("removing a participant", .ticketsWrite, elsewhere: .notFound(.ticket)) { desk, principal in
            let bob = PersonID(ObjectID(high: 3, low: 3))
            desk.store.arrange { $0.tickets[desk.number]?.participants = [bob] }
            return try await desk.desk.removeParticipant(bob, from: desk.number, as: principal).isEmpty
        },
        Verb("outbox", .ticketsRead, elsewhere: .empty) { desk, principal in
            try await !desk.desk.outbox(state: nil, limit: 10, as: principal).isEmpty
        },
        Verb("retry of an entry", .ticketsWrite, elsewhere: .notFound(.entry)) { desk, principal in
            let id = try entry(desk)
            desk.store.arrange { $0.entries[id]?.summary.state = .deferred }
            try await desk.desk.retryEntry(id, as: principal)
            return true
        },
        Verb("withdrawing an entry", .ticketsWrite, elsewhere: .notFound(.entry)) { desk, principal in
            try await desk.desk.withdrawEntry(entry(desk), as: principal)
        },
    ]

    static let peopleVerbs = [
        Verb("people", .peopleRead, elsewhere: .empty) { desk, principal in
            try await !desk.desk.people(withAddress: Scenario.address(TestDesk.customer), as: principal).isEmpty
        },
        Verb("person", .peopleRead, elsewhere: .notFound(.person)) { desk, principal in
            try await !desk.desk.person(desk.person, as: principal).tickets.isEmpty
        },
        Verb("unsubscribing somebody", .ticketsWrite, elsewhere: .notFound(.person)) { desk, principal in
            try await desk.desk.unsubscribe(person: desk.person, in: "default", as: principal)
            return desk.store.snapshot.suppressions.count == 1
        },
        Verb("resubscribing somebody", .ticketsWrite, elsewhere: .notFound(.person)) { desk, principal in
            try await desk.desk.resubscribe(person: desk.person, in: "default", evidence: "by phone", as: principal)
            return true
        },
    ]

    static let operatorVerbs = [
        Verb("status", nil, elsewhere: .allowed) { desk, principal in
            let status = try await desk.desk.status(as: principal)
            let isBound = principal != .unmappedLocalUser && principal.visibleMailboxes != nil
            return status.mailboxes.count == (isBound ? 1 : 2) && status.outbox == [.queued: 1]
        },
        Verb("quarantine", .admin, elsewhere: .empty) { desk, principal in
            _ = quarantined(in: desk)
            return try await !desk.desk.quarantine(as: principal).isEmpty
        },
        Verb("looking at a quarantined mail", .admin, elsewhere: .notFound(.quarantine)) { desk, principal in
            let view = try await desk.desk.lookAtQuarantined(quarantined(in: desk), as: principal)
            return view.mail.expiresAt == view.mail.lookedAt?.addingTimeInterval(30 * 86_400)
        },
        Verb("releasing a quarantined mail", .admin, elsewhere: .notFound(.quarantine)) { desk, principal in
            try await desk.desk.releaseQuarantined(quarantined(in: desk), as: principal) == desk.number
        },
        Verb("deleting a quarantined mail", .admin, elsewhere: .notFound(.quarantine)) { desk, principal in
            try await desk.desk.deleteQuarantined(quarantined(in: desk), as: principal)
            return desk.store.snapshot.quarantined.isEmpty
        },
        Verb("making a token for every mailbox", .admin, elsewhere: .notFound(.mailbox)) { desk, principal in
            let made = try await desk.desk.addToken(
                label: "bot", scopes: [.ticketsRead], mailboxes: nil, lifetime: .seconds(60), as: principal)
            return try await desk.desk.authenticate(bearer: made.secret) != nil
        },
        Verb("tokens", .admin, elsewhere: .allowed) { desk, principal in
            try await desk.desk.tokens(as: principal).isEmpty
        },
        Verb("revoking a token", .admin, elsewhere: .allowed) { desk, principal in
            let id = AccessTokenID(ObjectID(high: 9, low: 9))
            let record = AccessTokenRecord(
                id: id, label: "bot", hash: [], scopes: [], mailboxes: nil, createdAt: TestDesk.start,
                expiresAt: TestDesk.start)
            desk.store.arrange { $0.tokens = [record] }
            try await desk.desk.revokeToken(id, as: principal)
            return desk.store.snapshot.tokens.first?.isRevoked == true
        },
        Verb("backing up", .admin, elsewhere: .allowed) { desk, principal in
            try await desk.desk.backUp(.desk, to: "/var/backups", as: principal).isVerified
        },
        // Admin or DPO, and only of the whole desk.
        Verb("the audit log", .dpo, elsewhere: .forbidden(.dpo)) { desk, principal in
            try await desk.desk.audit(after: 0, limit: 10, as: principal).isEmpty
        },
        Verb("verifying the audit log", .dpo, elsewhere: .forbidden(.dpo)) { desk, principal in
            try await desk.desk.auditVerdict(as: principal).firstBad == nil
        },
    ]

    static let agentVerbs = [
        Verb("agents", .ticketsRead, elsewhere: .allowed) { desk, principal in
            _ = try arrangeAgent(desk)
            return try await desk.desk.agents(as: principal).first?.name == "Bea"
        },
        Verb("adding an agent", .admin, elsewhere: .forbidden(.admin)) { desk, principal in
            let draft = AgentDraft(name: "Carl", address: Scenario.address("carl@example.com"), role: .agent)
            return try await desk.desk.addAgent(draft, as: principal).name == "Carl"
        },
        Verb("changing an agent", .admin, elsewhere: .forbidden(.admin)) { desk, principal in
            let id = try arrangeAgent(desk)
            return try await desk.desk.changeAgent(id, to: AgentChanges(role: .admin), as: principal).role == .admin
        },
        Verb("resetting an agent", .admin, elsewhere: .forbidden(.admin)) { desk, principal in
            let id = try arrangeAgent(desk)
            return try await desk.desk.resetAgent(id, password: nil, as: principal).oneTimePassword?.count == 16
        },
        Verb("disabling an agent", .admin, elsewhere: .forbidden(.admin)) { desk, principal in
            let id = try arrangeAgent(desk)
            return try await desk.desk.disableAgent(id, successor: nil, as: principal).agent.isDisabled
        },
    ]

    static func arrangeAgent(_ desk: TestDesk, role: AgentRole = .agent) throws -> AgentID {
        let agent = Agent(
            id: AgentID(from: desk.desk.world), name: "Bea", address: Scenario.address("bea@example.com"), role: role,
            mailboxes: nil, unixUser: 1001, createdAt: TestDesk.start)
        desk.store.arrange { $0.agents.append(agent) }
        return agent.id
    }

    /// A second ticket of the same person.
    static func second(_ desk: TestDesk) throws -> TicketNumber {
        var stored = try #require(desk.store.snapshot.tickets[desk.number])
        stored.ticket.number = Scenario.number(7)
        stored.messages[0].id = TicketMessageID(ObjectID(high: 4, low: 4))
        let other = stored
        desk.store.arrange { $0.tickets[other.ticket.number] = other }
        return stored.ticket.number
    }

    static func entry(_ desk: TestDesk) throws -> OutboxEntryID {
        try #require(desk.store.snapshot.entries.keys.first)
    }

    static func quarantined(in desk: TestDesk) -> TicketMessageID {
        let id = TicketMessageID(ObjectID(high: 1, low: 1))
        let mail = QuarantinedMail(
            id: id, mailbox: Scenario.mailbox().name, folder: "INBOX", uid: 1, size: 1, reason: "not a mail",
            at: TestDesk.start, ticket: desk.number)
        desk.store.arrange { $0.quarantined = [mail] }
        return id
    }

    static func principals() throws -> [Principal] {
        let sales = try #require(MailboxName("sales"))
        let tokens = Scope.allCases.flatMap { scope -> [Principal] in
            [nil, [sales]].map { .token(AccessTokenID(ObjectID(high: 5, low: 5)), scopes: [scope], mailboxes: $0) }
        }
        let agents = try [nil, Set([sales])].map { mailboxes throws -> Principal in
            .agent(AgentID(ObjectID(high: 6, low: 6)), role: .agent, mailboxes: mailboxes)
        }
        let others = [AgentRole.admin, .dpo].map { role -> Principal in
            .agent(AgentID(ObjectID(high: 6, low: 6)), role: role, mailboxes: nil)
        }
        return [.operatorOnHost, .unmappedLocalUser] + agents + others + tokens
    }

    /// The design's sentence, written without a look at the code: root is admin and never DPO, an admin may all but
    /// what is the DPO's, a local user nobody knows may look at the status.
    static func expected(_ verb: Verb, _ principal: Principal) -> Verdict {
        switch principal {
        case .operatorOnHost, .daemon: .allowed
        case .unmappedLocalUser, .person: verb.needs.map { .forbidden($0) } ?? .allowed
        case .agent(_, .agent, let mailboxes):
            expected(verb, [.ticketsRead, .ticketsWrite, .peopleRead], mailboxes)
        case .agent(_, .admin, let mailboxes): expected(verb, [.admin], mailboxes)
        case .agent(_, .dpo, let mailboxes):
            expected(verb, [.ticketsRead, .peopleRead, .privacyExport, .privacyErase, .dpo], mailboxes)
        case .token(_, let scopes, let mailboxes): expected(verb, scopes, mailboxes)
        }
    }

    private static func expected(_ verb: Verb, _ scopes: Set<Scope>, _ mailboxes: Set<MailboxName>?) -> Verdict {
        if let needs = verb.needs, scopes.isDisjoint(with: [needs, .admin]) {
            .forbidden(needs)
        } else {
            mailboxes == nil ? .allowed : verb.elsewhere
        }
    }

    @Test(arguments: ticketVerbs + comfortVerbs + queueVerbs + wordingVerbs + peopleVerbs + operatorVerbs + agentVerbs)
    func `each verb is allowed, forbidden or not found, and what is refused changes nothing`(verb: Verb) async throws {
        for principal in try Self.principals() {
            let desk = try TestDesk()
            let verdict: Verdict
            do {
                verdict = try await verb.call(desk, principal) ? .allowed : .empty
            } catch DeskRefusal.forbidden(let scope) {
                verdict = .forbidden(scope)
            } catch DeskRefusal.notFound(let subject) {
                verdict = .notFound(subject)
            }
            #expect(verdict == Self.expected(verb, principal), "\(principal)")
            if verdict != .allowed { #expect(desk.store.snapshot.writes == 0, "\(principal)") }
        }
    }

    @Test(arguments: Scope.allCases)
    func `a token hands on no more than it has, and an admin does not appoint a DPO`(scope: Scope) async throws {
        let desk = try TestDesk()
        let (sales, support) = (try #require(MailboxName("sales")), Scenario.mailbox().name)
        let admin = Principal.token(AccessTokenID(ObjectID(high: 1, low: 1)), scopes: [.admin], mailboxes: nil)
        let bound = Principal.token(AccessTokenID(ObjectID(high: 1, low: 1)), scopes: [.admin], mailboxes: [sales])
        let make = { (mailboxes: Set<MailboxName>?, principal: Principal) async throws -> Bool in
            do {
                _ = try await desk.desk.addToken(
                    label: "bot", scopes: [scope], mailboxes: mailboxes, lifetime: .seconds(60), as: principal)
                return true
            } catch DeskRefusal.forbidden(.dpo), DeskRefusal.notFound(.mailbox) {
                return false
            }
        }
        #expect(try await make(nil, .operatorOnHost))
        #expect(try await make(nil, admin) == (scope != .dpo))
        #expect(try await make([sales], bound) == (scope != .dpo))
        for mailboxes in [[support], [sales, support], nil] as [Set<MailboxName>?] {
            #expect(try await !make(mailboxes, bound))
        }
    }

    @Test(arguments: [-1, 0, 501, Int.max])
    func `a list has a length`(limit: Int) async throws {
        let desk = try TestDesk().desk
        let expected = DeskRefusal.invalid(field: "limit", expected: "a number from 1 to 500")
        await #expect(throws: expected) {
            try await desk.outbox(state: nil, limit: limit, as: .operatorOnHost)
        }
        await #expect(throws: expected) {
            try await desk.tickets(TicketFilter(limit: limit), as: .operatorOnHost)
        }
    }
}
