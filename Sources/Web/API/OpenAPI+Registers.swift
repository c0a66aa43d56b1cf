/// Paths and shapes of the registers and the record of processing.
extension OpenAPI {
    static let registerPaths = """
        "/api/v1/records": {
          "get": {"summary": "Makes the record of processing (Art. 30); scope admin or dpo, every mailbox",
            "parameters": [{"name": "format", "in": "query", "schema": {"enum": ["json", "csv", "html"]}}],
            "responses": {"200": {"description": "The record", "content": {
              "application/json": {"schema": {"$ref": "#/components/schemas/ProcessingRecord"}},
              "text/csv": {"schema": {"type": "string"}}, "text/html": {"schema": {"type": "string"}}}},
              "default": {"$ref": "#/components/responses/Problem"}}}
        },
        "/api/v1/processors": {
          "get": {"summary": "Shows the register of processors (Art. 28); scope admin or dpo, every mailbox",
            "responses": {"200": {"$ref": "#/components/responses/Processors"},
              "default": {"$ref": "#/components/responses/Problem"}}},
          "post": {"summary": "States a processor, in place of what stood under its name",
            "requestBody": {"required": true, "content": {"application/json": {"schema": {
              "$ref": "#/components/schemas/NewProcessor"}}}},
            "responses": {"201": {"$ref": "#/components/responses/Processors"},
              "default": {"$ref": "#/components/responses/Problem"}}}
        },
        "/api/v1/scope": {
          "get": {"summary": "Shows the decision on Art. 3; scope admin or dpo, every mailbox",
            "responses": {"200": {"$ref": "#/components/responses/Scope"},
              "default": {"$ref": "#/components/responses/Problem"}}},
          "post": {"summary": "Decides whether the GDPR applies, by its answers, and keeps the decision",
            "requestBody": {"required": true, "content": {"application/json": {"schema": {
              "$ref": "#/components/schemas/ScopeAnswers"}}}},
            "responses": {"201": {"$ref": "#/components/responses/Scope"},
              "default": {"$ref": "#/components/responses/Problem"}}}
        }
        """

    static let registerResponses = """
        "Processors": {"description": "The register", "content": {"application/json": {"schema": {
          "$ref": "#/components/schemas/Processors"}}}},
        "Scope": {"description": "The decision", "content": {"application/json": {"schema": {
          "$ref": "#/components/schemas/ScopeDecision"}}}}
        """

    static let registerSchemas = """
        "Processors": {"type": "object", "properties": {
          "processors": {"type": "array", "items": {"type": "object", "properties": {
            "name": {"type": "string"}, "service": {"type": "string"}, "country": {"type": "string"},
            "hosts": {"type": "array", "items": {"type": "string"}}, "data": {"type": "string"},
            "transfer": {"type": "string"}, "agreement": {"type": ["string", "null"]},
            "terms": {"type": "array", "items": {"type": "string"}}, "subprocessors": {"type": "string"},
            "review": {"type": ["string", "null"]}, "ended": {"type": "boolean"},
            "statedAt": {"type": "string", "format": "date-time"},
            "open": {"type": "array", "items": {"type": "string"}}}}},
          "unnamedHosts": {"type": "array", "items": {"type": "string"}}}},
        "NewProcessor": {"type": "object", "additionalProperties": false, "required": ["name", "service", "country"],
          "properties": {"name": {"type": "string"}, "service": {"type": "string"},
          "country": {"type": "string", "description": "Two letters of ISO 3166-1."},
          "hosts": {"type": ["array", "null"], "items": {"type": "string"}}, "data": {"type": ["string", "null"]},
          "transfer": {"enum": ["none", "adequacy", "scc", "bcr", "derogation", null]},
          "agreement": {"type": ["string", "null"], "description": "The day of the contract, ISO 8601."},
          "terms": {"type": ["array", "null"], "items": {"enum": ["a", "b", "c", "d", "e", "f", "g", "h",
            "infringing-instruction"]}, "description": "What the contract says, by the letters of Art. 28(3)."},
          "subprocessors": {"type": ["string", "null"]}, "review": {"type": ["string", "null"]},
          "ended": {"type": ["boolean", "null"]}}},
        "ScopeDecision": {"type": "object", "properties": {"decided": {"type": "boolean"},
          "outcome": {"type": ["string", "null"]}, "applies": {"type": ["boolean", "null"]},
          "at": {"type": ["string", "null"], "format": "date-time"}, "by": {"type": ["string", "null"]},
          "reasons": {"type": ["string", "null"]}, "review": {"type": ["string", "null"]},
          "edition": {"type": ["string", "null"]}, "yes": {"type": "array", "items": {"type": "string"}},
          "signs": {"type": "array", "items": {"type": "string"}}, "representative": {"type": ["string", "null"]},
          "followUps": {"type": "array", "items": {"type": "string"}}}},
        "ScopeAnswers": {"type": "object", "additionalProperties": false, "required": ["reasons", "yes"],
          "properties": {"reasons": {"type": "string"},
          "yes": {"type": "array", "items": {"type": "string"}, "description": "The questions answered with yes."},
          "signs": {"type": ["array", "null"], "items": {"type": "string"}},
          "representative": {"type": ["string", "null"]}}},
        "ProcessingRecord": {"type": "object", "properties": {"article": {"type": "string"},
          "version": {"type": "string"}, "at": {"type": "string", "format": "date-time"},
          "controller": {"type": "object"}, "dataProtectionOfficer": {"type": ["object", "null"]},
          "representative": {"type": ["string", "null"]}, "asProcessor": {"type": "boolean"},
          "mailboxes": {"type": "array", "items": {"type": "string"}},
          "activities": {"type": "array", "items": {"type": "object"}},
          "processors": {"type": "array", "items": {"type": "object"}},
          "unnamedHosts": {"type": "array", "items": {"type": "string"}},
          "measures": {"type": "array", "items": {"type": "string"}}}}
        """
}
