package import Desk
internal import Vault

/// The register of what people asked.
extension Store {
    package func register(
        _ request: RightsRequest, in mailbox: MailboxProfile, letter: RightsLetter?, by author: Principal,
        dispatch: Dispatch
    ) async throws(StoreFailure) -> RightsOutcome {
        let sealer = sealer
        return try await engine.write { session throws(StoreFailure) in
            try Self.note(mailbox, session)
            return try RightsWriting(
                records: DeskRecords(session, sealer: sealer), author: author, dispatch: dispatch
            ).register(request, in: mailbox, letter: letter)
        }
    }

    package func rightsRequest(_ id: RightsRequestID) async throws(StoreFailure) -> RightsRequest? {
        let sealer = sealer
        return try await engine.read { session throws(StoreFailure) in
            try DeskRecords(session, sealer: sealer).rightsRequest(id)
        }
    }

    package func rightsRequests(
        includingClosed: Bool, limit: Int
    ) async throws(StoreFailure) -> [RightsRequest] {
        let sealer = sealer
        return try await engine.read { session throws(StoreFailure) in
            try DeskRecords(session, sealer: sealer).rightsRequests(includingClosed: includingClosed, limit: limit)
        }
    }

    package func change(
        _ id: RightsRequestID, by act: RightsAct, letter: RightsLetter?, author: Principal, dispatch: Dispatch
    ) async throws(StoreFailure) -> RightsOutcome {
        let sealer = sealer
        return try await engine.write { session throws(StoreFailure) in
            try RightsWriting(records: DeskRecords(session, sealer: sealer), author: author, dispatch: dispatch)
                .change(id, by: act, letter: letter)
        }
    }
}
