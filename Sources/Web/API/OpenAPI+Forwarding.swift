/// Path and shapes of handing things on to others.
extension OpenAPI {
    static let forwardingPaths = """
        "/api/v1/tickets/{number}/messages/{id}/forward": {
          "parameters": [{"$ref": "#/components/parameters/Number"}, {"$ref": "#/components/parameters/ID"}],
          "post": {"summary": "Forwards one message, without its sender's name and what it quotes, and \
        records the disclosure",
            "parameters": [{"$ref": "#/components/parameters/IfMatch"},
              {"name": "Idempotency-Key", "in": "header", "schema": {"type": "string", "maxLength": 200},
                "description": "Kept 24 hours: a repeated call answers with the first one's message."}],
            "requestBody": {"required": true, "content": {"application/json": {"schema": {
              "$ref": "#/components/schemas/Forward"}}}},
            "responses": {"201": {"$ref": "#/components/responses/Message"},
              "409": {"$ref": "#/components/responses/Problem"},
              "default": {"$ref": "#/components/responses/Problem"}}}
        }
        """

    static let forwardingSchemas = """
        "Forward": {"type": "object", "required": ["to", "reason"], "additionalProperties": false, "properties": {
          "to": {"type": "string"},
          "reason": {"type": "string", "description": "Why; kept with the disclosure."},
          "basis": {"type": ["string", "null"], "description": "The legal basis; kept."},
          "text": {"type": "string", "description": "Your own words above the message."},
          "attachments": {"type": "array", "items": {"type": "string", "pattern": "^[0-9a-f]{32}$"}},
          "allAttachments": {"type": "boolean", "default": false}}},
        "Disclosure": {"type": "object", "properties": {"kind": {"enum": ["forward", "copy"]},
          "ticket": {"type": "integer"}, "message": {"type": "string"},
          "at": {"type": "string", "format": "date-time"}, "by": {"type": "string"},
          "to": {"type": ["string", "null"]}, "reason": {"type": ["string", "null"]},
          "basis": {"type": ["string", "null"]}, "files": {"type": "integer"},
          "state": {"$ref": "#/components/schemas/DeliveryState"}}}
        """
}
