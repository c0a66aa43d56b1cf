package import Desk
package import Foundation
package import Mail

/// Which messages belong together, and who takes part.
extension Store {
    package func place(ofTicket number: TicketNumber) async throws(StoreFailure) -> TicketNumber? {
        let sealer = sealer
        return try await engine.read { session throws(StoreFailure) in
            try DeskRecords(session, sealer: sealer).ticket(number)?.number
        }
    }

    package func merge(
        _ number: TicketNumber, into target: TicketNumber, ifVersion: Int64?, by author: Principal, now: Date
    ) async throws(StoreFailure) -> MergeOutcome {
        let (sealer, world, now) = (sealer, world, Moment.milliseconds(now))
        let outcome = try await engine.write { session throws(StoreFailure) in
            let records = DeskRecords(session, sealer: sealer)
            return try Merging(records: records, author: author, now: now, world: world)
                .merge(number, into: target, ifVersion: ifVersion)
        }
        Fault.point(.m2)
        return outcome
    }

    package func split(
        _ messages: [TicketMessageID], from number: TicketNumber, subject: String?, ifVersion: Int64?,
        by author: Principal, now: Date
    ) async throws(StoreFailure) -> SplitOutcome {
        let (sealer, world, now) = (sealer, world, Moment.milliseconds(now))
        let outcome = try await engine.write { session throws(StoreFailure) in
            let records = DeskRecords(session, sealer: sealer)
            return try Splitting(records: records, author: author, now: now, world: world)
                .split(messages, from: number, subject: subject, ifVersion: ifVersion)
        }
        Fault.point(.m2)
        return outcome
    }

    package func admit(
        _ message: TicketMessageID, to number: TicketNumber, by author: Principal, now: Date
    ) async throws(StoreFailure) -> AdmissionOutcome {
        let part = takingPart(author, now)
        return try await engine.write { session throws(StoreFailure) in try part(session).admit(message, to: number) }
    }

    package func addParticipant(
        _ address: EmailAddress, to number: TicketNumber, by author: Principal, now: Date
    ) async throws(StoreFailure) -> ParticipantOutcome {
        let part = takingPart(author, now)
        return try await engine.write(
            after: { session throws(StoreFailure) in try part(session).makeKey(for: address, number) },
            { session, newPerson throws(StoreFailure) in
                try part(session).add(address, to: number, newPerson: newPerson)
            })
    }

    package func removeParticipant(
        _ person: PersonID, from number: TicketNumber, by author: Principal, now: Date
    ) async throws(StoreFailure) -> ParticipantOutcome {
        let part = takingPart(author, now)
        return try await engine.write { session throws(StoreFailure) in try part(session).remove(person, from: number) }
    }

    private func takingPart(_ author: Principal, _ now: Date) -> @Sendable (any SQLSession) -> TakingPart {
        let (sealer, world) = (sealer, world)
        return { session in
            TakingPart(records: DeskRecords(session, sealer: sealer), author: author, now: now, world: world)
        }
    }
}
