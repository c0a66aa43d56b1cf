/// Paths and shapes of the checks, the evidence and the impact assessment.
extension OpenAPI {
    static let compliancePaths = """
        "/api/v1/compliance": {
          "get": {"summary": "Makes every check now; scope admin or dpo, every mailbox",
            "parameters": [{"name": "format", "in": "query", "schema": {"enum": ["json", "html"]}},
              {"name": "turnover", "in": "query", "schema": {"type": "integer", "minimum": 0},
                "description": "Worldwide annual turnover in euro: each failing check names the ceiling of the law."}],
            "responses": {"200": {"description": "What they came to", "content": {
              "application/json": {"schema": {"$ref": "#/components/schemas/Compliance"}},
              "text/html": {"schema": {"type": "string"}}}},
              "default": {"$ref": "#/components/responses/Problem"}}}
        },
        "/api/v1/compliance/round-trip": {
          "post": {"summary": "Takes a made-up person through a store of its own",
            "responses": {"200": {"description": "How it went", "content": {"application/json": {"schema": {
              "$ref": "#/components/schemas/RoundTrip"}}}},
              "default": {"$ref": "#/components/responses/Problem"}}}
        },
        "/api/v1/compliance/evidence": {
          "get": {"summary": "Makes the bundle of evidence; it holds no data of customers",
            "responses": {"200": {"description": "A ZIP archive", "content": {"application/zip": {"schema": {
              "type": "string", "format": "binary"}}}},
              "default": {"$ref": "#/components/responses/Problem"}}}
        },
        "/api/v1/dpia": {
          "get": {"summary": "Shows whether an impact assessment is needed (Art. 35); scope admin or dpo",
            "responses": {"200": {"description": "The screening", "content": {"application/json": {"schema": {
              "$ref": "#/components/schemas/Impact"}}}},
              "default": {"$ref": "#/components/responses/Problem"}}},
          "post": {"summary": "Keeps the answers that decide it",
            "requestBody": {"required": true, "content": {"application/json": {"schema": {
              "$ref": "#/components/schemas/ImpactAnswers"}}}},
            "responses": {"201": {"description": "The screening", "content": {"application/json": {"schema": {
              "$ref": "#/components/schemas/Impact"}}}},
              "default": {"$ref": "#/components/responses/Problem"}}}
        },
        "/api/v1/dpia/assessment": {
          "post": {"summary": "Keeps that the assessment was made",
            "requestBody": {"required": true, "content": {"application/json": {"schema": {
              "$ref": "#/components/schemas/ImpactAssessment"}}}},
            "responses": {"201": {"description": "The screening", "content": {"application/json": {"schema": {
              "$ref": "#/components/schemas/Impact"}}}},
              "default": {"$ref": "#/components/responses/Problem"}}}
        },
        "/api/v1/dpia/draft": {
          "get": {"summary": "Makes a draft of the assessment, filled with what the program knows (Art. 35(7))",
            "parameters": [{"name": "format", "in": "query", "schema": {"enum": ["json", "text", "html"]}}],
            "responses": {"200": {"description": "The draft", "content": {
              "application/json": {"schema": {"$ref": "#/components/schemas/ImpactDraft"}},
              "text/plain": {"schema": {"type": "string"}}, "text/html": {"schema": {"type": "string"}}}},
              "default": {"$ref": "#/components/responses/Problem"}}}
        }
        """

    static let complianceSchemas = """
        "Compliance": {"type": "object", "properties": {"about": {"type": "string"},
          "at": {"type": "string", "format": "date-time"}, "service": {"type": "string"},
          "passed": {"type": "integer"}, "warned": {"type": "integer"}, "failed": {"type": "integer"},
          "checks": {"type": "array", "items": {"type": "object", "properties": {"id": {"type": "string"},
            "title": {"type": "string"}, "article": {"type": "string"}, "tier": {"enum": ["83(4)", "83(5)", "none"]},
            "outcome": {"enum": ["pass", "warn", "fail", "n/a", "unknown"]}, "evidence": {"type": "string"},
            "remedy": {"type": ["string", "null"]}, "since": {"type": "string", "format": "date-time"},
            "ceiling": {"type": ["integer", "null"], "description": "Euro; the maximum by law, no estimate."}}}},
          "notChecked": {"type": "array", "items": {"type": "object", "properties": {"id": {"type": "string"},
            "title": {"type": "string"}, "reason": {"type": "string"}}}},
          "turnover": {"type": ["integer", "null"]}, "sha256": {"type": "string"}}},
        "RoundTrip": {"type": "object", "properties": {"at": {"type": "string", "format": "date-time"},
          "failedAt": {"type": ["string", "null"]}}},
        "Impact": {"type": "object", "properties": {"asked": {"type": "boolean"},
          "needed": {"type": ["boolean", "null"]}, "decision": {"type": ["string", "null"]},
          "yes": {"type": "array", "items": {"type": "string"}}, "listed": {"type": "boolean"},
          "exempt": {"type": "boolean"}, "reasons": {"type": ["string", "null"]},
          "at": {"type": ["string", "null"], "format": "date-time"}, "by": {"type": ["string", "null"]},
          "assessment": {"oneOf": [{"$ref": "#/components/schemas/ImpactAssessment"}, {"type": "null"}]}}},
        "ImpactAnswers": {"type": "object", "additionalProperties": false, "required": ["reasons", "yes"],
          "properties": {"reasons": {"type": "string"},
          "yes": {"type": "array", "items": {"enum": ["evaluation", "automated-decision", "monitoring", "sensitive",
            "large-scale", "matching", "vulnerable", "innovative", "prevents-right"]}},
          "listed": {"type": ["boolean", "null"], "description": "The authority's list of Art. 35(4) names it."},
          "exempt": {"type": ["boolean", "null"], "description": "The authority's list of Art. 35(5) does."}}},
        "ImpactAssessment": {"type": "object", "additionalProperties": false,
          "required": ["on", "by", "advice", "views", "residualHigh"],
          "properties": {"on": {"type": "string"}, "by": {"type": "string"}, "advice": {"type": "string"},
          "views": {"type": "string"}, "residualHigh": {"type": "boolean"},
          "consultedOn": {"type": ["string", "null"]}}},
        "ImpactDraft": {"type": "object", "properties": {"title": {"type": "string"},
          "at": {"type": "string", "format": "date-time"}, "decision": {"type": "string"},
          "sections": {"type": "array", "items": {"type": "object", "properties": {"article": {"type": "string"},
            "title": {"type": "string"}, "lines": {"type": "array", "items": {"type": "string"}}}}}}}
        """
}
