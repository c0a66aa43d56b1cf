internal import Desk
internal import Vault

/// Where each sealed value lives. A value does not open anywhere else, so these names never change.
enum Place {
    static func identity(of person: PersonID) -> FieldPlace {
        FieldPlace(table: "person", column: "identity", row: person.object)
    }

    static func particulars(of ticket: TicketNumber) -> FieldPlace {
        FieldPlace(table: "ticket", column: "particulars", row: ticket.value)
    }

    static func messageKey(_ message: TicketMessageID, in ticket: TicketNumber) -> FieldPlace {
        FieldPlace(
            table: "message", column: "cek", row: message.object,
            within: ObjectID(high: 0, low: UInt64(bitPattern: ticket.value)))
    }

    static func content(of message: TicketMessageID) -> FieldPlace {
        FieldPlace(table: "message", column: "content", row: message.object)
    }

    static func label(of attachment: AttachmentID) -> FieldPlace {
        FieldPlace(table: "attachment", column: "label", row: attachment.object)
    }

    static func bytes(of attachment: AttachmentID) -> FieldPlace {
        FieldPlace(table: "attachment", column: "content", row: attachment.object)
    }

    static func recipient(of entry: OutboxEntryID) -> FieldPlace {
        FieldPlace(table: "outbox", column: "recipient", row: entry.object)
    }

    static func envelope(of entry: OutboxEntryID) -> FieldPlace {
        FieldPlace(table: "outbox_mail", column: "envelope", row: entry.object)
    }

    static func wire(of entry: OutboxEntryID) -> FieldPlace {
        FieldPlace(table: "outbox_mail", column: "wire", row: entry.object)
    }

    static func quarantined(_ message: TicketMessageID) -> FieldPlace {
        FieldPlace(table: "quarantine", column: "content", row: message.object)
    }

    static func tokenLabel(_ token: AccessTokenID) -> FieldPlace {
        FieldPlace(table: "access_token", column: "label", row: token.object)
    }

    static func profile(of agent: AgentID) -> FieldPlace {
        FieldPlace(table: "agent", column: "profile", row: agent.object)
    }

    static func credentials(of agent: AgentID) -> FieldPlace {
        FieldPlace(table: "agent_login", column: "credentials", row: agent.object)
    }

    static func evidence(_ lift: ObjectID) -> FieldPlace {
        FieldPlace(table: "suppression_lift", column: "evidence", row: lift)
    }

    static func draft(_ draft: ObjectID) -> FieldPlace {
        FieldPlace(table: "draft", column: "content", row: draft)
    }

    static func disclosure(_ entry: OutboxEntryID) -> FieldPlace {
        FieldPlace(table: "disclosure", column: "particulars", row: entry.object)
    }

    static func filter(_ filter: SavedFilterID) -> FieldPlace {
        FieldPlace(table: "saved_filter", column: "content", row: filter.object)
    }

    static func register(_ entry: RegisterEntryID) -> FieldPlace {
        FieldPlace(table: "register_entry", column: "content", row: entry.object)
    }

    static func wording(_ wording: WordingID) -> FieldPlace {
        FieldPlace(table: "wording", column: "content", row: wording.object)
    }

    static func webhook(_ hook: WebhookID) -> FieldPlace {
        FieldPlace(table: "webhook", column: "content", row: hook.object)
    }

    static func mailToken(_ token: MailTokenID) -> FieldPlace {
        FieldPlace(table: "mail_token", column: "content", row: token.object)
    }

    static func request(_ request: RightsRequestID) -> FieldPlace {
        FieldPlace(table: "rights_request", column: "content", row: request.object)
    }

    static func optIn(_ optIn: OptInID) -> FieldPlace {
        FieldPlace(table: "opt_in", column: "content", row: optIn.object)
    }

    static func statement(_ statement: ObjectID) -> FieldPlace {
        FieldPlace(table: "statement", column: "content", row: statement)
    }

    static func notice(_ notice: ObjectID) -> FieldPlace {
        FieldPlace(table: "recipient_notice", column: "content", row: notice)
    }

    static func hold(_ hold: LegalHoldID) -> FieldPlace {
        FieldPlace(table: "legal_hold", column: "content", row: hold.object)
    }

    static func consent(_ consent: ConsentID) -> FieldPlace {
        FieldPlace(table: "consent", column: "content", row: consent.object)
    }

    static func withdrawal(of consent: ConsentID) -> FieldPlace {
        FieldPlace(table: "consent_withdrawal", column: "evidence", row: consent.object)
    }

    static func brief(of erasure: ErasureID) -> FieldPlace {
        FieldPlace(table: "erasure", column: "brief", row: erasure.object)
    }

    static func exportKey(_ export: ExportID) -> FieldPlace {
        FieldPlace(table: "export", column: "file", row: export.object)
    }

    static func exportWrapping(_ export: ExportID) -> FieldPlace {
        FieldPlace(table: "export", column: "key", row: export.object)
    }

    static func exportFile(_ export: ExportID) -> FieldPlace {
        FieldPlace(table: "export", column: "content", row: export.object)
    }

    static func verifier(of export: ExportID) -> FieldPlace {
        FieldPlace(table: "export", column: "verified_by", row: export.object)
    }

    static func verifier(of erasure: ErasureID) -> FieldPlace {
        FieldPlace(table: "erasure", column: "verified_by", row: erasure.object)
    }

    static func letterKey(_ entry: OutboxEntryID) -> FieldPlace {
        FieldPlace(table: "letter", column: "cek", row: entry.object)
    }

    static func breach(_ number: BreachNumber) -> FieldPlace {
        FieldPlace(table: "breach", column: "content", row: number.value)
    }

    static func candidate(_ candidate: BreachCandidateID) -> FieldPlace {
        FieldPlace(table: "breach_candidate", column: "reasons", row: candidate.object)
    }

    static let canary = FieldPlace(table: "store_mark", column: "canary", row: 1 as Int64)
}
