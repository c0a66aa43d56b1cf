/// Paths and shapes of blocked senders.
extension OpenAPI {
    static let blockPaths = """
        "/api/v1/blocks": {
          "get": {"summary": "Blocked senders, without their names: those are kept as keyed hashes",
            "responses": {"200": {"description": "The blocks", "content": {"application/json": {"schema": {
              "$ref": "#/components/schemas/Blocks"}}}},
              "default": {"$ref": "#/components/responses/Problem"}}},
          "post": {"summary": "Blocks an address, or a domain and those below it: new mail opens no ticket",
            "requestBody": {"required": true, "content": {"application/json": {"schema": {
              "$ref": "#/components/schemas/NewBlock"}}}},
            "responses": {"204": {"description": "Blocked"},
              "default": {"$ref": "#/components/responses/Problem"}}}
        },
        "/api/v1/blocks/remove": {
          "post": {"summary": "Takes a block back",
            "requestBody": {"required": true, "content": {"application/json": {"schema": {
              "$ref": "#/components/schemas/NewBlock"}}}},
            "responses": {"200": {"description": "Whether there was one", "content": {"application/json": {"schema": {
              "$ref": "#/components/schemas/Unblocked"}}}},
              "default": {"$ref": "#/components/responses/Problem"}}}
        }
        """

    static let blockSchemas = """
        "NewBlock": {"type": "object", "required": ["target"], "additionalProperties": false, "properties": {
          "target": {"type": "string", "description": "An address, or a domain."}}},
        "Blocks": {"type": "object", "properties": {
          "blocks": {"type": "array", "items": {"$ref": "#/components/schemas/Block"}}}},
        "Block": {"type": "object", "properties": {"kind": {"enum": ["address", "domain"]},
          "since": {"type": "string", "format": "date-time"}, "stopped": {"type": "integer"}}},
        "Unblocked": {"type": "object", "properties": {"removed": {"type": "boolean"}}}
        """
}
