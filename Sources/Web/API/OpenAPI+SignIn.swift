/// Paths and shapes of signing mailboxes in.
extension OpenAPI {
    static let signInPaths = """
        "/api/v1/mailboxes/{name}/login": {
          "parameters": [{"$ref": "#/components/parameters/MailboxName"}],
          "get": {"summary": "How a mailbox's sign-in at its provider stands; admin socket only, scope admin",
            "responses": {"200": {"description": "The sign-in", "content": {"application/json": {"schema": {
              "$ref": "#/components/schemas/SignIn"}}}},
              "default": {"$ref": "#/components/responses/Problem"}}},
          "post": {"summary": "Begins to sign a mailbox in; admin socket only, scope admin",
            "description": "The answer says what a person has to do (`prompt`), or that it is done. An earlier sign-in \
        stays good until the new one succeeds. Ask again with GET until `prompt` is null.",
            "requestBody": {"required": true, "content": {"application/json": {"schema": {
              "$ref": "#/components/schemas/NewSignIn"}}}},
            "responses": {"200": {"description": "The sign-in", "content": {"application/json": {"schema": {
              "$ref": "#/components/schemas/SignIn"}}}},
              "default": {"$ref": "#/components/responses/Problem"}}},
          "delete": {"summary": "Forgets a mailbox's token and whatever waits; admin socket only, scope admin",
            "responses": {"204": {"description": "Forgotten"},
              "default": {"$ref": "#/components/responses/Problem"}}}
        },
        "/api/v1/mailboxes/{name}/login/answer": {
          "parameters": [{"$ref": "#/components/parameters/MailboxName"}],
          "post": {"summary": "Hands over what the browser brought back; admin socket only, scope admin",
            "requestBody": {"required": true, "content": {"application/json": {"schema": {
              "$ref": "#/components/schemas/SignInAnswer"}}}},
            "responses": {"200": {"description": "The sign-in", "content": {"application/json": {"schema": {
              "$ref": "#/components/schemas/SignIn"}}}},
              "default": {"$ref": "#/components/responses/Problem"}}}
        }
        """

    static let signInSchemas = """
        "NewSignIn": {"type": "object", "additionalProperties": false, "properties": {
          "redirectPort": {"type": ["integer", "null"], "minimum": 1, "maximum": 65535,
            "description": "Where the caller waits on 127.0.0.1 for the browser; needed for the flow code."}}},
        "SignInAnswer": {"type": "object", "required": ["state"], "additionalProperties": false, "properties": {
          "state": {"type": "string"}, "code": {"type": ["string", "null"],
            "description": "Null when the browser brought an error."}}},
        "SignIn": {"type": "object", "properties": {"flow": {"enum": ["device", "code", "client"]},
          "state": {"enum": ["starting", "signed-out", "signed-in", "refused"]},
          "signedInAt": {"type": ["string", "null"], "format": "date-time"},
          "tokenEndsAt": {"type": ["string", "null"], "format": "date-time"},
          "grantEndsAt": {"type": ["string", "null"], "format": "date-time"},
          "failingSince": {"type": ["string", "null"], "format": "date-time"},
          "problem": {"type": ["string", "null"]}, "what": {"type": ["string", "null"]},
          "remedy": {"type": ["string", "null"]}, "attemptFailed": {"type": "boolean"},
          "prompt": {"oneOf": [{"$ref": "#/components/schemas/SignInPrompt"}, {"type": "null"}]}}},
        "SignInPrompt": {"type": "object", "properties": {"url": {"type": "string"},
          "userCode": {"type": ["string", "null"]}, "completeURL": {"type": ["string", "null"]},
          "state": {"type": ["string", "null"]}, "until": {"type": "string", "format": "date-time"}}}
        """
}
