/// Paths and shapes of the data protection officer's desk.
extension OpenAPI {
    static let officerPaths = """
        "/api/v1/dpo": {
          "get": {"summary": "Shows the need, the appointment and the tasks (Art. 37 to 39); scope admin or dpo",
            "parameters": [{"name": "format", "in": "query", "schema": {"enum": ["json", "html"]}}],
            "responses": {"200": {"description": "The officer's desk", "content": {
              "application/json": {"schema": {"$ref": "#/components/schemas/Officer"}},
              "text/html": {"schema": {"type": "string"}}}},
              "default": {"$ref": "#/components/responses/Problem"}}}
        },
        "/api/v1/dpo/assessment": {
          "post": {"summary": "Decides whether an officer is needed, by the answers, and keeps the decision",
            "requestBody": {"required": true, "content": {"application/json": {"schema": {
              "$ref": "#/components/schemas/OfficerAnswers"}}}},
            "responses": {"201": {"$ref": "#/components/responses/Officer"},
              "default": {"$ref": "#/components/responses/Problem"}}}
        },
        "/api/v1/dpo/appointment": {
          "post": {"summary": "States who the officer is, in place of what was stated before (Art. 37(5) to (7))",
            "requestBody": {"required": true, "content": {"application/json": {"schema": {
              "$ref": "#/components/schemas/OfficerAppointment"}}}},
            "responses": {"201": {"$ref": "#/components/responses/Officer"},
              "default": {"$ref": "#/components/responses/Problem"}}}
        },
        "/api/v1/dpo/tasks": {
          "post": {"summary": "Adds a task to those of the law; scope dpo",
            "requestBody": {"required": true, "content": {"application/json": {"schema": {
              "$ref": "#/components/schemas/OfficerTaskWords"}}}},
            "responses": {"201": {"$ref": "#/components/responses/Officer"},
              "default": {"$ref": "#/components/responses/Problem"}}}
        },
        "/api/v1/dpo/tasks/{task}/done": {
          "parameters": [{"name": "task", "in": "path", "required": true, "schema": {"type": "string"}}],
          "post": {"summary": "States that a task was done today, and what was done; scope dpo",
            "requestBody": {"required": true, "content": {"application/json": {"schema": {
              "$ref": "#/components/schemas/OfficerTaskWords"}}}},
            "responses": {"201": {"$ref": "#/components/responses/Officer"},
              "default": {"$ref": "#/components/responses/Problem"}}}
        },
        "/api/v1/dpo/tasks/{task}/due": {
          "parameters": [{"name": "task", "in": "path", "required": true, "schema": {"type": "string"}}],
          "post": {"summary": "Makes a task due on another day, and why; scope dpo",
            "requestBody": {"required": true, "content": {"application/json": {"schema": {
              "$ref": "#/components/schemas/OfficerTaskWords"}}}},
            "responses": {"201": {"$ref": "#/components/responses/Officer"},
              "default": {"$ref": "#/components/responses/Problem"}}}
        }
        """

    static let officerResponses = """
        "Officer": {"description": "The officer's desk as it is now", "content": {"application/json": {"schema": {
          "$ref": "#/components/schemas/Officer"}}}}
        """

    static let officerSchemas = """
        "Officer": {"type": "object", "properties": {
          "assessment": {"oneOf": [{"type": "null"}, {"type": "object", "properties": {
            "outcome": {"enum": ["required", "voluntary", "not-required"]},
            "grounds": {"type": "array", "items": {"type": "string"}},
            "yes": {"type": "array", "items": {"type": "string"}}, "persons": {"type": "integer"},
            "country": {"type": "string"}, "reasons": {"type": "string"}, "contact": {"type": "string"},
            "law": {"type": "string"}, "at": {"type": "string", "format": "date-time"}, "by": {"type": "string"},
            "review": {"type": "string"}}}]},
          "appointment": {"oneOf": [{"type": "null"}, {"type": "object", "properties": {
            "position": {"enum": ["internal", "external"]}, "from": {"type": "string"},
            "until": {"type": ["string", "null"]}, "qualification": {"type": "string"},
            "deputy": {"type": "string"}, "toldAuthority": {"type": ["string", "null"]},
            "published": {"type": ["string", "null"]}, "at": {"type": "string", "format": "date-time"},
            "by": {"type": "string"}}}]},
          "contact": {"oneOf": [{"type": "null"}, {"type": "object", "properties": {
            "name": {"type": "string"}, "email": {"type": "string"}, "phone": {"type": "string"}}}]},
          "tasks": {"type": "array", "items": {"type": "object", "properties": {"key": {"type": "string"},
            "article": {"type": "string"}, "words": {"type": "string"}, "due": {"type": "string"},
            "doneOn": {"type": ["string", "null"]}, "note": {"type": "string"},
            "reminded": {"type": ["string", "null"], "description": "The due date that was told by mail."}}}},
          "open": {"type": "array", "items": {"type": "string"}}}},
        "OfficerAnswers": {"type": "object", "additionalProperties": false, "required": ["reasons", "yes", "persons"],
          "properties": {"reasons": {"type": "string"},
          "yes": {"type": "array", "items": {"enum": ["public-authority", "monitoring", "special-data",
            "impact-assessment", "data-trade"]}, "description": "The questions answered with yes."},
          "persons": {"type": "integer", "description": "Constantly busy with automated processing."},
          "voluntary": {"type": ["boolean", "null"]},
          "contact": {"type": ["string", "null"], "description": "Who answers where no officer is needed."}}},
        "OfficerAppointment": {"type": "object", "additionalProperties": false,
          "required": ["position", "from", "qualification"], "properties": {
          "position": {"enum": ["internal", "external"]}, "from": {"type": "string"},
          "until": {"type": ["string", "null"]}, "qualification": {"type": "string"},
          "deputy": {"type": ["string", "null"]}, "toldAuthority": {"type": ["string", "null"]},
          "published": {"type": ["string", "null"]}}},
        "OfficerTaskWords": {"type": "object", "additionalProperties": false, "required": ["words"], "properties": {
          "words": {"type": "string"}, "due": {"type": ["string", "null"]}, "article": {"type": ["string", "null"]}}}
        """
}
