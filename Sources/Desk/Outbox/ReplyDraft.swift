package import Mail

/// What an agent wants to say to a requester, before it is checked.
package struct ReplyDraft: Sendable {
    package var text: String
    package var close: Bool
    package var carbonCopies: [EmailAddress]
    package var attachments: [ComposedAttachment]
    /// Why a suppressed person is written to all the same.
    package var override: SuppressionOverride?
    /// The version of the ticket the agent looked at; nil answers whatever is there.
    package var ifVersion: Int64?
    /// Makes a repeated request answer with the first one's message.
    package var idempotencyKey: String?
    /// A canned reply whose text stands below the draft's own.
    package var canned: ShortName?
    /// Whether the mailbox's signature stands below it.
    package var isSigned = true
    /// Refuse when a colleague answered since the author last looked at the ticket.
    package var ifUnanswered = false
    /// The newest message the author saw; a human answer after it refuses this one. Set by the desk.
    package var unlessAnsweredAfter: Int?
    /// The ticket that message stands in, should the number lead to another one by now. Set by the desk.
    package var seenIn: TicketNumber?

    package init(
        text: String, close: Bool = false, carbonCopies: [EmailAddress] = [], attachments: [ComposedAttachment] = [],
        override: SuppressionOverride? = nil, ifVersion: Int64? = nil, idempotencyKey: String? = nil
    ) {
        self.text = text
        self.close = close
        self.carbonCopies = carbonCopies
        self.attachments = attachments
        self.override = override
        self.ifVersion = ifVersion
        self.idempotencyKey = idempotencyKey
    }

    package func validate() throws(DeskRefusal) {
        guard text.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else {
            throw .invalid(field: "text", expected: "something to say")
        }
        guard text.utf8.count <= Limits.replyTextBytes else {
            throw .invalid(field: "text", expected: "at most \(Limits.replyTextBytes) bytes")
        }
        guard carbonCopies.count <= Limits.carbonCopies else {
            throw .invalid(field: "cc", expected: "at most \(Limits.carbonCopies) addresses")
        }
        guard attachments.count <= Limits.attachmentsPerReply else {
            throw .invalid(field: "attachments", expected: "at most \(Limits.attachmentsPerReply) files")
        }
        guard attachments.reduce(text.utf8.count, { $0 &+ $1.bytes.count }) <= Limits.replyBytes else {
            throw .invalid(field: "attachments", expected: "at most \(Limits.replyBytes) bytes in all")
        }
        guard (idempotencyKey?.utf8.count ?? 0) <= Limits.idempotencyKeyBytes else {
            throw .invalid(field: "Idempotency-Key", expected: "at most \(Limits.idempotencyKeyBytes) bytes")
        }
        try override?.validate()
    }
}

/// A recorded decision to write to somebody who unsubscribed. Audited.
package struct SuppressionOverride: Sendable, Equatable {
    package var reason: String
    package var basis: String

    package init(reason: String, basis: String) {
        self.reason = reason
        self.basis = basis
    }

    func validate() throws(DeskRefusal) {
        for (field, value) in [("override.reason", reason), ("override.basis", basis)]
        where value.isEmpty || value.utf8.count > Limits.lineBytes || !value.isOneLine {
            throw .invalid(field: field, expected: "one line of 1–\(Limits.lineBytes) bytes")
        }
    }
}
