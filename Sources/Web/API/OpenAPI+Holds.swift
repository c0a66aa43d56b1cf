/// Paths and shapes of legal holds and objections.
extension OpenAPI {
    static let holdPaths = """
        "/api/v1/holds": {
          "get": {"summary": "Lists legal holds, the next to be looked at first; scope admin, dpo or privacy:*",
            "responses": {"200": {"description": "The holds", "content": {"application/json": {"schema": {
              "$ref": "#/components/schemas/Holds"}}}},
              "default": {"$ref": "#/components/responses/Problem"}}}
        },
        "/api/v1/holds/{id}/lift": {
          "parameters": [{"$ref": "#/components/parameters/ID"}],
          "post": {"summary": "Lifts a legal hold; an erasure that waited for it goes on; scope dpo",
            "responses": {"200": {"description": "The hold", "content": {"application/json": {"schema": {
              "$ref": "#/components/schemas/Hold"}}}},
              "default": {"$ref": "#/components/responses/Problem"}}}
        },
        "/api/v1/people/{id}/hold": {
          "parameters": [{"$ref": "#/components/parameters/ID"}],
          "post": {"summary": "Keeps a person's data from being erased (Art. 17(3)(b), (e)); scope dpo",
            "requestBody": {"required": true, "content": {"application/json": {"schema": {
              "$ref": "#/components/schemas/NewHold"}}}},
            "responses": {"201": {"description": "The hold", "content": {"application/json": {"schema": {
              "$ref": "#/components/schemas/Hold"}}}},
              "default": {"$ref": "#/components/responses/Problem"}}}
        },
        "/api/v1/people/{id}/objection": {
          "parameters": [{"$ref": "#/components/parameters/ID"}],
          "post": {"summary": "Records an objection (Art. 21)",
            "requestBody": {"required": true, "content": {"application/json": {"schema": {
              "$ref": "#/components/schemas/NewObjection"}}}},
            "responses": {"200": {"description": "The data is restricted while somebody decides (Art. 21(1))",
                "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Restriction"}}}},
              "204": {"description": "No marketing any more (Art. 21(3))"},
              "default": {"$ref": "#/components/responses/Problem"}}}
        }
        """

    static let holdSchemas = """
        "NewHold": {"type": "object", "required": ["matter", "ground", "review"], "additionalProperties": false,
          "properties": {"matter": {"type": "string", "description": "What it is about; kept sealed."},
            "ground": {"enum": ["b", "e"]},
            "review": {"type": "string", "format": "date", "description": "Within six months."}}},
        "NewObjection": {"type": "object", "required": ["to"], "additionalProperties": false, "properties": {
          "to": {"enum": ["processing", "marketing"]}}},
        "Holds": {"type": "object", "properties": {
          "holds": {"type": "array", "items": {"$ref": "#/components/schemas/Hold"}}}},
        "Hold": {"type": "object", "properties": {"id": {"type": "string"}, "person": {"type": ["string", "null"]},
          "matter": {"type": "string"}, "ground": {"enum": ["b", "e"]},
          "setAt": {"type": "string", "format": "date-time"}, "setBy": {"type": "string"},
          "reviewOn": {"type": "string", "format": "date"},
          "liftedAt": {"type": ["string", "null"], "format": "date-time"},
          "liftedBy": {"type": ["string", "null"]}}}
        """
}
