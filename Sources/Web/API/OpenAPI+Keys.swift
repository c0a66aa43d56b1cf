/// Paths and shapes of the keys.
extension OpenAPI {
    static let keyPaths = """
        "/api/v1/keys": {
          "get": {"summary": "Tells which key wraps people's keys and how many an older one still wraps; scope admin",
            "responses": {"200": {"description": "How a rotation stands", "content": {"application/json": {"schema": {
              "$ref": "#/components/schemas/Keys"}}}},
              "default": {"$ref": "#/components/responses/Problem"}}}
        },
        "/api/v1/keys/rotations": {
          "post": {"summary": "Begins to wrap people's keys anew; on the admin socket only",
            "responses": {"202": {"description": "How it stands; the daemon goes on", "content": {"application/json": {
              "schema": {"$ref": "#/components/schemas/Keys"}}}},
              "default": {"$ref": "#/components/responses/Problem"}}}
        }
        """

    static let keySchemas = """
        "Keys": {"type": "object", "properties": {"epoch": {"type": "integer"}, "waiting": {"type": "integer"}}}
        """
}
