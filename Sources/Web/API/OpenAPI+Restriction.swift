/// Paths and shapes of restricting.
extension OpenAPI {
    static let restrictionPaths = """
        "/api/v1/restrictions": {
          "get": {"summary": "Lists whose data is withheld, and why; scope admin, dpo or privacy:*",
            "responses": {"200": {"description": "The restrictions", "content": {"application/json": {"schema": {
              "$ref": "#/components/schemas/Restrictions"}}}},
              "default": {"$ref": "#/components/responses/Problem"}}}
        },
        "/api/v1/people/{id}/restrict": {
          "parameters": [{"$ref": "#/components/parameters/ID"}],
          "post": {"summary": "Withholds what is kept of a person from everybody but the DPO (Art. 18)",
            "requestBody": {"required": true, "content": {"application/json": {"schema": {
              "$ref": "#/components/schemas/NewRestriction"}}}},
            "responses": {"200": {"description": "The restriction", "content": {"application/json": {"schema": {
              "$ref": "#/components/schemas/Restriction"}}}},
              "default": {"$ref": "#/components/responses/Problem"}}}
        },
        "/api/v1/people/{id}/unrestrict": {
          "parameters": [{"$ref": "#/components/parameters/ID"}],
          "post": {"summary": "Lifts a restriction, after the person was told (Art. 18(3))",
            "requestBody": {"required": true, "content": {"application/json": {"schema": {
              "$ref": "#/components/schemas/NewRestriction"}}}},
            "responses": {"202": {"description": "It ends when the letter has left",
                "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Restriction"}}}},
              "204": {"description": "Lifted; somebody vouched that the person knows"},
              "default": {"$ref": "#/components/responses/Problem"}}}
        }
        """

    static let restrictionSchemas = """
        "NewRestriction": {"type": "object", "required": ["ground"], "additionalProperties": false, "properties": {
          "ground": {"enum": ["a", "b", "c", "d"]},
          "reason": {"type": ["string", "null"], "description": "Of the end; the person reads it."},
          "told": {"enum": ["phone", "letter", "in-person", null]},
          "untold": {"type": ["string", "null"],
            "description": "Why recipients are not told of the restriction (Art. 19)."}}},
        "Restrictions": {"type": "object", "properties": {
          "restrictions": {"type": "array", "items": {"$ref": "#/components/schemas/Restriction"}}}},
        "Restriction": {"type": "object", "properties": {"person": {"type": "string"},
          "ground": {"enum": ["a", "b", "c", "d", "hold", "erasure"]},
          "since": {"type": "string", "format": "date-time"}, "author": {"type": "string"},
          "notice": {"type": ["object", "null"], "properties": {"entry": {"type": "string"},
            "queuedAt": {"type": "string", "format": "date-time"}, "state": {"type": "string"}}}}}
        """
}
