package import Desk
internal import Mail
internal import Vault

/// Tickets that agents begin.
extension Store {
    package func open(
        _ draft: OpeningDraft, in mailbox: MailboxProfile, by author: Principal, dispatch: Dispatch
    ) async throws(StoreFailure) -> OpeningOutcome {
        let sealer = sealer
        let opening = { @Sendable (session: any SQLSession) in
            WritingFirst(
                records: DeskRecords(session, sealer: sealer), draft: draft, profile: mailbox, author: author,
                dispatch: dispatch, world: dispatch.world)
        }
        return try await engine.write(
            after: { session throws(StoreFailure) in try opening(session).makeKey() },
            { session, newPerson throws(StoreFailure) in
                // A mailbox that has received nothing yet is not in the list of groups a person's wishes are read from.
                try Self.note(mailbox, session)
                return try opening(session).open(newPerson: newPerson)
            })
    }
}
