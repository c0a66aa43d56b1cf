/// Paths and shapes of what belongs together and who takes part.
extension OpenAPI {
    static let structurePaths = """
        "/api/v1/tickets/{number}/merge": {
          "parameters": [{"$ref": "#/components/parameters/Number"}],
          "post": {"summary": "Makes the ticket part of another one of the same person and answers that one; the old \
        number leads there from then on",
            "parameters": [{"$ref": "#/components/parameters/IfMatch"}],
            "requestBody": {"required": true, "content": {"application/json": {"schema": {
              "$ref": "#/components/schemas/Merge"}}}},
            "responses": {"200": {"$ref": "#/components/responses/Ticket"},
              "409": {"$ref": "#/components/responses/Problem"},
              "default": {"$ref": "#/components/responses/Problem"}}}
        },
        "/api/v1/tickets/{number}/split": {
          "parameters": [{"$ref": "#/components/parameters/Number"}],
          "post": {"summary": "Moves messages into a new ticket and answers it",
            "parameters": [{"$ref": "#/components/parameters/IfMatch"}],
            "requestBody": {"required": true, "content": {"application/json": {"schema": {
              "$ref": "#/components/schemas/Split"}}}},
            "responses": {"201": {"$ref": "#/components/responses/Ticket"},
              "409": {"$ref": "#/components/responses/Problem"},
              "default": {"$ref": "#/components/responses/Problem"}}}
        },
        "/api/v1/tickets/{number}/messages/{id}/admit": {
          "parameters": [{"$ref": "#/components/parameters/Number"}, {"$ref": "#/components/parameters/ID"}],
          "post": {"summary": "Lets a stranger's held message into the ticket; the stranger gets no access",
            "responses": {"200": {"$ref": "#/components/responses/Ticket"},
              "default": {"$ref": "#/components/responses/Problem"}}}
        },
        "/api/v1/tickets/{number}/participants": {
          "parameters": [{"$ref": "#/components/parameters/Number"}],
          "post": {"summary": "Lets somebody take part: their mail joins the ticket, and they may read it",
            "requestBody": {"required": true, "content": {"application/json": {"schema": {
              "$ref": "#/components/schemas/NewParticipant"}}}},
            "responses": {"200": {"$ref": "#/components/responses/Participants"},
              "default": {"$ref": "#/components/responses/Problem"}}}
        },
        "/api/v1/tickets/{number}/participants/{id}": {
          "parameters": [{"$ref": "#/components/parameters/Number"}, {"$ref": "#/components/parameters/ID"}],
          "delete": {"summary": "Lets a participant, named by the person's id, take part no more",
            "responses": {"200": {"$ref": "#/components/responses/Participants"},
              "default": {"$ref": "#/components/responses/Problem"}}}
        }
        """

    static let structureSchemas = """
        "Merge": {"type": "object", "required": ["into"], "additionalProperties": false,
          "properties": {"into": {"type": "integer", "minimum": 1}}},
        "Split": {"type": "object", "required": ["messages"], "additionalProperties": false, "properties": {
          "messages": {"type": "array", "minItems": 1, "items": {"type": "string", "pattern": "^[0-9a-f]{32}$"}},
          "subject": {"type": ["string", "null"], "description": "That of the first message when absent."}}},
        "NewParticipant": {"type": "object", "required": ["address"], "additionalProperties": false,
          "properties": {"address": {"type": "string"}}},
        "Participants": {"type": "object", "properties": {
          "participants": {"type": "array", "items": {"$ref": "#/components/schemas/PersonSummary"}}}}
        """
}
