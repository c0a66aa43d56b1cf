/// Paths and shapes of erasing.
extension OpenAPI {
    static let erasurePaths = """
        "/api/v1/people/{id}/erase": {
          "parameters": [{"$ref": "#/components/parameters/ID"}],
          "get": {"summary": "What an erasure would remove, in numbers; changes nothing; scope privacy:erase",
            "responses": {"200": {"description": "The numbers", "content": {"application/json": {"schema": {
              "$ref": "#/components/schemas/ErasureCounts"}}}},
              "default": {"$ref": "#/components/responses/Problem"}}},
          "post": {"summary": "Erases a person; scope privacy:erase, every mailbox",
            "requestBody": {"required": true, "content": {"application/json": {"schema": {
              "$ref": "#/components/schemas/NewErasure"}}}},
            "responses": {"202": {"$ref": "#/components/responses/Erasure"},
              "default": {"$ref": "#/components/responses/Problem"}}}
        },
        "/api/v1/erasures": {
          "get": {"summary": "Lists erasures, newest first; scope privacy:erase",
            "responses": {"200": {"description": "The erasures", "content": {"application/json": {"schema": {
              "$ref": "#/components/schemas/Erasures"}}}},
              "default": {"$ref": "#/components/responses/Problem"}}}
        },
        "/api/v1/erasures/{id}": {
          "parameters": [{"$ref": "#/components/parameters/ID"}],
          "get": {"summary": "Shows an erasure with its certificate, and who else still names the person",
            "responses": {"200": {"$ref": "#/components/responses/Erasure"},
              "default": {"$ref": "#/components/responses/Problem"}}}
        },
        "/api/v1/erasures/{id}/approve": {
          "parameters": [{"$ref": "#/components/parameters/ID"}],
          "post": {"summary": "Lets an erasure beyond the daily limit go on; scope dpo",
            "responses": {"202": {"$ref": "#/components/responses/Erasure"},
              "default": {"$ref": "#/components/responses/Problem"}}}
        },
        "/api/v1/erasures/{id}/cancel": {
          "parameters": [{"$ref": "#/components/parameters/ID"}],
          "post": {"summary": "Takes an erasure back that has destroyed nothing yet",
            "responses": {"204": {"description": "Taken back"},
              "default": {"$ref": "#/components/responses/Problem"}}}
        },
        "/api/v1/tickets/{number}/messages/{id}/redaction": {
          "parameters": [{"$ref": "#/components/parameters/Number"}, {"$ref": "#/components/parameters/ID"}],
          "post": {"summary": "Replaces what a message says; scope privacy:erase",
            "requestBody": {"required": true, "content": {"application/json": {"schema": {
              "$ref": "#/components/schemas/Redaction"}}}},
            "responses": {"200": {"$ref": "#/components/responses/Message"},
              "default": {"$ref": "#/components/responses/Problem"}}}
        }
        """

    static let erasureResponse = """
          "Erasure": {"description": "The erasure", "content": {"application/json": {"schema": {
            "$ref": "#/components/schemas/Erasure"}}}},
        """

    static let erasureSchemas = """
        "NewErasure": {"type": "object", "additionalProperties": false, "properties": {
          "request": {"type": ["string", "null"], "description": "The id of a verified request."},
          "verified": {"oneOf": [{"$ref": "#/components/schemas/Verified"}, {"type": "null"}]},
          "authority": {"type": ["string", "null"],
            "description": "Needed for a shared account such as info@: with what authority; kept sealed."}}},
        "Verified": {"type": "object", "required": ["how", "by"], "additionalProperties": false, "properties": {
          "how": {"enum": ["phone", "letter", "mail", "portal", "in-person"]},
          "by": {"type": "string", "description": "Who checked the identity; kept sealed."}}},
        "Redaction": {"type": "object", "required": ["text"], "additionalProperties": false, "properties": {
          "text": {"type": "string"}}},
        "ErasureCounts": {"type": "object", "properties": {"tickets": {"type": "integer"},
          "emptied": {"type": "integer", "description": "Tickets that stay because others wrote in them."},
          "messages": {"type": "integer"}, "attachments": {"type": "integer"}, "mails": {"type": "integer"},
          "copies": {"type": "integer"}, "quarantined": {"type": "integer"}}},
        "Erasures": {"type": "object", "properties": {
          "erasures": {"type": "array", "items": {"$ref": "#/components/schemas/Erasure"}}}},
        "Erasure": {"type": "object", "properties": {"id": {"type": "string"},
          "state": {"enum": ["held", "on-hold", "waiting", "planned", "forgotten", "expunged", "certified", "done",
            "cancelled"]},
          "askedAt": {"type": "string", "format": "date-time"},
          "notBefore": {"type": "string", "format": "date-time"}, "how": {"type": "string"},
          "author": {"type": "string"},
          "erased": {"oneOf": [{"$ref": "#/components/schemas/ErasureCounts"}, {"type": "null"}]},
          "copies": {"type": "object", "properties": {"removed": {"type": "integer"}, "left": {"type": "integer"}}},
          "recipients": {"type": "object", "properties": {"told": {"type": "integer"},
            "untold": {"type": "integer"}}},
          "mentionCount": {"type": "integer"},
          "mentions": {"type": "array", "items": {"type": "object", "properties": {
            "ticket": {"type": "integer"}, "message": {"type": "string"}}}},
          "search": {"type": ["object", "null"], "properties": {"bytes": {"type": "integer"},
            "found": {"type": "integer"}}},
          "openableUntil": {"type": ["string", "null"], "format": "date-time"},
          "unreachable": {"type": "array", "items": {"type": "string"}},
          "confirmation": {"type": ["string", "null"]},
          "finishedAt": {"type": ["string", "null"], "format": "date-time"}}}
        """
}
