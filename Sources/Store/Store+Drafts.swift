package import Desk
package import Foundation

/// What people who write slowly ask.
extension Store {
    package func name(of principal: Principal) async throws(StoreFailure) -> String {
        let sealer = sealer
        return try await engine.read { session throws(StoreFailure) in
            let records = DeskRecords(session, sealer: sealer)
            return try records.shownAuthor(records.name(of: principal))
        }
    }

    package func version(ofTicket number: TicketNumber) async throws(StoreFailure) -> Int64? {
        let sealer = sealer
        return try await engine.read { session throws(StoreFailure) in
            try DeskRecords(session, sealer: sealer).ticket(number)?.version
        }
    }

    package func saveDraft(
        _ text: String, on number: TicketNumber, by author: Principal, now: Date
    ) async throws(StoreFailure) -> Draft? {
        let (sealer, id, now) = (sealer, world.newObjectID(), Moment.milliseconds(now))
        return try await engine.write { session throws(StoreFailure) -> Draft? in
            let records = DeskRecords(session, sealer: sealer)
            guard let ticket = try records.ticket(number) else { return nil }
            return try records.saveDraft(text, on: ticket, by: author, newID: id, now: now)
        }
    }

    package func drafts(on number: TicketNumber) async throws(StoreFailure) -> [Draft] {
        let sealer = sealer
        return try await engine.read { session throws(StoreFailure) in
            let records = DeskRecords(session, sealer: sealer)
            guard let ticket = try records.ticket(number) else { return [] }
            return try records.drafts(on: ticket)
        }
    }

    package func removeDraft(on number: TicketNumber, by author: Principal) async throws(StoreFailure) -> Bool {
        let sealer = sealer
        return try await engine.write { session throws(StoreFailure) in
            let records = DeskRecords(session, sealer: sealer)
            return try records.removeDraft(of: author, on: records.ticket(number)?.number ?? number)
        }
    }
}
