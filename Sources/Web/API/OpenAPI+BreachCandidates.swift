/// Paths and shapes of what the daemon saw.
extension OpenAPI {
    static let breachCandidatePaths = """
        "/api/v1/breach-candidates": {
          "get": {"summary": "Lists what the daemon saw that may be a breach; scope admin or dpo",
            "parameters": [{"name": "state", "in": "query", "schema": {"type": "string", "enum": ["open", "all"]}}],
            "responses": {"200": {"description": "The candidates", "content": {"application/json": {"schema": {
              "$ref": "#/components/schemas/BreachCandidates"}}}},
              "default": {"$ref": "#/components/responses/Problem"}}}
        },
        "/api/v1/breach-candidates/{id}/dismissal": {
          "parameters": [{"$ref": "#/components/parameters/ID"}],
          "post": {"summary": "It is no breach, and why",
            "requestBody": {"required": true, "content": {"application/json": {"schema": {
              "$ref": "#/components/schemas/BreachReasons"}}}},
            "responses": {"200": {"description": "The candidate", "content": {"application/json": {"schema": {
              "$ref": "#/components/schemas/BreachCandidate"}}}},
              "default": {"$ref": "#/components/responses/Problem"}}}
        },
        "/api/v1/breach-candidates/{id}/confirmation": {
          "parameters": [{"$ref": "#/components/parameters/ID"}],
          "post": {"summary": "It is a breach: it gets a number, and its clock runs from now",
            "requestBody": {"required": true, "content": {"application/json": {"schema": {
              "$ref": "#/components/schemas/BreachConfirmation"}}}},
            "responses": {"200": {"description": "The candidate", "content": {"application/json": {"schema": {
              "$ref": "#/components/schemas/BreachCandidate"}}}},
              "default": {"$ref": "#/components/responses/Problem"}}}
        }
        """

    static let breachCandidateSchemas = """
        "BreachCandidates": {"type": "object", "properties": {
          "candidates": {"type": "array", "items": {"$ref": "#/components/schemas/BreachCandidate"}}}},
        "BreachConfirmation": {"type": "object", "required": ["decidedBy"], "additionalProperties": false,
          "properties": {"decidedBy": {"type": "string"}}},
        "BreachCandidate": {"type": "object", "properties": {"id": {"type": "string"},
          "sign": {"enum": ["audit-broken", "opening-failed", "mass-reading", "mass-export", "login-guessing",
            "login-flood", "restore-gap", "key-exposed", "file-exposed"]},
          "what": {"type": "string"}, "subject": {"type": "string"},
          "count": {"type": "integer"}, "at": {"type": "string", "format": "date-time"},
          "decision": {"enum": ["confirmed", "dismissed", null]}, "breach": {"type": ["integer", "null"]},
          "reasons": {"type": ["string", "null"]}, "decidedAt": {"type": ["string", "null"], "format": "date-time"},
          "decidedBy": {"type": ["string", "null"]}}}
        """
}
