package import Desk
package import Foundation

/// Blocked senders.
extension FakeDeskStore {
    package func block(_ target: BlockTarget, by author: Principal, now: Date) async throws(StoreFailure) -> Bool {
        try write { state in
            if !state.blocked.contains(target) {
                state.blocked.append(target)
                state.note(.senderBlocked(target.kind), by: author, at: now)
            }
            return true
        }
    }

    package func unblock(_ target: BlockTarget, by author: Principal, now: Date) async throws(StoreFailure) -> Bool {
        try write { state in
            guard let index = state.blocked.firstIndex(of: target) else { return false }
            state.blocked.remove(at: index)
            state.note(.senderUnblocked(target.kind), by: author, at: now)
            return true
        }
    }

    package func blocks() async throws(StoreFailure) -> [Block] {
        try read { state in state.blocked.map { Block(kind: $0.kind, since: TestDesk.start) } }
    }
}
