/// Paths and shapes of correcting and of telling recipients.
extension OpenAPI {
    static let rectificationPaths = """
        "/api/v1/people/{id}/rectify": {
          "parameters": [{"$ref": "#/components/parameters/ID"}],
          "post": {"summary": "Corrects who a person is, or keeps what they say about a message; recipients are told",
            "requestBody": {"required": true, "content": {"application/json": {"schema": {
              "$ref": "#/components/schemas/Rectification"}}}},
            "responses": {"200": {"description": "Who was told", "content": {"application/json": {"schema": {
              "$ref": "#/components/schemas/RecipientNotices"}}}},
              "default": {"$ref": "#/components/responses/Problem"}}}
        },
        "/api/v1/people/{id}/recipients": {
          "parameters": [{"$ref": "#/components/parameters/ID"}],
          "get": {"summary": "Which recipients of a person's data were told what became of it (Art. 19)",
            "responses": {"200": {"description": "Who was told", "content": {"application/json": {"schema": {
              "$ref": "#/components/schemas/RecipientNotices"}}}},
              "default": {"$ref": "#/components/responses/Problem"}}}
        }
        """

    static let rectificationSchemas = """
        "Rectification": {"type": "object", "additionalProperties": false, "properties": {
          "name": {"type": ["string", "null"]}, "address": {"type": ["string", "null"]},
          "statement": {"oneOf": [{"$ref": "#/components/schemas/NewStatement"}, {"type": "null"}]},
          "untold": {"type": ["string", "null"],
            "description": "Why recipients are not told (Art. 19); left out, they are."}}},
        "NewStatement": {"type": "object", "required": ["ticket", "message", "text"], "additionalProperties": false,
          "properties": {"ticket": {"type": "integer"}, "message": {"type": "string"}, "text": {"type": "string"}}},
        "Statement": {"type": "object", "properties": {"text": {"type": "string"},
          "at": {"type": "string", "format": "date-time"}, "by": {"type": "string"}}},
        "RecipientNotices": {"type": "object", "properties": {
          "notices": {"type": "array", "items": {"$ref": "#/components/schemas/RecipientNotice"}}}},
        "RecipientNotice": {"type": "object", "properties": {
          "act": {"enum": ["rectified", "restricted", "erased"]}, "to": {"type": ["string", "null"]},
          "at": {"type": "string", "format": "date-time"}, "state": {"type": ["string", "null"]},
          "reason": {"type": ["string", "null"]}}}
        """
}
