/// Paths and shapes of the register of requests.
extension OpenAPI {
    static let rightsPaths =
        """
        "/api/v1/requests": {
          "get": {"summary": "Lists requests under Art. 12–22 GDPR, most urgent first; scope admin, dpo or privacy:*",
            "parameters": [
              {"name": "state", "in": "query", "schema": {"type": "string", "enum": ["open", "all"]}},
              {"name": "limit", "in": "query", "schema": {"type": "integer", "minimum": 1, "maximum": 500}}],
            "responses": {"200": {"description": "The requests", "content": {"application/json": {"schema": {
              "type": "object", "properties": {"requests": {"type": "array", "items": {
                "$ref": "#/components/schemas/RightsRequest"}}}}}}},
              "default": {"$ref": "#/components/responses/Problem"}}},
          "post": {"summary": "Takes a request down; a person on file is told at once, by mail",
            "requestBody": {"required": true, "content": {"application/json": {"schema": {
              "$ref": "#/components/schemas/NewRightsRequest"}}}},
            "responses": {"201": {"description": "The request", "content": {"application/json": {"schema": {
              "$ref": "#/components/schemas/RightsRequest"}}}},
              "default": {"$ref": "#/components/responses/Problem"}}}
        },
        "/api/v1/requests/{id}": {
          "parameters": [{"$ref": "#/components/parameters/ID"}],
          "get": {"summary": "Shows a request with its legal clock", "responses": {
            "200": {"description": "The request", "content": {"application/json": {"schema": {
              "$ref": "#/components/schemas/RightsRequest"}}}},
            "default": {"$ref": "#/components/responses/Problem"}}}
        },
        "/api/v1/requests/{id}/link": {
          "parameters": [{"$ref": "#/components/parameters/ID"}],
          "post": {"summary": "Mails a single-use link to the address on file; who opens it proves the request",
            "responses": {"202": {"description": "The request, as it is until then", "content": {"application/json": {
              "schema": {"$ref": "#/components/schemas/RightsRequest"}}}},
              "default": {"$ref": "#/components/responses/Problem"}}}
        },

        """
        + [
            ("confirmation", "Says that a mail is a request, and of which right"),
            ("verification", "Records how the person was recognised (Art. 12(6))"),
            ("suspension", "Asks the person for something; the clock stands still"),
            ("resumption", "What was asked for has come"),
            ("extension", "Two more months, told with reasons (Art. 12(3))"),
            ("decision", "The end, told by mail; a refusal needs the scope dpo (Art. 12(4))"),
        ].map(movePath).joined(separator: ",\n")

    private static func movePath(_ name: String, _ summary: String) -> String {
        """
        "/api/v1/requests/{id}/\(name)": {
          "parameters": [{"$ref": "#/components/parameters/ID"}],
          "post": {"summary": "\(summary)",
            "requestBody": {"content": {"application/json": {"schema": {
              "$ref": "#/components/schemas/RightsMove"}}}},
            "responses": {"200": {"description": "The request", "content": {"application/json": {"schema": {
              "$ref": "#/components/schemas/RightsRequest"}}}},
              "default": {"$ref": "#/components/responses/Problem"}}}
        }
        """
    }

    static let rightsSchemas = """
        "RightsRequest": {"type": "object", "properties": {"id": {"type": "string"}, "reference": {"type": "string"},
          "right": {"type": "string"}, "article": {"type": "string"}, "channel": {"type": "string"},
          "state": {"type": "string", "enum": ["possible", "received", "suspended", "verified", "closed"]},
          "receivedAt": {"type": "string", "format": "date-time"},
          "receivedOn": {"type": "string", "format": "date"}, "targetOn": {"type": "string", "format": "date"},
          "dueOn": {"type": "string", "format": "date"}, "extended": {"type": "boolean"},
          "urgency": {"type": "string", "enum": ["calm", "fortnight", "week", "days", "tomorrow", "overdue"]},
          "suspendedSince": {"type": ["string", "null"]}, "proof": {"type": ["string", "null"]},
          "person": {"type": ["string", "null"]}, "ticket": {"type": ["integer", "null"]},
          "wording": {"type": "string"}, "contact": {"type": ["string", "null"]},
          "decision": {"type": ["string", "null"]}, "ground": {"type": ["string", "null"]},
          "reasons": {"type": ["string", "null"]}, "extensionReason": {"type": ["string", "null"]},
          "decidedAt": {"type": ["string", "null"], "format": "date-time"}, "version": {"type": "integer"}}},
        "NewRightsRequest": {"type": "object", "required": ["right", "channel"], "additionalProperties": false,
          "properties": {
            "right": {"type": "string", "enum": ["access", "rectification", "erasure", "restriction", "portability",
              "objection", "marketing-objection", "withdrawal", "automated-decision", "complaint", "information"]},
            "channel": {"type": "string", "enum": ["mail", "portal", "phone", "letter", "person"]},
            "receivedAt": {"type": ["string", "null"], "format": "date-time"}, "person": {"type": ["string", "null"]},
            "ticket": {"type": ["integer", "null"]}, "mailbox": {"type": ["string", "null"]},
            "wording": {"type": ["string", "null"]}, "contact": {"type": ["string", "null"]},
            "acknowledge": {"type": ["boolean", "null"]}}},
        "RightsMove": {"type": "object", "additionalProperties": false, "properties": {
          "right": {"type": ["string", "null"]}, "how": {"type": ["string", "null"]},
          "text": {"type": ["string", "null"]}, "reason": {"type": ["string", "null"]},
          "decision": {"type": ["string", "null"]}, "ground": {"type": ["string", "null"]},
          "export": {"type": ["string", "null"],
            "description": "With a decision fulfilled or partly: the copy that answers it; the person gets a link."}}}
        """
}
