import Desk
package import Foundation
import Mail

/// An agent as the API shows it. Name and address of a former agent are null: nobody has them any more. Address and
/// local user are shown to those who administer.
package struct APIAgent: Codable, Sendable, Equatable {
    package var id: String
    @OrNull package var name: String?
    @OrNull package var email: String?
    package var role: String
    /// null: every mailbox.
    @OrNull package var mailboxes: [String]?
    @OrNull package var unixUser: UInt32?
    package var disabled: Bool
    package var createdAt: Date

    init(_ agent: Agent) {
        id = agent.id.hex
        name = agent.name
        email = agent.address?.text
        role = agent.role.rawValue
        mailboxes = agent.mailboxes?.map(\.value).sorted()
        unixUser = agent.unixUser
        disabled = agent.isDisabled
        createdAt = agent.createdAt
    }
}

/// `GET /api/v1/agents`.
package struct APIAgents: Codable, Sendable, Equatable {
    package var agents: [APIAgent]
}

/// `POST /api/v1/agents/{id}/disable`: what became of the open tickets.
package struct APIOffboarding: Codable, Sendable, Equatable {
    package var agent: APIAgent
    package var reassigned: Int
    package var unassigned: Int

    init(_ offboarding: Offboarding) {
        agent = APIAgent(offboarding.agent)
        reassigned = offboarding.reassigned
        unassigned = offboarding.unassigned
    }
}

/// `POST /api/v1/agents/{id}/reset`: what the agent logs in with. Shown once.
package struct APIAgentReset: Codable, Sendable, Equatable {
    package var agent: APIAgent
    /// null when a password was handed in.
    @OrNull package var oneTimePassword: String?
    /// `otpauth:` text for an authenticator program.
    package var otpauth: String

    init(_ reset: AgentReset) {
        agent = APIAgent(reset.agent)
        oneTimePassword = reset.oneTimePassword
        otpauth = reset.enrolment
    }
}
