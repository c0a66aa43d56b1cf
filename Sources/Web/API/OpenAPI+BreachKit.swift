/// The path and shape of the key of kits.
extension OpenAPI {
    static let breachKitPaths = """
        "/api/v1/breach-kit-key": {
          "post": {"summary": "Keeps by what kits are sealed while a breach is open; on the admin socket only",
            "requestBody": {"required": true, "content": {"application/json": {"schema": {
              "$ref": "#/components/schemas/BreachKitKeyBody"}}}},
            "responses": {"201": {"description": "It is kept", "content": {"application/json": {"schema": {
              "$ref": "#/components/schemas/BreachKitKey"}}}},
              "default": {"$ref": "#/components/responses/Problem"}}}
        }
        """

    static let breachKitSchemas = """
        "BreachKitKey": {"type": "object", "properties": {"kept": {"type": "boolean"}}},
        "BreachKitKeyBody": {"type": "object", "additionalProperties": false, "required": ["logN", "salt", "key"],
          "properties": {"logN": {"type": "integer"}, "salt": {"type": "string"}, "key": {"type": "string",
          "description": "scrypt (RFC 7914) of the passphrase, r = 8, p = 1, 32 bytes, hexadecimal."}}}
        """
}
