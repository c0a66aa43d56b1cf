/// Paths and shapes of the audit log.
extension OpenAPI {
    static let auditPaths = """
        "/api/v1/audit": {
          "get": {"summary": "Shows the audit log, oldest entry first; scope admin or dpo, every mailbox",
            "parameters": [
              {"name": "after", "in": "query", "schema": {"type": "integer", "minimum": 0}},
              {"name": "limit", "in": "query", "schema": {"type": "integer", "minimum": 1, "maximum": 500}}],
            "responses": {"200": {"description": "The entries", "content": {"application/json": {"schema": {
              "$ref": "#/components/schemas/Audit"}}}},
              "default": {"$ref": "#/components/responses/Problem"}}}
        },
        "/api/v1/audit/verification": {
          "get": {"summary": "Reads the whole chain; scope admin or dpo, every mailbox",
            "parameters": [{"name": "anchor", "in": "query", "schema": {"type": "string",
              "pattern": "^[0-9]+:[0-9A-Fa-f]{64}(,[0-9]+:[0-9A-Fa-f]{64}){0,15}$"},
              "description": "Anchors that have to stand in it, from the machine's log or a mail to the DPO."}],
            "responses": {"200": {"description": "What it found", "content": {"application/json": {"schema": {
              "$ref": "#/components/schemas/AuditVerification"}}}},
              "default": {"$ref": "#/components/responses/Problem"}}}
        }
        """

    static let auditSchemas = """
        "Audit": {"type": "object", "properties": {
          "entries": {"type": "array", "items": {"$ref": "#/components/schemas/AuditEntry"}},
          "next": {"type": ["integer", "null"]}}},
        "AuditEntry": {"type": "object", "properties": {"sequence": {"type": "integer"},
          "at": {"type": "string", "format": "date-time"}, "event": {"type": "string"},
          "object": {"type": ["string", "null"]}, "actor": {"type": ["string", "null"]},
          "details": {"type": ["object", "null"], "additionalProperties": {"type": ["integer", "string"]}}}},
        "AuditVerification": {"type": "object", "properties": {"intact": {"type": "boolean"},
          "entries": {"type": "integer"}, "firstBad": {"type": ["integer", "null"]},
          "lostAnchor": {"type": ["integer", "null"]},
          "sequence": {"type": ["integer", "null"]}, "head": {"type": ["string", "null"]}}}
        """
}
