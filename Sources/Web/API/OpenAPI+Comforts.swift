/// Paths and shapes of what makes an agent's day easier.
extension OpenAPI {
    static let comfortPaths = """
        "/api/v1/tickets/{number}/undo": {
          "parameters": [{"$ref": "#/components/parameters/Number"}],
          "post": {"summary": "Takes the caller's newest answer back that still waits",
            "responses": {"200": {"description": "Whether it was in time", "content": {"application/json": {
              "schema": {"$ref": "#/components/schemas/Undo"}}}},
              "default": {"$ref": "#/components/responses/Problem"}}}
        },
        "/api/v1/tickets/{number}/draft": {
          "parameters": [{"$ref": "#/components/parameters/Number"}],
          "get": {"summary": "Shows the caller's draft",
            "responses": {"200": {"$ref": "#/components/responses/Draft"},
              "default": {"$ref": "#/components/responses/Problem"}}},
          "put": {"summary": "Keeps the caller's draft, sealed, until it is answered with, removed or 30 days old",
            "requestBody": {"required": true, "content": {"application/json": {"schema": {
              "$ref": "#/components/schemas/NewDraft"}}}},
            "responses": {"200": {"$ref": "#/components/responses/Draft"},
              "default": {"$ref": "#/components/responses/Problem"}}},
          "delete": {"summary": "Throws the caller's draft away",
            "responses": {"204": {"description": "Gone"},
              "default": {"$ref": "#/components/responses/Problem"}}}
        },
        "/api/v1/tickets/{number}/snooze": {
          "parameters": [{"$ref": "#/components/parameters/Number"}],
          "put": {"summary": "Takes a ticket out of the list until a time, or until somebody writes",
            "requestBody": {"required": true, "content": {"application/json": {"schema": {
              "$ref": "#/components/schemas/Snooze"}}}},
            "responses": {"200": {"$ref": "#/components/responses/Ticket"},
              "default": {"$ref": "#/components/responses/Problem"}}},
          "delete": {"summary": "Brings it back now",
            "responses": {"200": {"$ref": "#/components/responses/Ticket"},
              "default": {"$ref": "#/components/responses/Problem"}}}
        }
        """

    static let comfortSchemas = """
        "Snoozing": {"enum": ["hide", "only", "any"], "default": "hide"},
        "Snooze": {"type": "object", "required": ["until"], "additionalProperties": false, "properties": {
          "until": {"type": "string", "format": "date-time", "description": "At most a year ahead."}}},
        "Undo": {"type": "object", "properties": {"withdrawn": {"type": "boolean"},
          "message": {"oneOf": [{"$ref": "#/components/schemas/Message"}, {"type": "null"}]},
          "ticket": {"oneOf": [{"$ref": "#/components/schemas/Ticket"}, {"type": "null"}]}}},
        "Colleague": {"type": "object", "properties": {"name": {"type": "string"},
          "seenAt": {"type": ["string", "null"], "format": "date-time"},
          "draftingSince": {"type": ["string", "null"], "format": "date-time"},
          "draftSavedAt": {"type": ["string", "null"], "format": "date-time"}}},
        "NewDraft": {"type": "object", "required": ["text"], "additionalProperties": false,
          "properties": {"text": {"type": "string"}}},
        "Draft": {"type": "object", "properties": {"text": {"type": "string"},
          "begunAt": {"type": "string", "format": "date-time"}, "savedAt": {"type": "string", "format": "date-time"},
          "version": {"type": "integer"}, "currentVersion": {"type": "integer"},
          "colleagues": {"type": "array", "items": {"$ref": "#/components/schemas/Colleague"}}}}
        """
}
