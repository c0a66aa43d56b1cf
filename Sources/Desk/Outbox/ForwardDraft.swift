package import Mail

/// What an agent wants to hand on to somebody outside, before it is checked.
///
/// The reason is not optional: it is kept with the person's data, who may ask to whom it went and why.
package struct ForwardDraft: Sendable {
    package enum Files: Sendable, Equatable {
        case all
        case chosen([AttachmentID])
    }

    package var to: EmailAddress
    package var reason: String
    package var basis: String?
    /// The agent's own words above the message; may be empty.
    package var text: String
    package var files: Files
    /// The version of the ticket the agent looked at; nil forwards whatever is there.
    package var ifVersion: Int64?
    /// Makes a repeated request answer with the first one's message.
    package var idempotencyKey: String?

    package init(
        to: EmailAddress, reason: String, basis: String? = nil, text: String = "", files: Files = .chosen([]),
        ifVersion: Int64? = nil, idempotencyKey: String? = nil
    ) {
        self.to = to
        self.reason = reason
        self.basis = basis
        self.text = text
        self.files = files
        self.ifVersion = ifVersion
        self.idempotencyKey = idempotencyKey
    }

    package func validate() throws(DeskRefusal) {
        guard to.withASCIIDomain.isASCII else {
            throw .invalid(field: "to", expected: "an address in ASCII; this one needs SMTPUTF8")
        }
        for (field, value) in [("reason", reason), ("basis", basis ?? "-")] {
            let isFine =
                value.utf8.count <= Limits.lineBytes && value.isOneLine && value.contains { !$0.isWhitespace }
            if !isFine { throw .invalid(field: field, expected: "one line of 1–\(Limits.lineBytes) bytes") }
        }
        guard text.utf8.count <= Limits.replyTextBytes else {
            throw .invalid(field: "text", expected: "at most \(Limits.replyTextBytes) bytes")
        }
        if case .chosen(let ids) = files, ids.count > Limits.attachmentsPerReply {
            throw .invalid(field: "attachments", expected: "at most \(Limits.attachmentsPerReply) files")
        }
        guard (idempotencyKey?.utf8.count ?? 0) <= Limits.idempotencyKeyBytes else {
            throw .invalid(field: "Idempotency-Key", expected: "at most \(Limits.idempotencyKeyBytes) bytes")
        }
    }
}
