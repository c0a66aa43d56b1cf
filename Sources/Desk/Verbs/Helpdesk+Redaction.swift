/// Taking somebody's name out of what somebody else wrote (gdpr.md B10, rule 6): a human decides the words.
extension Helpdesk {
    package func redact(
        _ message: TicketMessageID, of number: TicketNumber, text: String, as principal: Principal
    ) async throws(DeskRefusal) -> TicketMessage {
        try principal.require(.privacyErase)
        try await requireSight(of: number, by: principal)
        guard text.contains(where: { !$0.isWhitespace }), text.utf8.count <= Limits.replyTextBytes else {
            throw .invalid(field: "text", expected: "1–\(Limits.replyTextBytes) bytes")
        }
        let outcome = try await storage { () async throws(StoreFailure) -> RedactionOutcome in
            try await store.redact(message, of: number, text: text, by: principal, now: world.now())
        }
        switch outcome {
        case .redacted(let redacted): return redacted
        case .notFound: throw .notFound(.message)
        case .alreadyErased: throw .storage(.keyDestroyed)
        case .onItsWay:
            throw .invalid(
                field: "message", expected: "a message that is not being sent; withdraw it with `ticketd outbox cancel`"
            )
        }
    }
}
