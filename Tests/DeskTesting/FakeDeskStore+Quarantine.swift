package import Desk
package import Foundation

/// What the operator asks of mails that could not be read.
extension FakeDeskStore {
    package func quarantine() async throws(StoreFailure) -> [QuarantinedMail] {
        try read { $0.quarantined }
    }

    package func lookAtQuarantined(
        _ id: TicketMessageID, by author: Principal, now: Date
    ) async throws(StoreFailure) -> QuarantineView? {
        try write { state in
            guard let index = state.quarantined.firstIndex(where: { $0.id == id }) else { return nil }
            state.quarantined[index].lookedAt = state.quarantined[index].lookedAt ?? now
            state.note(.quarantine(.seen, id), by: author, at: now)
            return QuarantineView(mail: state.quarantined[index], text: RawText(of: state.quarantinedBytes))
        }
    }

    package func releaseQuarantined(
        _ id: TicketMessageID, by author: Principal, now: Date
    ) async throws(StoreFailure) -> TicketNumber? {
        try write { state in
            guard let mail = state.quarantined.first(where: { $0.id == id }) else { return nil }
            state.quarantined.removeAll { $0.id == id }
            state.note(.quarantine(.released, id), by: author, at: now)
            return mail.ticket
        }
    }

    package func deleteQuarantined(
        _ id: TicketMessageID, by author: Principal, now: Date
    ) async throws(StoreFailure) -> Bool {
        try write { state in
            guard state.quarantined.contains(where: { $0.id == id }) else { return false }
            state.quarantined.removeAll { $0.id == id }
            state.note(.quarantine(.deleted, id), by: author, at: now)
            return true
        }
    }

    package func expireQuarantined(
        lookedBefore: Date, limit: Int, now: Date
    ) async throws(StoreFailure) -> Int {
        try write { state in
            let due = state.quarantined.filter { $0.lookedAt.map { $0 < lookedBefore } ?? false }.prefix(limit)
            state.quarantined.removeAll { mail in due.contains { $0.id == mail.id } }
            for mail in due { state.note(.quarantine(.expired, mail.id), by: .daemon, at: now) }
            return due.count
        }
    }
}
