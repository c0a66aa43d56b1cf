/// The shapes of the API. A test compares their fields with what the program writes and reads.
extension OpenAPI {
    static let components = [
        securitySchemes, parameters, responses,
        "\"schemas\":{"
            + [
                ticketSchemas,
                structureSchemas,
                forwardingSchemas,
                comfortSchemas,
                queueSchemas,
                wordingSchemas,
                peopleSchemas,
                quarantineSchemas,
                blockSchemas,
                operatorSchemas,
                agentSchemas,
                webhookSchemas,
                signInSchemas,
                erasureSchemas,
                retentionSchemas,
                exportSchemas,
                auditSchemas,
                registerSchemas,
                rightsSchemas,
                restrictionSchemas,
                holdSchemas,
                consentSchemas,
                breachSchemas,
                rectificationSchemas,
                breachCandidateSchemas,
                keySchemas,
                officerSchemas,
                breachKitSchemas,
                complianceSchemas,
            ].joined(separator: ",\n") + "}",
    ].joined(separator: ",\n")

    private static let securitySchemes = """
        "securitySchemes": {"token": {"type": "http", "scheme": "bearer",
          "description": "A token of `ticketd tokens add`."}}
        """

    private static let parameters = """
        "parameters": {
          "Number": {"name": "number", "in": "path", "required": true, "schema": {"type": "integer", "minimum": 1}},
          "Breach": {"name": "breach", "in": "path", "required": true, "schema": {"type": "integer", "minimum": 1}},
          "ID": {"name": "id", "in": "path", "required": true,
            "schema": {"type": "string", "pattern": "^[0-9a-f]{32}$"}},
          "MailboxName": {"name": "name", "in": "path", "required": true,
            "schema": {"type": "string", "pattern": "^[A-Za-z0-9._-]{1,64}$"}},
          "IfMatch": {"name": "If-Match", "in": "header", "schema": {"type": "string", "examples": ["\\"7\\""]},
            "description": "The version of the ticket the caller looked at; 409 when it is another now."}
        }
        """

    private static let responses = """
        "responses": {
          "Ticket": {"description": "The ticket", "content": {"application/json": {"schema": {
            "$ref": "#/components/schemas/Ticket"}}}},
          "TicketPage": {"description": "One page", "content": {"application/json": {"schema": {
            "$ref": "#/components/schemas/TicketPage"}}}},
          "Wording": {"description": "The text", "content": {"application/json": {"schema": {
            "$ref": "#/components/schemas/Wording"}}}},
          "Draft": {"description": "The draft, and who else is at the ticket", "content": {"application/json": {
            "schema": {"$ref": "#/components/schemas/Draft"}}}},
          "Participants": {"description": "Who takes part besides the requester", "content": {"application/json": {
            "schema": {"$ref": "#/components/schemas/Participants"}}}},
        \(erasureResponse)
        \(registerResponses),
        \(officerResponses),
        \(exportResponse)
          "Message": {"description": "The message", "content": {"application/json": {"schema": {
            "$ref": "#/components/schemas/Message"}}}},
          "Agent": {"description": "The agent", "content": {"application/json": {"schema": {
            "$ref": "#/components/schemas/Agent"}}}},
          "Problem": {"description": "What happened, to which thing, what to do next",
            "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}}
        }
        """

    private static let ticketSchemas = """
        "TicketStatus": {"enum": ["new", "open", "pending", "closed"]},
        "Priority": {"enum": ["low", "normal", "high", "urgent"]},
        "PrivacyLabel": {"enum": ["art9", "art10", "minor"]},
        "Ticket": {"type": "object", "properties": {
          "number": {"type": "integer"}, "subject": {"type": "string"},
          "status": {"$ref": "#/components/schemas/TicketStatus"}, "mailbox": {"type": "string"},
          "person": {"$ref": "#/components/schemas/PersonSummary"}, "assignee": {"type": ["string", "null"]},
          "tags": {"type": "array", "items": {"type": "string"}},
          "priority": {"$ref": "#/components/schemas/Priority"},
          "labels": {"type": "array", "items": {"$ref": "#/components/schemas/PrivacyLabel"}},
          "createdAt": {"type": "string", "format": "date-time"},
          "updatedAt": {"type": "string", "format": "date-time"},
          "messageCount": {"type": "integer"}, "version": {"type": "integer"},
          "snoozedUntil": {"type": ["string", "null"], "format": "date-time"},
          "restricted": {"type": "boolean",
            "description": "What was kept of the person before is withheld (Art. 18)."},
          "expiresAt": {"type": ["string", "null"], "format": "date-time", "description": "When it will be deleted."},
          "colleagues": {"type": "array", "items": {"$ref": "#/components/schemas/Colleague"}},
          "messages": {"type": "array", "items": {"$ref": "#/components/schemas/Message"}},
          "possiblyRelated": {"type": "array", "items": {"type": "integer"}},
          "linked": {"type": "array", "items": {"type": "integer"}},
          "mergedFrom": {"type": "array", "items": {"type": "integer"}},
          "participants": {"type": "array", "items": {"$ref": "#/components/schemas/PersonSummary"}},
          "disclosures": {"type": "array", "items": {"$ref": "#/components/schemas/Disclosure"}}}},
        "PersonSummary": {"type": "object", "properties": {"id": {"type": "string"},
          "address": {"type": ["string", "null"]}, "name": {"type": ["string", "null"]}}},
        "TicketPage": {"type": "object", "properties": {
          "tickets": {"type": "array", "items": {"$ref": "#/components/schemas/Ticket"}},
          "next": {"type": ["string", "null"]},
          "search": {"oneOf": [{"$ref": "#/components/schemas/SearchCoverage"}, {"type": "null"}]}}},
        "SearchCoverage": {"type": "object", "description": "How much of the desk a search for words sees.",
          "properties": {"complete": {"type": "boolean"},
          "state": {"enum": ["off", "filling", "partial", "complete"]},
          "reaches": {"type": ["string", "null"], "format": "date-time",
            "description": "Tickets that did not change since may be missing."},
          "percent": {"type": "integer"}, "bytes": {"type": "integer"}}},
        "Message": {"type": "object", "properties": {
          "id": {"type": "string"}, "direction": {"enum": ["in", "out", "note"]}, "author": {"type": "string"},
          "authorId": {"type": ["string", "null"]}, "text": {"type": "string"}, "html": {"type": "boolean"},
          "at": {"type": "string", "format": "date-time"}, "messageId": {"type": ["string", "null"]},
          "automatic": {"type": "boolean"}, "automaticReason": {"type": ["string", "null"]},
          "verified": {"type": "boolean"}, "held": {"type": "boolean"},
          "attachments": {"type": "array", "items": {"$ref": "#/components/schemas/Attachment"}},
          "remarks": {"type": "array", "items": {"type": "string"}}, "replyTo": {"type": ["string", "null"]},
          "to": {"type": ["string", "null"]},
          "delivery": {"oneOf": [{"$ref": "#/components/schemas/Delivery"}, {"type": "null"}]},
          "recipients": {"type": "array", "items": {"$ref": "#/components/schemas/Delivery"}},
          "statements": {"type": "array", "items": {"$ref": "#/components/schemas/Statement"}}}},
        "Attachment": {"type": "object", "properties": {"id": {"type": "string"},
          "filename": {"type": ["string", "null"]}, "mediaType": {"type": "string"}, "size": {"type": "integer"},
          "inline": {"type": "boolean"}}},
        "DeliveryState": {"enum": ["queued", "sending", "sent", "delayed", "deferred", "failed", "suppressed",
          "withdrawn", "unknown"]},
        "Delivery": {"type": "object", "properties": {"entry": {"type": "string"}, "to": {"type": ["string", "null"]},
          "state": {"$ref": "#/components/schemas/DeliveryState"}, "reason": {"type": ["string", "null"]},
          "attempts": {"type": "integer"}, "lastReply": {"type": ["string", "null"]}}},
        "NewTicket": {"type": "object", "required": ["to", "subject", "text", "reason", "basis"],
          "additionalProperties": false, "properties": {
          "mailbox": {"type": ["string", "null"], "description": "May be absent when the caller sees one only."},
          "to": {"type": "string", "format": "email"}, "subject": {"type": "string", "minLength": 1},
          "text": {"type": "string", "minLength": 1},
          "reason": {"type": "string", "minLength": 1, "maxLength": 500,
            "description": "Why we write first; kept, and lets the mail leave when the \
        person has unsubscribed."},
          "basis": {"type": "string", "minLength": 1, "maxLength": 500, "description": "The legal basis; kept."},
          "attachments": {"type": ["array", "null"], "items": {"$ref": "#/components/schemas/NewAttachment"}}}},
        "Reply": {"type": "object", "additionalProperties": false,
          "anyOf": [{"required": ["text"], "properties": {"text": {"type": "string"}}},
            {"required": ["canned"], "properties": {"canned": {"type": "string"}}}], "properties": {
          "text": {"type": ["string", "null"], "minLength": 1, "description": "May be absent beside a canned reply."},
          "canned": {"type": ["string", "null"], "pattern": "^[A-Za-z0-9._-]{1,64}$",
            "description": "The name of a canned reply."},
          "signature": {"type": ["boolean", "null"], "default": true},
          "close": {"type": ["boolean", "null"], "default": false},
          "cc": {"type": ["array", "null"], "items": {"type": "string"}},
          "attachments": {"type": ["array", "null"], "items": {"$ref": "#/components/schemas/NewAttachment"}},
          "override": {"oneOf": [{"$ref": "#/components/schemas/Override"}, {"type": "null"}]},
          "ifUnanswered": {"type": ["boolean", "null"], "default": false,
            "description": "409 when a colleague answered since the caller last looked at the ticket."}}},
        "NewAttachment": {"type": "object", "required": ["filename", "content"], "additionalProperties": false,
          "properties": {"filename": {"type": "string"}, "mediaType": {"type": ["string", "null"]},
            "content": {"type": "string", "contentEncoding": "base64"}}},
        "Override": {"type": "object", "required": ["reason", "basis"], "additionalProperties": false,
          "properties": {"reason": {"type": "string"}, "basis": {"type": "string"}}},
        "Note": {"type": "object", "required": ["text"], "additionalProperties": false,
          "properties": {"text": {"type": "string", "minLength": 1}}},
        "TicketPatch": {"type": "object", "additionalProperties": false, "properties": {
          "status": {"oneOf": [{"$ref": "#/components/schemas/TicketStatus"}, {"type": "null"}]},
          "assignee": {"type": ["string", "null"], "description": "null takes it from everybody."},
          "tags": {"type": ["array", "null"], "maxItems": 32,
            "items": {"type": "string", "minLength": 1, "maxLength": 64}},
          "priority": {"oneOf": [{"$ref": "#/components/schemas/Priority"}, {"type": "null"}]},
          "labels": {"type": ["array", "null"], "items": {"$ref": "#/components/schemas/PrivacyLabel"},
            "description": "All of them: one that is not named goes."}}},
        "TicketSearch": {"type": "object", "additionalProperties": false, "properties": {
          "text": {"type": ["string", "null"], "minLength": 1,
            "description": "Words: each has to stand in the ticket, as a word or at the beginning of one. \
        Between quotation marks they stand together."},
          "order": {"type": ["string", "null"], "enum": ["newest", "relevance", null], "default": "newest",
            "description": "By relevance there is one page."},
          "status": {"oneOf": [{"$ref": "#/components/schemas/TicketStatus"}, {"type": "null"}]},
          "mailbox": {"type": ["string", "null"]},
          "priority": {"oneOf": [{"$ref": "#/components/schemas/Priority"}, {"type": "null"}]},
          "snoozed": {"oneOf": [{"$ref": "#/components/schemas/Snoozing"}, {"type": "null"}]},
          "assignee": {"type": ["string", "null"], "minLength": 1}, "unassigned": {"type": ["boolean", "null"]},
          "tag": {"type": ["string", "null"], "minLength": 1},
          "label": {"oneOf": [{"$ref": "#/components/schemas/PrivacyLabel"}, {"type": "null"}]},
          "unchangedFor": {"type": ["integer", "null"], "minimum": 0, "maximum": 316224000,
            "description": "Seconds."},
          "filter": {"type": ["string", "null"], "pattern": "^[A-Za-z0-9._-]{1,64}$",
            "description": "The name of a saved filter; what stands beside it comes first."},
          "after": {"type": ["string", "null"]}, "limit": {"type": ["integer", "null"], "minimum": 1, "maximum": 500}}}
        """

    private static let peopleSchemas = """
        "PeopleLookup": {"type": "object", "required": ["address"], "additionalProperties": false,
          "properties": {"address": {"type": "string", "format": "email"}}},
        "People": {"type": "object", "properties": {
          "people": {"type": "array", "items": {"$ref": "#/components/schemas/Person"}}}},
        "Person": {"type": "object", "properties": {"id": {"type": "string"}, "address": {"type": ["string", "null"]},
          "name": {"type": ["string", "null"]}, "firstSeenAt": {"type": "string", "format": "date-time"},
          "tickets": {"type": "array", "items": {"type": "integer"}},
          "suppressions": {"type": "array", "items": {"$ref": "#/components/schemas/Suppression"}},
          "undeliverable": {"type": "boolean"},
          "disclosures": {"type": "array", "items": {"$ref": "#/components/schemas/Disclosure"}},
          "restrictions": {"type": "array", "items": {"$ref": "#/components/schemas/Restriction"}},
          "withheld": {"type": "array", "items": {"type": "integer"},
            "description": "Tickets that only the DPO sees; empty for everybody else."}}},
        "Suppression": {"type": "object", "properties": {"group": {"type": "string"},
          "since": {"type": "string", "format": "date-time"},
          "scope": {"type": "array", "items": {"enum": ["ticket", "automatic", "marketing", "drop-request"]}},
          "tickets": {"type": "array", "items": {"type": "integer"}}}},
        "Unsubscribe": {"type": "object", "additionalProperties": false, "properties": {
          "group": {"type": ["string", "null"], "default": "default"}}},
        "Resubscribe": {"type": "object", "additionalProperties": false, "properties": {
          "group": {"type": ["string", "null"], "default": "default"},
          "evidence": {"type": ["string", "null"], "minLength": 1, "maxLength": 500,
            "description": "Left out, the person is sent a link that asks them."}}}
        """

    private static let operatorSchemas = """
        "Outbox": {"type": "object", "properties": {
          "entries": {"type": "array", "items": {"$ref": "#/components/schemas/OutboxEntry"}}}},
        "OutboxEntry": {"type": "object", "properties": {"id": {"type": "string"},
          "ticket": {"type": ["integer", "null"]}, "mailbox": {"type": "string"}, "mailClass": {"type": "string"},
          "state": {"$ref": "#/components/schemas/DeliveryState"}, "attempts": {"type": "integer"},
          "nextAttemptAt": {"type": ["string", "null"], "format": "date-time"},
          "lastReply": {"type": ["string", "null"]}, "reason": {"type": ["string", "null"]}}},
        "Withdrawal": {"type": "object", "properties": {"withdrawn": {"type": "boolean"}}},
        "Status": {"type": "object", "properties": {"startedAt": {"type": "string", "format": "date-time"},
          "mailboxes": {"type": "array", "items": {"$ref": "#/components/schemas/Mailbox"}},
          "outbox": {"type": "object", "additionalProperties": {"type": "integer"}},
          "quarantine": {"type": "integer"}, "quarantineUnseen": {"type": "integer"},
          "webhooks": {"$ref": "#/components/schemas/WebhookCounts"},
          "sendingRefusal": {"type": ["string", "null"]},
          "alarms": {"type": "array", "items": {"$ref": "#/components/schemas/Alarm"}},
          "search": {"$ref": "#/components/schemas/SearchCoverage"}}},
        "Alarm": {"type": "object", "properties": {"kind": {"type": "string"}, "mailbox": {"type": ["string", "null"]},
          "since": {"type": "string", "format": "date-time"}, "count": {"type": "integer"},
          "what": {"type": "string"}, "remedy": {"type": "string"}, "stopsWork": {"type": "boolean"},
          "unmailed": {"type": "boolean"}}},
        "Mailboxes": {"type": "object", "properties": {
          "mailboxes": {"type": "array", "items": {"$ref": "#/components/schemas/Mailbox"}}}},
        "Mailbox": {"type": "object", "properties": {"name": {"type": "string"}, "address": {"type": "string"},
          "state": {"type": "string"}, "well": {"type": "boolean"}, "problem": {"type": ["string", "null"]},
          "lastSuccessAt": {"type": ["string", "null"], "format": "date-time"}, "imported": {"type": "integer"},
          "signIn": {"oneOf": [{"$ref": "#/components/schemas/SignIn"}, {"type": "null"}]}}},
        "Tokens": {"type": "object", "properties": {
          "tokens": {"type": "array", "items": {"$ref": "#/components/schemas/Token"}}}},
        "Token": {"type": "object", "properties": {"id": {"type": "string"}, "label": {"type": "string"},
          "scopes": {"type": "array", "items": {"$ref": "#/components/schemas/Scope"}},
          "mailboxes": {"type": ["array", "null"], "items": {"type": "string"}},
          "createdAt": {"type": "string", "format": "date-time"},
          "expiresAt": {"type": "string", "format": "date-time"},
          "lastUsedAt": {"type": ["string", "null"], "format": "date-time"}, "revoked": {"type": "boolean"},
          "secret": {"type": "string", "description": "Only in the answer that made it."}}},
        "Scope": {"enum": ["tickets:read", "tickets:write", "people:read", "privacy:export", "privacy:erase", "dpo",
          "admin"]},
        "NewToken": {"type": "object", "required": ["label", "scopes"], "additionalProperties": false, "properties": {
          "label": {"type": "string", "minLength": 1, "maxLength": 500},
          "scopes": {"type": "array", "minItems": 1, "items": {"$ref": "#/components/schemas/Scope"}},
          "mailboxes": {"type": ["array", "null"], "items": {"type": "string"}},
          "lifetime": {"type": ["integer", "null"], "minimum": 1, "maximum": 31622400,
            "description": "Seconds; 90 days when absent."}}},
        "Backup": {"type": "object", "properties": {"set": {"enum": ["desk", "keys"]}, "path": {"type": "string"},
          "bytes": {"type": "integer"}, "at": {"type": "string", "format": "date-time"},
          "verified": {"type": "boolean"}}},
        "NewBackup": {"type": "object", "required": ["set", "directory"], "additionalProperties": false,
          "properties": {"set": {"enum": ["desk", "keys"]}, "directory": {"type": "string"}}},
        "Problem": {"type": "object", "required": ["type", "title", "status", "detail"], "properties": {
          "type": {"type": "string", "format": "uri"}, "title": {"type": "string"}, "status": {"type": "integer"},
          "detail": {"type": "string"}, "currentVersion": {"type": "integer"}, "field": {"type": "string"},
          "expected": {"type": "string"}, "scope": {"type": "string"}}}
        """
}
