/// Paths and shapes of copies for people.
extension OpenAPI {
    static let exportPaths = """
        "/api/v1/people/{id}/export": {
          "parameters": [{"$ref": "#/components/parameters/ID"}],
          "post": {"summary": "Asks for a copy of a person's data; scope privacy:export, every mailbox",
            "requestBody": {"required": true, "content": {"application/json": {"schema": {
              "$ref": "#/components/schemas/NewExport"}}}},
            "responses": {"202": {"$ref": "#/components/responses/Export"},
              "default": {"$ref": "#/components/responses/Problem"}}},
          "get": {"summary": "The newest copy of a person that is ready; 404 when none is: ask for one with POST",
            "parameters": [{"name": "kind", "in": "query", "schema": {"enum": ["access", "portability"]}},
              {"name": "Range", "in": "header", "schema": {"type": "string", "examples": ["bytes=0-1048575"]}}],
            "responses": {"200": {"description": "The archive", "content": {"application/zip": {}}},
              "206": {"description": "A part of it", "content": {"application/zip": {}}},
              "default": {"$ref": "#/components/responses/Problem"}}}
        },
        "/api/v1/exports": {
          "get": {"summary": "Lists copies, newest first; scope privacy:export",
            "responses": {"200": {"description": "The copies", "content": {"application/json": {"schema": {
              "$ref": "#/components/schemas/Exports"}}}},
              "default": {"$ref": "#/components/responses/Problem"}}}
        },
        "/api/v1/exports/{id}": {
          "parameters": [{"$ref": "#/components/parameters/ID"}],
          "get": {"summary": "Shows what became of a copy",
            "responses": {"200": {"$ref": "#/components/responses/Export"},
              "default": {"$ref": "#/components/responses/Problem"}}},
          "delete": {"summary": "Ends a copy before its time: nobody can open it any more",
            "responses": {"204": {"description": "Ended"},
              "default": {"$ref": "#/components/responses/Problem"}}}
        },
        "/api/v1/exports/{id}/content": {
          "parameters": [{"$ref": "#/components/parameters/ID"}],
          "get": {"summary": "The archive, while it is ready; each fetching is in the audit log",
            "parameters": [
              {"name": "Range", "in": "header", "schema": {"type": "string", "examples": ["bytes=0-1048575"]}}],
            "responses": {"200": {"description": "The archive", "content": {"application/zip": {}}},
              "206": {"description": "A part of it", "content": {"application/zip": {}}},
              "default": {"$ref": "#/components/responses/Problem"}}}
        },
        "/api/v1/exports/{id}/request": {
          "parameters": [{"$ref": "#/components/parameters/ID"}],
          "put": {"summary": "Says which request of the same person the copy answers",
            "requestBody": {"required": true, "content": {"application/json": {"schema": {
              "$ref": "#/components/schemas/ExportRequest"}}}},
            "responses": {"200": {"$ref": "#/components/responses/Export"},
              "default": {"$ref": "#/components/responses/Problem"}}}
        }
        """

    static let exportResponse = """
          "Export": {"description": "The copy", "content": {"application/json": {"schema": {
            "$ref": "#/components/schemas/Export"}}}},
        """

    static let exportSchemas = """
        "NewExport": {"type": "object", "additionalProperties": false, "properties": {
          "kind": {"oneOf": [{"enum": ["access", "portability"]}, {"type": "null"}],
            "description": "access (Art. 15) unless it is said."},
          "request": {"type": ["string", "null"], "description": "The id of a verified request."},
          "verified": {"oneOf": [{"$ref": "#/components/schemas/Verified"}, {"type": "null"}]},
          "authority": {"type": ["string", "null"],
            "description": "Needed for a shared account such as info@: with what authority; kept sealed."}}},
        "ExportRequest": {"type": "object", "required": ["request"], "additionalProperties": false, "properties": {
          "request": {"type": "string"}}},
        "Exports": {"type": "object", "properties": {
          "exports": {"type": "array", "items": {"$ref": "#/components/schemas/Export"}}}},
        "Export": {"type": "object", "properties": {"id": {"type": "string"},
          "kind": {"enum": ["access", "portability"]},
          "state": {"enum": ["planned", "ready", "shredding", "gone"]},
          "person": {"type": ["string", "null"]}, "request": {"type": ["string", "null"]},
          "how": {"type": "string"}, "author": {"type": "string"},
          "askedAt": {"type": "string", "format": "date-time"},
          "readyAt": {"type": ["string", "null"], "format": "date-time"},
          "expiresAt": {"type": ["string", "null"], "format": "date-time"},
          "goneAt": {"type": ["string", "null"], "format": "date-time"},
          "handedAt": {"type": ["string", "null"], "format": "date-time",
            "description": "When it was handed to its person as the answer to a request."},
          "bytes": {"type": ["integer", "null"]}, "messages": {"type": ["integer", "null"]},
          "attachments": {"type": ["integer", "null"]},
          "covered": {"type": ["integer", "null"],
            "description": "Places where others were covered, and what was held back (Art. 15(4))."}}}
        """
}
