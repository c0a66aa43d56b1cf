package import Desk
package import Foundation
package import Mail
import Vault

/// Single-use links and sessions of the fake. It composes no mail: the secrets of its links are kept for tests.
extension FakeDeskStore {
    package func askForLink(to address: EmailAddress, now: Date) async throws(StoreFailure) -> Bool {
        try write { state in
            guard state.asks.count < Limits.portalAsks else { return false }
            if !state.asks.contains(address.normalized) { state.asks.append(address.normalized) }
            return true
        }
    }

    package func isLinkAskedFor() async throws(StoreFailure) -> Bool {
        try read { state in !state.asks.isEmpty }
    }

    package func answerAsks(limit: Int, dispatch: Dispatch) async throws(StoreFailure) -> PortalAnswers {
        try write { state throws(StoreFailure) in
            var answers = PortalAnswers()
            for address in state.asks.prefix(limit) {
                answers.settled += 1
                guard let person = state.people.values.first(where: { $0.address?.normalized == address }) else {
                    continue
                }
                try addLink(.signIn, of: person.id, &state)
                answers.sent += 1
            }
            state.asks.removeFirst(answers.settled)
            return answers
        }
    }

    package func sendProofLink(
        for id: RightsRequestID, by author: Principal, dispatch: Dispatch
    ) async throws(StoreFailure) -> ProofLinkOutcome {
        try write { state throws(StoreFailure) in
            guard let request = state.requests[id] else { return .notFound }
            guard request.takesProofByLink else { return .notOpen }
            guard let person = request.person, state.people[person]?.address != nil else { return .nobodyToAsk }
            let sent = state.links.count { $0.link.purpose == .proof(id) }
            guard sent < Limits.proofLinksPerDay else { return .tooMany }
            try addLink(.proof(id), of: person, &state)
            state.note(.proofLinkSent(id), by: author, at: world.now())
            return .sent(request)
        }
    }

    package func portalLink(_ hash: [UInt8], now: Date) async throws(StoreFailure) -> PortalLink? {
        try read { state in living(hash, state, now) }
    }

    package func useLink(
        _ hash: [UInt8], beginning session: [UInt8], replacing old: [UInt8]?, dispatch: Dispatch
    ) async throws(StoreFailure) -> PortalLink? {
        let now = world.now()
        return try write { state in
            guard let link = living(hash, state, now) else { return nil }
            switch link.purpose {
            case .signIn, .export:
                state.portalSessions.removeAll { $0.hash == old }
                state.portalSessions.append(
                    PortalSession(hash: session, person: link.person, begunAt: now, seenAt: now))
                state.note(.portalEntered(link.person), by: .person(link.person), at: now)
            case .proof(let id):
                guard let request = state.requests[id], request.takesProofByLink else { return nil }
                let today = CalendarDay(now, in: ControllerPlace.zone(ofCountry: request.clock.country))
                do throws(DeskRefusal) {
                    state.requests[id] = try request.after(.prove(.link(at: now)), at: now, on: today)
                } catch {
                    return nil
                }
                state.note(.requestMoved(id, "verified"), by: .person(link.person), at: now)
            }
            for index in state.links.indices where state.links[index].link.hash == hash {
                state.links[index].isUsed = true
            }
            return link
        }
    }

    package func person(ofPortalSession hash: [UInt8], now: Date) async throws(StoreFailure) -> PersonID? {
        let found = try read { state in
            state.portalSessions.first { session in
                session.hash == hash && session.isAlive(at: now) && state.people[session.person] != nil
            }
        }
        guard let found else { return nil }
        arrange { state in
            for index in state.portalSessions.indices where state.portalSessions[index].hash == hash {
                state.portalSessions[index].seenAt = now
            }
        }
        return found.person
    }

    package func endPortalSession(_ hash: [UInt8]) async throws(StoreFailure) {
        try write { state in state.portalSessions.removeAll { $0.hash == hash } }
    }

    package func endOldLinks(now: Date) async throws(StoreFailure) {
        try write { state in
            state.portalSessions.removeAll { !$0.isAlive(at: now) }
            state.links.removeAll { !$0.link.isAlive(at: now) }
        }
    }

    package func portalOverview(of person: PersonID) async throws(StoreFailure) -> PortalOverview? {
        try read { state in
            guard let known = state.people[person] else { return nil }
            let messages = state.tickets.values.filter { $0.ticket.requester.id == person }.flatMap(\.messages)
            return PortalOverview(
                address: known.address, name: known.name, firstSeenAt: known.firstSeenAt,
                conversations: known.tickets.count, messages: messages.count { $0.direction == .in },
                answers: messages.count { $0.direction == .out },
                attachments: messages.reduce(0) { $0 + $1.attachments.count },
                disclosures: state.disclosures[person]?.count ?? 0)
        }
    }

    package func tickets(of person: PersonID, limit: Int) async throws(StoreFailure) -> [Ticket] {
        try read { state in
            let numbers = (state.people[person]?.tickets ?? []).sorted { $0.value > $1.value }
            return numbers.prefix(limit).compactMap { state.tickets[$0]?.ticket }
        }
    }

    package func rightsRequests(of person: PersonID, limit: Int) async throws(StoreFailure) -> [RightsRequest] {
        try read { state in
            Array(state.requests.values.filter { $0.person == person }.sorted { $0.id > $1.id }.prefix(limit))
        }
    }

    private func living(_ hash: [UInt8], _ state: State, _ now: Date) -> PortalLink? {
        let found = state.links.first { $0.link.hash == hash && !$0.isUsed }
        guard let link = found?.link, link.isAlive(at: now) else { return nil }
        if case .export(let id) = link.purpose, state.exports[id]?.isOpenable(at: now) != true { return nil }
        return link
    }

    func addLink(
        _ purpose: PortalLink.Purpose, of person: PersonID, _ state: inout State
    ) throws(StoreFailure) {
        let token: LinkToken
        do throws(VaultFailure) { token = try LinkToken() } catch { throw .ioFailed }
        state.links.append(
            FakeLink(
                link: PortalLink(hash: token.hash, person: person, purpose: purpose, madeAt: world.now()),
                secret: token.text))
    }
}

package struct FakeLink: Sendable, Equatable {
    package var link: PortalLink
    /// What the mail would have brought.
    package var secret: String
    package var isUsed = false

    package init(link: PortalLink, secret: String) {
        self.link = link
        self.secret = secret
    }
}
