package import Desk
internal import Foundation

/// Handing things on to others.
extension Store {
    package func forward(
        _ message: TicketMessageID, of number: TicketNumber, with draft: ForwardDraft, by author: Principal,
        dispatch: Dispatch
    ) async throws(StoreFailure) -> ForwardOutcome {
        let sealer = sealer
        return try await engine.write { session throws(StoreFailure) in
            let records = DeskRecords(session, sealer: sealer)
            return try Forwarding(records: records, draft: draft, author: author, dispatch: dispatch)
                .forward(message, of: number)
        }
    }
}
