import Desk
import DeskTesting
import Foundation
import Web

/// Everybody who can come to the door, as the table of authority names them.
enum Visitor: CaseIterable {
    case nobody, localUser, agent, agentElsewhere, admin, dpo, operatorOnHost
    case ticketsRead, ticketsWrite, peopleRead, privacyExport, privacyErase, dpoToken, adminToken, writeElsewhere

    /// The head of its column.
    var title: String {
        switch self {
        case .nobody: "nobody"
        case .localUser: "local user"
        case .agent: "agent"
        case .agentElsewhere: "agent elsewhere"
        case .admin: "admin"
        case .dpo: "dpo"
        case .operatorOnHost: "operator"
        case .ticketsRead, .ticketsWrite, .peopleRead, .privacyExport, .privacyErase, .dpoToken, .adminToken:
            "`\(scope?.rawValue ?? "")`"
        case .writeElsewhere: "`tickets:write` elsewhere"
        }
    }

    /// The one scope of its token.
    var scope: Scope? {
        switch self {
        case .ticketsRead: .ticketsRead
        case .ticketsWrite, .writeElsewhere: .ticketsWrite
        case .peopleRead: .peopleRead
        case .privacyExport: .privacyExport
        case .privacyErase: .privacyErase
        case .dpoToken: .dpo
        case .adminToken: .admin
        default: nil
        }
    }

    private var role: AgentRole? {
        switch self {
        case .agent, .agentElsewhere: .agent
        case .admin: .admin
        case .dpo: .dpo
        default: nil
        }
    }

    private var mailboxes: Set<MailboxName>? {
        guard self == .agentElsewhere || self == .writeElsewhere else { return nil }
        return Set([MailboxName("sales")].compactMap { $0 })
    }

    /// A visitor at the door of this desk: what a request brings along, and who the desk should take it for.
    func arrive(at test: TestDesk) async throws -> Arrived {
        if let scope {
            let made = try await test.desk.addToken(
                label: "visitor", scopes: [scope], mailboxes: mailboxes, lifetime: .seconds(3600), as: .operatorOnHost)
            return Arrived(
                principal: .token(made.0.id, scopes: [scope], mailboxes: mailboxes), bearer: made.secret)
        }
        if let role {
            let agent = Agent(
                id: AgentID(from: test.desk.world), name: "Visitor",
                address: try Samples.address("visitor@example.com"), role: role,
                mailboxes: mailboxes, unixUser: 4077, createdAt: TestDesk.start)
            test.store.arrange { $0.agents.append(agent) }
            return Arrived(
                principal: .agent(agent.id, role: role, mailboxes: mailboxes), peer: .unmappedLocalUser, user: 4077)
        }
        switch self {
        case .operatorOnHost: return Arrived(principal: .operatorOnHost, peer: .operatorOnHost, user: 0)
        case .localUser: return Arrived(principal: .unmappedLocalUser, peer: .unmappedLocalUser, user: 4078)
        default: return Arrived(principal: nil)
        }
    }

    struct Arrived {
        var principal: Principal?
        var bearer: String?
        /// What the kernel says of whoever comes by the socket.
        var peer: Principal?
        var user: UInt32?

        /// Local users come by the socket where a route is there, everybody else over TCP where it is there.
        func listener(of route: Route) -> Listener {
            let wanted: [Listener] = peer == nil ? [.tcp, .adminSocket] : [.adminSocket, .tcp]
            return wanted.first { route.listeners.contains($0) } ?? .metrics
        }
    }
}
