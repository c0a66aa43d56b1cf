/// Paths and shapes of mails that could not be read.
extension OpenAPI {
    static let quarantinePaths = """
        "/api/v1/quarantine": {
          "get": {"summary": "Mails that could not be read",
            "responses": {"200": {"description": "The mails", "content": {"application/json": {"schema": {
              "$ref": "#/components/schemas/Quarantine"}}}},
              "default": {"$ref": "#/components/responses/Problem"}}}
        },
        "/api/v1/quarantine/{id}": {
          "parameters": [{"$ref": "#/components/parameters/ID"}],
          "get": {"summary": "Shows one with the beginning of its text, undecoded; the look is recorded",
            "responses": {"200": {"description": "The mail", "content": {"application/json": {"schema": {
              "$ref": "#/components/schemas/QuarantineLook"}}}},
              "default": {"$ref": "#/components/responses/Problem"}}},
          "delete": {"summary": "Deletes our copy and closes its ticket; the mail server's copy stays",
            "responses": {"204": {"description": "Deleted"},
              "default": {"$ref": "#/components/responses/Problem"}}}
        },
        "/api/v1/quarantine/{id}/release": {
          "parameters": [{"$ref": "#/components/parameters/ID"}],
          "post": {"summary": "Attaches the mail, as it came, to its ticket; nothing reads it and nobody is told",
            "responses": {"200": {"description": "Where it is", "content": {"application/json": {"schema": {
              "$ref": "#/components/schemas/Released"}}}},
              "default": {"$ref": "#/components/responses/Problem"}}}
        }
        """

    static let quarantineSchemas = """
        "Quarantine": {"type": "object", "properties": {
          "quarantine": {"type": "array", "items": {"$ref": "#/components/schemas/QuarantinedMail"}}}},
        "QuarantinedMail": {"type": "object", "properties": {"id": {"type": "string"}, "mailbox": {"type": "string"},
          "folder": {"type": "string"}, "uid": {"type": "integer"}, "size": {"type": "integer"},
          "reason": {"type": "string"}, "at": {"type": "string", "format": "date-time"},
          "ticket": {"type": ["integer", "null"]}, "lookedAt": {"type": ["string", "null"], "format": "date-time"},
          "expiresAt": {"type": ["string", "null"], "format": "date-time"}}},
        "QuarantineLook": {"type": "object", "properties": {
          "mail": {"$ref": "#/components/schemas/QuarantinedMail"},
          "text": {"type": "string", "description": "At most 64 KiB of the mail."}, "cut": {"type": "boolean"}}},
        "Released": {"type": "object", "properties": {"ticket": {"type": "integer"}}}
        """
}
