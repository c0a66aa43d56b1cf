import Desk
import DeskTesting
import Foundation
import Testing
import Vault

struct AgentRoleTests {
    @Test func `nobody is admin and DPO, and a DPO writes to nobody`() {
        for role in AgentRole.allCases { #expect(!role.scopes.isSuperset(of: [.admin, .dpo])) }
        #expect(AgentRole.admin.scopes == Set(Scope.allCases).subtracting([.dpo]))
        #expect(!AgentRole.dpo.scopes.contains(.ticketsWrite))
    }

    private func draft(_ change: (inout AgentDraft) -> Void = { _ in }) -> AgentDraft {
        var draft = AgentDraft(name: "Bea", address: Scenario.address("bea@example.com"), role: .agent)
        change(&draft)
        return draft
    }

    @Test(arguments: [
        "", " ", " Bea", "Bea ", "a\nb", "bea@example.com", "Former Agent", "0123456789abcdef0123456789abcdef",
        String(repeating: "x", count: 129),
    ])
    func `a name is one word for one agent`(name: String) async throws {
        let desk = try TestDesk().desk
        await #expect {
            try await desk.addAgent(draft { $0.name = name }, as: .operatorOnHost)
        } throws: { error in
            guard case DeskRefusal.invalid("name", _) = error else { return false }
            return true
        }
    }

    @Test func `root is nobody's local user, and roles of the whole desk have no bounds`() async throws {
        let test = try TestDesk()
        let (sales, elsewhere) = (try #require(MailboxName("sales")), try #require(MailboxName("elsewhere")))
        let wrong: [(String, AgentDraft)] = [
            ("unixUser", draft { $0.unixUser = 0 }), ("unixUser", draft { $0.unixUser = .max }),
            ("mailboxes", draft { $0.mailboxes = [] }),
            ("mailboxes", draft { ($0.role, $0.mailboxes) = (.dpo, [sales]) }),
            ("mailboxes", draft { ($0.role, $0.mailboxes) = (.admin, [sales]) }),
            ("mailboxes", draft { $0.mailboxes = [elsewhere] }),
        ]
        for (field, draft) in wrong {
            await #expect {
                try await test.desk.addAgent(draft, as: .operatorOnHost)
            } throws: { error in
                guard case DeskRefusal.invalid(field, _) = error else { return false }
                return true
            }
        }
        #expect(test.store.snapshot.agents.isEmpty)
    }

    @Test func `only root appoints, changes or sees off a DPO`() async throws {
        let admin = Principal.agent(AgentID(ObjectID(high: 6, low: 6)), role: .admin, mailboxes: nil)
        for principal in [admin, .token(AccessTokenID(ObjectID(high: 5, low: 5)), scopes: [.admin], mailboxes: nil)] {
            let test = try TestDesk()
            await #expect(throws: DeskRefusal.forbidden(.dpo)) {
                try await test.desk.addAgent(draft { $0.role = .dpo }, as: principal)
            }
            let dora = try await test.desk.addAgent(draft { $0.role = .dpo }, as: .operatorOnHost)
            await #expect(throws: DeskRefusal.forbidden(.dpo)) {
                try await test.desk.changeAgent(dora.id, to: AgentChanges(role: .agent), as: principal)
            }
            await #expect(throws: DeskRefusal.forbidden(.dpo)) {
                try await test.desk.disableAgent(dora.id, successor: nil, as: principal)
            }
            await #expect(throws: DeskRefusal.forbidden(.dpo)) {
                try await test.desk.resetAgent(dora.id, password: nil, as: principal)
            }
            let carl = try await test.desk.addAgent(
                AgentDraft(name: "Carl", address: Scenario.address("carl@example.com"), role: .agent), as: principal)
            await #expect(throws: DeskRefusal.forbidden(.dpo)) {
                try await test.desk.changeAgent(carl.id, to: AgentChanges(role: .dpo), as: principal)
            }
            await #expect(throws: DeskRefusal.forbidden(.dpo)) {
                try await test.desk.addToken(
                    label: "x", scopes: [.dpo], mailboxes: nil, lifetime: .seconds(60), as: principal)
            }
        }
    }

    @Test func `a local user is the agent as long as there is one`() async throws {
        let test = try TestDesk()
        let sales = try #require(MailboxName("sales"))
        #expect(try await test.desk.principal(ofLocalUser: 1001) == .unmappedLocalUser)
        let bea = try await test.desk.addAgent(
            draft {
                $0.unixUser = 1001
                $0.mailboxes = [sales]
            }, as: .operatorOnHost)
        let principal = try await test.desk.principal(ofLocalUser: 1001)
        #expect(principal == .agent(bea.id, role: .agent, mailboxes: [sales]))
        #expect(principal.auditName == "agent:\(bea.id.hex)")
        _ = try await test.desk.changeAgent(bea.id, to: AgentChanges(role: .admin), as: .operatorOnHost)
        #expect(
            try await test.desk.principal(ofLocalUser: 1001) == .agent(bea.id, role: .admin, mailboxes: nil))
        _ = try await test.desk.disableAgent(bea.id, successor: nil, as: .operatorOnHost)
        #expect(try await test.desk.principal(ofLocalUser: 1001) == .unmappedLocalUser)
    }

    @Test func `colleagues are known by name, where one looks oneself`() async throws {
        let test = try TestDesk()
        let (sales, support) = (try #require(MailboxName("sales")), Scenario.mailbox().name)
        for (name, mailboxes) in [("Bea", [sales]), ("Carl", [support]), ("Dan", nil)] as [(String, Set<MailboxName>?)]
        {
            _ = try await test.desk.addAgent(
                draft {
                    ($0.name, $0.mailboxes, $0.unixUser) = (name, mailboxes, name == "Dan" ? 1001 : nil)
                    $0.address = Scenario.address("\(name.lowercased())@example.com")
                }, as: .operatorOnHost)
        }
        let me = Principal.agent(AgentID(ObjectID(high: 6, low: 6)), role: .agent, mailboxes: [sales])
        let seen = try await test.desk.agents(as: me)
        #expect(seen.map(\.name) == ["Bea", "Dan"])
        #expect(seen.allSatisfy { $0.address == nil && $0.unixUser == nil })
        #expect(try await test.desk.agents(as: .operatorOnHost).count == 3)
    }
}
