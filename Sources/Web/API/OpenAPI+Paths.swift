/// The paths of the API.
extension OpenAPI {
    static let paths = [
        ticketPaths,
        structurePaths,
        forwardingPaths,
        comfortPaths,
        queuePaths,
        wordingPaths,
        peoplePaths,
        outboxPaths,
        quarantinePaths,
        blockPaths,
        operatorPaths,
        agentPaths,
        webhookPaths,
        signInPaths,
        erasurePaths,
        exportPaths,
        auditPaths,
        registerPaths,
        rightsPaths,
        restrictionPaths,
        holdPaths,
        consentPaths,
        breachPaths,
        rectificationPaths,
        breachCandidatePaths,
        keyPaths,
        retentionPaths,
        officerPaths,
        breachKitPaths,
        compliancePaths,
    ].joined(separator: ",\n")

    private static let ticketPaths = """
        "/api/v1/tickets": {
          "get": {"summary": "Lists tickets, newest change first", "parameters": [
            {"name": "status", "in": "query", "schema": {"$ref": "#/components/schemas/TicketStatus"}},
            {"name": "mailbox", "in": "query", "schema": {"type": "string"}},
            {"name": "priority", "in": "query", "schema": {"$ref": "#/components/schemas/Priority"}},
            {"name": "snoozed", "in": "query", "schema": {"$ref": "#/components/schemas/Snoozing"}},
            {"name": "label", "in": "query", "schema": {"$ref": "#/components/schemas/PrivacyLabel"}},
            {"name": "unassigned", "in": "query", "schema": {"enum": ["true"]}},
            {"name": "unchangedFor", "in": "query", "description": "Seconds.", "schema": {"type": "integer"}},
            {"name": "filter", "in": "query", "description": "The name of a saved filter.",
              "schema": {"type": "string"}},
            {"name": "after", "in": "query", "schema": {"type": "string"}},
            {"name": "limit", "in": "query", "schema": {"type": "integer", "minimum": 1, "maximum": 500}}],
            "responses": {"200": {"$ref": "#/components/responses/TicketPage"},
              "default": {"$ref": "#/components/responses/Problem"}}},
          "post": {"summary": "Writes first: opens a ticket with a mail to somebody who did not write",
            "parameters": [
              {"name": "Idempotency-Key", "in": "header", "schema": {"type": "string", "maxLength": 200},
                "description": "Kept 24 hours: a repeated call answers with the first one's ticket."}],
            "requestBody": {"required": true, "content": {"application/json": {"schema": {
              "$ref": "#/components/schemas/NewTicket"}}}},
            "responses": {"201": {"$ref": "#/components/responses/Ticket"},
              "default": {"$ref": "#/components/responses/Problem"}}}
        },
        "/api/v1/tickets/search": {
          "post": {"summary": "Finds tickets by words in subject and texts, assignee, tag or saved filter",
            "requestBody": {"required": true, "content": {"application/json": {"schema": {
              "$ref": "#/components/schemas/TicketSearch"}}}},
            "responses": {"200": {"$ref": "#/components/responses/TicketPage"},
              "default": {"$ref": "#/components/responses/Problem"}}}
        },
        "/api/v1/tickets/{number}": {
          "parameters": [{"$ref": "#/components/parameters/Number"}],
          "get": {"summary": "Shows a ticket with its messages; the number of a merged one leads to the other",
            "responses": {"200": {"$ref": "#/components/responses/Ticket"},
              "default": {"$ref": "#/components/responses/Problem"}}},
          "patch": {"summary": "Changes status, assignee, tags, priority or privacy labels",
            "parameters": [{"$ref": "#/components/parameters/IfMatch"}],
            "requestBody": {"required": true, "content": {"application/json": {"schema": {
              "$ref": "#/components/schemas/TicketPatch"}}}},
            "responses": {"200": {"$ref": "#/components/responses/Ticket"},
              "409": {"$ref": "#/components/responses/Problem"},
              "default": {"$ref": "#/components/responses/Problem"}}}
        },
        "/api/v1/tickets/{number}/replies": {
          "parameters": [{"$ref": "#/components/parameters/Number"}],
          "post": {"summary": "Answers the requester",
            "parameters": [{"$ref": "#/components/parameters/IfMatch"},
              {"name": "Idempotency-Key", "in": "header", "schema": {"type": "string", "maxLength": 200},
                "description": "Kept 24 hours: a repeated call answers with the first one's message."}],
            "requestBody": {"required": true, "content": {"application/json": {"schema": {
              "$ref": "#/components/schemas/Reply"}}}},
            "responses": {"201": {"$ref": "#/components/responses/Message"},
              "409": {"$ref": "#/components/responses/Problem"},
              "default": {"$ref": "#/components/responses/Problem"}}}
        },
        "/api/v1/tickets/{number}/notes": {
          "parameters": [{"$ref": "#/components/parameters/Number"}],
          "post": {"summary": "Adds a note that only staff see",
            "requestBody": {"required": true, "content": {"application/json": {"schema": {
              "$ref": "#/components/schemas/Note"}}}},
            "responses": {"201": {"$ref": "#/components/responses/Message"},
              "default": {"$ref": "#/components/responses/Problem"}}}
        },
        "/api/v1/tickets/{number}/attachments/{id}": {
          "parameters": [{"$ref": "#/components/parameters/Number"}, {"$ref": "#/components/parameters/ID"}],
          "get": {"summary": "Downloads an attachment",
            "responses": {"200": {"description": "The bytes, to be saved", "content": {"*/*": {}}},
              "default": {"$ref": "#/components/responses/Problem"}}}
        }
        """

    private static let peoplePaths = """
        "/api/v1/people/lookup": {
          "post": {"summary": "Finds the person behind an address",
            "requestBody": {"required": true, "content": {"application/json": {"schema": {
              "$ref": "#/components/schemas/PeopleLookup"}}}},
            "responses": {"200": {"description": "None or one", "content": {"application/json": {"schema": {
              "$ref": "#/components/schemas/People"}}}},
              "default": {"$ref": "#/components/responses/Problem"}}}
        },
        "/api/v1/people/{id}": {
          "parameters": [{"$ref": "#/components/parameters/ID"}],
          "get": {"summary": "Shows a person",
            "responses": {"200": {"description": "The person", "content": {"application/json": {"schema": {
              "$ref": "#/components/schemas/Person"}}}},
              "default": {"$ref": "#/components/responses/Problem"}}}
        },
        "/api/v1/people/{id}/unsubscribe": {
          "parameters": [{"$ref": "#/components/parameters/ID"}],
          "post": {"summary": "Records that the person asked to be unsubscribed",
            "requestBody": {"content": {"application/json": {"schema": {
              "$ref": "#/components/schemas/Unsubscribe"}}}},
            "responses": {"204": {"description": "Recorded; nothing forbidden can start any more"},
              "default": {"$ref": "#/components/responses/Problem"}}}
        },
        "/api/v1/people/{id}/resubscribe": {
          "parameters": [{"$ref": "#/components/parameters/ID"}],
          "post": {"summary": "Takes an unsubscribe back on evidence of the person's own act, or asks the person",
            "requestBody": {"required": true, "content": {"application/json": {"schema": {
              "$ref": "#/components/schemas/Resubscribe"}}}},
            "responses": {"202": {"description": "The person is sent a link; nothing has changed yet"},
              "204": {"description": "Recorded"},
              "default": {"$ref": "#/components/responses/Problem"}}}
        }
        """

    private static let outboxPaths = """
        "/api/v1/outbox": {
          "get": {"summary": "Lists the outbox",
            "parameters": [{"name": "state", "in": "query", "schema": {
              "$ref": "#/components/schemas/DeliveryState"}}],
            "responses": {"200": {"description": "The entries", "content": {"application/json": {"schema": {
              "$ref": "#/components/schemas/Outbox"}}}},
              "default": {"$ref": "#/components/responses/Problem"}}}
        },
        "/api/v1/outbox/{id}/retry": {
          "parameters": [{"$ref": "#/components/parameters/ID"}],
          "post": {"summary": "Tries a deferred, unknown or failed entry again now",
            "responses": {"204": {"description": "Queued"},
              "default": {"$ref": "#/components/responses/Problem"}}}
        },
        "/api/v1/outbox/{id}/withdraw": {
          "parameters": [{"$ref": "#/components/parameters/ID"}],
          "post": {"summary": "Takes a mail back that has not left",
            "responses": {"200": {"description": "Whether it was in time", "content": {"application/json": {
              "schema": {"$ref": "#/components/schemas/Withdrawal"}}}},
              "default": {"$ref": "#/components/responses/Problem"}}}
        }
        """

    private static let operatorPaths = """
        "/api/v1/status": {
          "get": {"summary": "How the daemon stands",
            "responses": {"200": {"description": "Counts and states", "content": {"application/json": {"schema": {
              "$ref": "#/components/schemas/Status"}}}},
              "default": {"$ref": "#/components/responses/Problem"}}}
        },
        "/api/v1/mailboxes": {
          "get": {"summary": "What each mailbox is doing",
            "responses": {"200": {"description": "The mailboxes", "content": {"application/json": {"schema": {
              "$ref": "#/components/schemas/Mailboxes"}}}},
              "default": {"$ref": "#/components/responses/Problem"}}}
        },
        "/api/v1/tokens": {
          "get": {"summary": "Lists API tokens, without their secrets",
            "responses": {"200": {"description": "The tokens", "content": {"application/json": {"schema": {
              "$ref": "#/components/schemas/Tokens"}}}},
              "default": {"$ref": "#/components/responses/Problem"}}},
          "post": {"summary": "Makes an API token and shows its secret once",
            "requestBody": {"required": true, "content": {"application/json": {"schema": {
              "$ref": "#/components/schemas/NewToken"}}}},
            "responses": {"201": {"description": "The token with its secret", "content": {"application/json": {
              "schema": {"$ref": "#/components/schemas/Token"}}}},
              "default": {"$ref": "#/components/responses/Problem"}}}
        },
        "/api/v1/tokens/{id}": {
          "parameters": [{"$ref": "#/components/parameters/ID"}],
          "delete": {"summary": "Revokes a token",
            "responses": {"204": {"description": "Revoked"},
              "default": {"$ref": "#/components/responses/Problem"}}}
        },
        "/api/v1/backups": {
          "post": {"summary": "Writes a backup; on the admin socket only",
            "requestBody": {"required": true, "content": {"application/json": {"schema": {
              "$ref": "#/components/schemas/NewBackup"}}}},
            "responses": {"201": {"description": "What was written", "content": {"application/json": {"schema": {
              "$ref": "#/components/schemas/Backup"}}}},
              "default": {"$ref": "#/components/responses/Problem"}}}
        },
        "/api/openapi.json": {
          "get": {"summary": "This document", "security": [],
            "responses": {"200": {"description": "OpenAPI 3.1", "content": {"application/json": {}}}}}
        }
        """
}
