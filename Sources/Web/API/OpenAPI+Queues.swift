/// Paths and shapes of saved filters and changes of many tickets.
extension OpenAPI {
    static let queuePaths = """
        "/api/v1/filters": {
          "get": {"summary": "Lists the desk's saved filters and the caller's own",
            "responses": {"200": {"description": "The filters", "content": {"application/json": {"schema": {
              "$ref": "#/components/schemas/Filters"}}}},
              "default": {"$ref": "#/components/responses/Problem"}}},
          "post": {"summary": "Saves criteria under a name",
            "requestBody": {"required": true, "content": {"application/json": {"schema": {
              "$ref": "#/components/schemas/NewFilter"}}}},
            "responses": {"201": {"description": "The filter", "content": {"application/json": {"schema": {
              "$ref": "#/components/schemas/Filter"}}}},
              "default": {"$ref": "#/components/responses/Problem"}}}
        },
        "/api/v1/filters/{id}": {
          "parameters": [{"$ref": "#/components/parameters/ID"}],
          "delete": {"summary": "Removes a saved filter",
            "responses": {"204": {"description": "Removed"},
              "default": {"$ref": "#/components/responses/Problem"}}}
        },
        "/api/v1/tickets/bulk": {
          "post": {"summary": "Previews a change of many tickets, or does what was previewed; never sends mail",
            "description": "First with `preview`: true and numbers, a filter or criteria. Then with the preview's \
        `items` and `digest` and the same change. A ticket somebody changed since is skipped and named. At most \
        1,000 tickets, one transaction.",
            "requestBody": {"required": true, "content": {"application/json": {"schema": {
              "$ref": "#/components/schemas/Bulk"}}}},
            "responses": {"200": {"description": "What would change, or what was changed",
              "content": {"application/json": {"schema": {"oneOf": [
                {"$ref": "#/components/schemas/BulkPreview"}, {"$ref": "#/components/schemas/BulkOutcome"}]}}}},
              "default": {"$ref": "#/components/responses/Problem"}}}
        }
        """

    static let queueSchemas = """
        "Criteria": {"type": "object", "additionalProperties": false, "properties": {
          "status": {"oneOf": [{"$ref": "#/components/schemas/TicketStatus"}, {"type": "null"}]},
          "mailbox": {"type": ["string", "null"]},
          "priority": {"oneOf": [{"$ref": "#/components/schemas/Priority"}, {"type": "null"}]},
          "snoozed": {"oneOf": [{"$ref": "#/components/schemas/Snoozing"}, {"type": "null"}]},
          "assignee": {"type": ["string", "null"], "minLength": 1}, "unassigned": {"type": ["boolean", "null"]},
          "tag": {"type": ["string", "null"], "minLength": 1},
          "label": {"oneOf": [{"$ref": "#/components/schemas/PrivacyLabel"}, {"type": "null"}]},
          "unchangedFor": {"type": ["integer", "null"], "minimum": 0, "maximum": 316224000,
            "description": "Seconds."}}},
        "NewFilter": {"type": "object", "required": ["name", "criteria"], "additionalProperties": false,
          "properties": {"name": {"type": "string", "pattern": "^[A-Za-z0-9._-]{1,64}$"},
            "own": {"type": ["boolean", "null"], "default": false},
            "criteria": {"$ref": "#/components/schemas/Criteria"}}},
        "Filter": {"type": "object", "properties": {"id": {"type": "string"}, "name": {"type": "string"},
          "own": {"type": "boolean"}, "criteria": {"$ref": "#/components/schemas/Criteria"}}},
        "Filters": {"type": "object", "properties": {
          "filters": {"type": "array", "items": {"$ref": "#/components/schemas/Filter"}}}},
        "Bulk": {"type": "object", "required": ["change"], "additionalProperties": false, "properties": {
          "preview": {"type": ["boolean", "null"], "default": false},
          "numbers": {"type": ["array", "null"], "maxItems": 1000, "items": {"type": "integer", "minimum": 1}},
          "filter": {"type": ["string", "null"]},
          "criteria": {"oneOf": [{"$ref": "#/components/schemas/Criteria"}, {"type": "null"}]},
          "items": {"type": ["array", "null"], "maxItems": 1000,
            "items": {"$ref": "#/components/schemas/BulkItem"}},
          "digest": {"type": ["string", "null"]}, "change": {"$ref": "#/components/schemas/BulkChange"}}},
        "BulkItem": {"type": "object", "required": ["number", "version"], "additionalProperties": false,
          "properties": {"number": {"type": "integer"}, "version": {"type": "integer"}}},
        "BulkChange": {"type": "object", "additionalProperties": false, "properties": {
          "status": {"oneOf": [{"$ref": "#/components/schemas/TicketStatus"}, {"type": "null"}]},
          "assignee": {"type": ["string", "null"], "description": "null or empty takes them from everybody."},
          "priority": {"oneOf": [{"$ref": "#/components/schemas/Priority"}, {"type": "null"}]},
          "addTags": {"type": ["array", "null"], "items": {"type": "string", "minLength": 1}},
          "removeTags": {"type": ["array", "null"], "items": {"type": "string", "minLength": 1}}}},
        "BulkPreview": {"type": "object", "required": ["count", "items", "unchanged", "missing", "digest"],
          "properties": {"count": {"type": "integer"},
          "items": {"type": "array", "items": {"$ref": "#/components/schemas/BulkItem"}},
          "unchanged": {"type": "integer"}, "missing": {"type": "array", "items": {"type": "integer"}},
          "digest": {"type": "string"}}},
        "BulkOutcome": {"type": "object", "required": ["changed", "skipped"], "properties": {
          "changed": {"type": "array", "items": {"type": "integer"}},
          "skipped": {"type": "array", "items": {"type": "integer"}}}}
        """
}
