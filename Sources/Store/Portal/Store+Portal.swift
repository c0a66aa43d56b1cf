package import Desk
package import Foundation
package import Mail

/// Single-use links, and who is signed in to the portal.
extension Store {
    package func askForLink(to address: EmailAddress, now: Date) async throws(StoreFailure) -> Bool {
        let sealer = sealer
        return try await engine.write { session throws(StoreFailure) in
            let index = DeskRecords(session, sealer: sealer).hashes.address(address)
            let waiting = try session.first("SELECT COUNT(*) FROM portal_ask", []) { row throws(StoreFailure) in
                row.integer(0)
            }
            guard waiting ?? 0 < Int64(Desk.Limits.portalAsks) else { return false }
            try session.run(
                "INSERT INTO portal_ask (address, asked_at) VALUES (?, ?) ON CONFLICT (address) DO NOTHING",
                [.blob(index), .integer(Moment.milliseconds(now))])
            return true
        }
    }

    package func isLinkAskedFor() async throws(StoreFailure) -> Bool {
        try await engine.read { session throws(StoreFailure) in
            try session.exists("SELECT 1 FROM portal_ask", [])
        }
    }

    package func answerAsks(limit: Int, dispatch: Dispatch) async throws(StoreFailure) -> PortalAnswers {
        let sealer = sealer
        return try await engine.write { session throws(StoreFailure) in
            try AskAnswering(records: DeskRecords(session, sealer: sealer), dispatch: dispatch).answer(limit: limit)
        }
    }

    package func sendProofLink(
        for id: RightsRequestID, by author: Principal, dispatch: Dispatch
    ) async throws(StoreFailure) -> ProofLinkOutcome {
        let sealer = sealer
        return try await engine.write { session throws(StoreFailure) in
            let records = DeskRecords(session, sealer: sealer)
            guard let request = try records.rightsRequest(id) else { return .notFound }
            guard request.takesProofByLink else { return .notOpen }
            guard let person = request.person, let row = try records.row(ofPerson: person) else { return .nobodyToAsk }
            let (portal, now) = (PortalRecords(records), Moment.milliseconds(dispatch.world.now()))
            guard try portal.links(of: id, since: now - Limits.courtesyDay) < Desk.Limits.proofLinksPerDay else {
                return .tooMany
            }
            switch try portal.send(.proof(id), to: row, dispatch: dispatch) {
            case .failure(let failure): return .notComposed(failure)
            case .success(nil): return .nobodyToAsk
            case .success: break
            }
            try AuditLog(records).append(.proofLinkSent(id), by: author.auditName, at: now)
            return .sent(request)
        }
    }

    package func portalLink(_ hash: [UInt8], now: Date) async throws(StoreFailure) -> PortalLink? {
        let sealer = sealer
        return try await engine.read { session throws(StoreFailure) in
            let records = DeskRecords(session, sealer: sealer)
            guard let link = try PortalRecords(records).link(hash, now: now) else { return nil }
            guard case .proof(let id) = link.purpose else { return link }
            return try records.rightsRequest(id)?.takesProofByLink == true ? link : nil
        }
    }

    package func useLink(
        _ hash: [UInt8], beginning session: [UInt8], replacing old: [UInt8]?, dispatch: Dispatch
    ) async throws(StoreFailure) -> PortalLink? {
        let (sealer, now) = (sealer, dispatch.world.now())
        let begun = session
        return try await engine.write { session throws(StoreFailure) -> PortalLink? in
            let records = DeskRecords(session, sealer: sealer)
            let portal = PortalRecords(records)
            guard let link = try portal.link(hash, now: now) else { return nil }
            switch link.purpose {
            case .signIn, .export:
                if let old { try portal.end(old) }
                try portal.begin(PortalSession(hash: begun, person: link.person, begunAt: now, seenAt: now))
                try AuditLog(records).append(
                    .portalEntered(link.person), by: Principal.person(link.person).auditName,
                    at: Moment.milliseconds(now))
            case .proof(let id):
                let writing = RightsWriting(records: records, author: .person(link.person), dispatch: dispatch)
                guard try records.rightsRequest(id)?.takesProofByLink == true,
                    case .done = try writing.change(id, by: .prove(.link(at: now)), letter: nil)
                else { return nil }
            }
            try portal.markUsed(hash, now: now)
            return link
        }
    }

    package func person(ofPortalSession hash: [UInt8], now: Date) async throws(StoreFailure) -> PersonID? {
        let sealer = sealer
        let found = try await engine.read { session throws(StoreFailure) -> PortalSession? in
            let records = DeskRecords(session, sealer: sealer)
            guard let living = try PortalRecords(records).session(hash), living.isAlive(at: now),
                try records.row(ofPerson: living.person) != nil
            else { return nil }
            return living
        }
        guard let living = found else { return nil }
        guard now.timeIntervalSince(living.seenAt) >= 60 else { return living.person }
        do throws(StoreFailure) {
            try await engine.write { session throws(StoreFailure) in
                try PortalRecords(DeskRecords(session, sealer: sealer)).touch(hash, now: now)
            }
        } catch .notWritable, .busy {
            // Reading goes on while the disk is full (P9); the session then ends as if it had not been used.
            return living.person
        }
        return living.person
    }

    package func endPortalSession(_ hash: [UInt8]) async throws(StoreFailure) {
        let sealer = sealer
        try await engine.write { session throws(StoreFailure) in
            try PortalRecords(DeskRecords(session, sealer: sealer)).end(hash)
        }
    }

    package func endOldLinks(now: Date) async throws(StoreFailure) {
        let sealer = sealer
        try await engine.write { session throws(StoreFailure) in
            try PortalRecords(DeskRecords(session, sealer: sealer)).endOld(now: now)
        }
    }

    package func portalOverview(of person: PersonID) async throws(StoreFailure) -> PortalOverview? {
        let sealer = sealer
        return try await engine.read { session throws(StoreFailure) in
            try PortalCounts(records: DeskRecords(session, sealer: sealer), person: person).overview()
        }
    }

    package func tickets(of person: PersonID, limit: Int) async throws(StoreFailure) -> [Ticket] {
        let sealer = sealer
        return try await engine.read { session throws(StoreFailure) in
            let records = DeskRecords(session, sealer: sealer)
            var tickets: [Ticket] = []
            for number in try records.tickets(of: person).sorted(by: { $0.value > $1.value }).prefix(limit) {
                guard let row = try records.row(ofTicket: number), row.mergedInto == nil else { continue }
                tickets.append(try records.shown(row))
            }
            return tickets
        }
    }

    package func rightsRequests(of person: PersonID, limit: Int) async throws(StoreFailure) -> [RightsRequest] {
        let sealer = sealer
        return try await engine.read { session throws(StoreFailure) in
            try DeskRecords(session, sealer: sealer).rightsRequests(of: person, limit: limit)
        }
    }
}
