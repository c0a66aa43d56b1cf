import Desk
import Foundation
import Mail
import Store

/// The first agent of a desk, an admin: whoever sits in front of `init`. Nobody is added where there is somebody.
///
/// Who came by sudo is, as a local user, this agent from then on, and needs root no more.
struct FirstAgent: Sendable {
    /// As said on the command line; empty when not.
    let name: String
    let email: String
    let isAttended: Bool
    let world: World

    func add(to store: Store) async {
        do throws(StoreFailure) {
            guard try await store.agents().isEmpty else { return }
        } catch {
            return Terminal.warn("The agents cannot be read (\(error.word.text)).")
        }
        for _ in 0..<FirstRun.patience {
            guard let draft = draft() else { return }
            do throws(DeskRefusal) {
                try draft.validate()
                return await add(draft, to: store)
            } catch {
                let expected = if case .invalid(let field, let rule) = error { "\(field): \(rule)" } else { "\(error)" }
                Terminal.warn("That agent cannot be added. Expected \(expected).")
                guard isAttended, name.isEmpty else { return }
            }
        }
    }

    /// Nil when there shall be none now.
    private func draft() -> AgentDraft? {
        let question = "Your name as the first agent, who is an admin (empty for later):"
        let called = name.isEmpty && isAttended ? Terminal.ask(question) ?? "" : name
        guard !called.isEmpty else {
            Terminal.warn("No agent was added; later: ticketd agents add --role admin")
            return nil
        }
        let address = email.isEmpty && isAttended ? Terminal.ask("Your work address:") ?? "" : email
        guard let parsed = EmailAddress(address.trimmingCharacters(in: .whitespaces)) else {
            Terminal.warn("That is no mail address, so no agent was added; later: ticketd agents add --role admin")
            return nil
        }
        return AgentDraft(
            name: called.trimmingCharacters(in: .whitespaces), address: parsed, role: .admin,
            unixUser: Self.invokingUser)
    }

    private func add(_ draft: AgentDraft, to store: Store) async {
        let agent = Agent(
            id: AgentID(from: world), name: draft.name, address: draft.address, role: draft.role,
            mailboxes: draft.mailboxes, unixUser: draft.unixUser, createdAt: world.now())
        do throws(StoreFailure) {
            guard case .done = try await store.addAgent(agent, by: .operatorOnHost) else { return }
            let user = draft.unixUser.map { ", on this machine \(LocalUser.name(of: $0))" } ?? ""
            Terminal.warn("The first agent is an admin\(user).")
        } catch {
            Terminal.warn("The agent could not be added (\(error.word.text)); later: ticketd agents add --role admin")
        }
    }

    /// Whom sudo says it works for; nobody but root could say so in a way that matters.
    private static var invokingUser: UInt32? {
        guard let user = ProcessInfo.processInfo.environment["SUDO_UID"].flatMap(UInt32.init), user != 0, user != .max
        else { return nil }
        return user
    }
}
