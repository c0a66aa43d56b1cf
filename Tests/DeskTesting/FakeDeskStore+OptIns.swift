package import Desk
package import Foundation
import Mail
import Vault

/// Double opt-in. The links it would have sent stand in `optInLinks`.
extension FakeDeskStore {
    package func queueOptIn(_ optIn: OptIn) async throws(StoreFailure) -> Bool {
        try write { state in
            guard state.optIns.count(where: { $0.optIn.state == .waiting }) < Desk.Limits.optInsWaiting else {
                return false
            }
            state.optIns.append(FakeOptIn(optIn: optIn))
            return true
        }
    }

    package func sendOptIns(limit: Int, dispatch: Dispatch) async throws(StoreFailure) -> OptInSendings {
        try write { state throws(StoreFailure) in
            var done = OptInSendings()
            for index in state.optIns.indices where state.optIns[index].optIn.state == .waiting {
                guard done.sent < limit else { break }
                let token: LinkToken
                do throws(VaultFailure) { token = try LinkToken() } catch { throw .damaged }
                state.optIns[index].optIn.state = .sent
                state.optIns[index].token = token.hash
                state.optInLinks.append(dispatch.settings.confirmationURL(token: token.text))
                done.sent += 1
            }
            return done
        }
    }

    package func optIn(withToken hash: [UInt8], now: Date) async throws(StoreFailure) -> OptIn? {
        try read { state in
            state.optIns.first { $0.token == hash && $0.optIn.expiresAt > now }?.optIn
        }
    }

    package func confirmOptIn(withToken hash: [UInt8], now: Date) async throws(StoreFailure) -> OptIn? {
        try write { state in
            guard let index = state.optIns.firstIndex(where: { $0.token == hash && $0.optIn.expiresAt > now }) else {
                return nil
            }
            guard state.optIns[index].optIn.state == .sent else { return state.optIns[index].optIn }
            state.optIns[index].optIn.state = .confirmed(at: now)
            let optIn = state.optIns[index].optIn
            switch optIn.wish {
            case .resubscription(let group):
                let hash = self.hash(of: optIn.address, group: group)
                state.suppressions.removeAll { $0.hash == hash }
                state.note(.resubscribed, by: .daemon, at: now)
            case .consent(let wish):
                add(
                    ConsentRecord(
                        id: ConsentID(optIn.id.object), purpose: wish.purpose, controller: wish.controller,
                        version: wish.version, shown: wish.shown, controls: .unticked, act: .doubleOptIn,
                        requestedAt: optIn.askedAt, givenAt: now, channel: .form, evidence: "double opt-in",
                        isWithdrawalShown: true, age: wish.age, parentalAuthorisation: nil, reviewAt: now,
                        author: "daemon"), of: optIn.address, by: .daemon, now: now, &state)
            }
            return optIn
        }
    }

    package func expireOptIns(now: Date, limit: Int) async throws(StoreFailure) -> Int {
        try write { state in
            let count = state.optIns.count
            state.optIns.removeAll { $0.optIn.expiresAt <= now }
            return count - state.optIns.count
        }
    }
}

package struct FakeOptIn: Sendable, Equatable {
    package var optIn: OptIn
    package var token: [UInt8]?
}
