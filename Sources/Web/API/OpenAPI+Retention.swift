/// Paths and shapes of retention.
extension OpenAPI {
    static let retentionPaths = """
        "/api/v1/retention": {
          "get": {"summary": "How deleting what was kept long enough stands; scope admin or dpo",
            "responses": {"200": {"description": "Every mailbox", "content": {"application/json": {"schema": {
              "$ref": "#/components/schemas/Retention"}}}},
              "default": {"$ref": "#/components/responses/Problem"}}}
        },
        "/api/v1/retention/run": {
          "post": {"summary": "Lets retention look at once, or only counts (dryRun)",
            "requestBody": {"required": true, "content": {"application/json": {"schema": {
              "$ref": "#/components/schemas/RetentionRun"}}}},
            "responses": {"200": {"description": "The dry run", "content": {"application/json": {"schema": {
              "$ref": "#/components/schemas/RetentionDryRun"}}}},
              "202": {"description": "It looks within a minute; what needs an approval still needs it"},
              "default": {"$ref": "#/components/responses/Problem"}}}
        },
        "/api/v1/retention/clock": {
          "post": {"summary": "Confirms the time after the clock went forward by more than a day",
            "responses": {"200": {"description": "Whether retention was paused", "content": {"application/json": {
              "schema": {"type": "object", "properties": {"wasPaused": {"type": "boolean"}}}}}},
              "default": {"$ref": "#/components/responses/Problem"}}}
        },
        "/api/v1/retention/{mailbox}/approve": {
          "parameters": [{"name": "mailbox", "in": "path", "required": true, "schema": {"type": "string"}}],
          "post": {"summary": "Lets a run that was counted and mailed delete what it counted",
            "responses": {"202": {"description": "It begins within a minute", "content": {"application/json": {
              "schema": {"$ref": "#/components/schemas/RetentionMailbox"}}}},
              "default": {"$ref": "#/components/responses/Problem"}}}
        }
        """

    static let retentionSchemas = """
        "Retention": {"type": "object", "properties": {
          "mailboxes": {"type": "array", "items": {"$ref": "#/components/schemas/RetentionMailbox"}},
          "pausedAt": {"type": ["string", "null"], "format": "date-time"}}},
        "RetentionMailbox": {"type": "object", "properties": {"mailbox": {"type": "string"},
          "state": {"enum": ["unanswered", "daily", "waiting", "approved"]},
          "days": {"type": ["object", "null"], "properties": {"closedTickets": {"type": "integer"},
            "labelledTickets": {"type": "integer"}, "attachments": {"type": "integer"},
            "importedCopies": {"type": "integer"}}},
          "waiting": {"type": ["object", "null"], "properties": {
            "horizon": {"type": "string", "format": "date-time"},
            "plan": {"$ref": "#/components/schemas/RetentionPlan"},
            "mailedAt": {"type": ["string", "null"], "format": "date-time"},
            "approvedAt": {"type": ["string", "null"], "format": "date-time"}}},
          "ranAt": {"type": ["string", "null"], "format": "date-time"},
          "removed": {"$ref": "#/components/schemas/RetentionCounts"}}},
        "RetentionCounts": {"type": "object", "properties": {"tickets": {"type": "integer"},
          "messages": {"type": "integer"}, "ticketFiles": {"type": "integer"},
          "strippedTickets": {"type": "integer", "description": "Tickets that stay and lose their files."},
          "files": {"type": "integer"}, "people": {"type": "integer"},
          "copies": {"type": "integer", "description": "Copies on the mail server, after keep_imported."}}},
        "RetentionPlan": {"type": "object", "properties": {"due": {"$ref": "#/components/schemas/RetentionCounts"},
          "held": {"type": "integer", "description": "Tickets whose time is over and that stay."},
          "total": {"type": "integer"}, "isLarge": {"type": "boolean"}}},
        "RetentionRun": {"type": "object", "additionalProperties": false, "properties": {
          "mailbox": {"type": ["string", "null"]}, "dryRun": {"type": ["boolean", "null"]}}},
        "RetentionDryRun": {"type": "object", "properties": {"mailboxes": {"type": "array", "items": {
          "type": "object", "properties": {"mailbox": {"type": "string"},
            "plan": {"$ref": "#/components/schemas/RetentionPlan"}}}}}}
        """
}
