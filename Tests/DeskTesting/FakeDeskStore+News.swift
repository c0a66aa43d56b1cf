package import Desk
package import Foundation

/// News, which a test puts in place: this store takes in no mail.
extension FakeDeskStore {
    package func news(limit: Int) async throws(StoreFailure) -> [TicketNews] {
        try read { Array($0.news.sorted { $0.ticket.value < $1.ticket.value }.prefix(limit)) }
    }

    package func settle(_ news: [TicketNews], now: Date) async throws(StoreFailure) {
        try write { state in
            for told in news {
                guard let index = state.news.firstIndex(where: { $0.ticket == told.ticket }) else { continue }
                state.news[index].messages -= told.messages
                state.news[index].isNew = false
            }
            state.news.removeAll { $0.messages <= 0 }
            state.newsSettledAt = now
        }
    }

    package func newsSettledAt() async throws(StoreFailure) -> Date? {
        try read { $0.newsSettledAt }
    }
}

extension FakeDeskStore.State {
    /// Mail comes in.
    package mutating func note(_ arrived: [TicketNews]) {
        for one in arrived {
            if let index = news.firstIndex(where: { $0.ticket == one.ticket }) {
                news[index].messages += one.messages
            } else {
                news.append(one)
            }
        }
    }
}
