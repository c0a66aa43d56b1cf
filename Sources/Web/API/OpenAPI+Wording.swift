/// Paths and shapes of canned replies and signatures.
extension OpenAPI {
    static let wordingPaths = """
        "/api/v1/canned-replies": {
          "get": {"summary": "Lists the canned replies",
            "responses": {"200": {"description": "The replies", "content": {"application/json": {"schema": {
              "$ref": "#/components/schemas/CannedReplies"}}}},
              "default": {"$ref": "#/components/responses/Problem"}}},
          "post": {"summary": "Saves a canned reply, in place of one of the same name and mailbox; 422 names what the \
        text must not say",
            "requestBody": {"required": true, "content": {"application/json": {"schema": {
              "$ref": "#/components/schemas/NewWording"}}}},
            "responses": {"201": {"$ref": "#/components/responses/Wording"},
              "default": {"$ref": "#/components/responses/Problem"}}}
        },
        "/api/v1/canned-replies/{id}": {
          "parameters": [{"$ref": "#/components/parameters/ID"}],
          "delete": {"summary": "Removes a canned reply",
            "responses": {"204": {"description": "Removed"},
              "default": {"$ref": "#/components/responses/Problem"}}}
        },
        "/api/v1/signatures": {
          "get": {"summary": "Lists the signatures",
            "responses": {"200": {"description": "The signatures", "content": {"application/json": {"schema": {
              "$ref": "#/components/schemas/Signatures"}}}},
              "default": {"$ref": "#/components/responses/Problem"}}},
          "post": {"summary": "Sets what stands below every answer of a mailbox, or of all; scope admin",
            "requestBody": {"required": true, "content": {"application/json": {"schema": {
              "$ref": "#/components/schemas/NewWording"}}}},
            "responses": {"201": {"$ref": "#/components/responses/Wording"},
              "default": {"$ref": "#/components/responses/Problem"}}}
        },
        "/api/v1/signatures/{id}": {
          "parameters": [{"$ref": "#/components/parameters/ID"}],
          "delete": {"summary": "Removes a signature; scope admin",
            "responses": {"204": {"description": "Removed"},
              "default": {"$ref": "#/components/responses/Problem"}}}
        }
        """

    static let wordingSchemas = """
        "NewWording": {"type": "object", "required": ["text"], "additionalProperties": false, "properties": {
          "name": {"type": ["string", "null"], "pattern": "^[A-Za-z0-9._-]{1,64}$"},
          "mailbox": {"type": ["string", "null"], "description": "Absent: for every mailbox that has none of its own."},
          "text": {"type": "string", "description": "Plain text with variables: {{ticket.number}}, \
        {{ticket.subject|…}}, {{person.name|…}}, {{agent.name}}, {{service.name}}, {{mailbox.address}}, \
        {{privacy.link}}. What may be empty needs a text after the bar."}}},
        "Wording": {"type": "object", "properties": {"id": {"type": "string"}, "name": {"type": "string"},
          "mailbox": {"type": ["string", "null"]}, "text": {"type": "string"}}},
        "CannedReplies": {"type": "object", "properties": {
          "replies": {"type": "array", "items": {"$ref": "#/components/schemas/Wording"}}}},
        "Signatures": {"type": "object", "properties": {
          "signatures": {"type": "array", "items": {"$ref": "#/components/schemas/Wording"}}}}
        """
}
