/// Paths and shapes of the staff.
extension OpenAPI {
    static let agentPaths = """
        "/api/v1/agents": {
          "get": {"summary": "Lists agents; names alone without the scope admin",
            "responses": {"200": {"description": "The agents", "content": {"application/json": {"schema": {
              "$ref": "#/components/schemas/Agents"}}}},
              "default": {"$ref": "#/components/responses/Problem"}}},
          "post": {"summary": "Adds an agent; scope admin",
            "requestBody": {"required": true, "content": {"application/json": {"schema": {
              "$ref": "#/components/schemas/NewAgent"}}}},
            "responses": {"201": {"$ref": "#/components/responses/Agent"},
              "default": {"$ref": "#/components/responses/Problem"}}}
        },
        "/api/v1/agents/{id}": {
          "parameters": [{"$ref": "#/components/parameters/ID"}],
          "patch": {"summary": "Changes role, mailboxes or local user; scope admin",
            "requestBody": {"required": true, "content": {"application/json": {"schema": {
              "$ref": "#/components/schemas/AgentPatch"}}}},
            "responses": {"200": {"$ref": "#/components/responses/Agent"},
              "default": {"$ref": "#/components/responses/Problem"}}}
        },
        "/api/v1/agents/{id}/reset": {
          "parameters": [{"$ref": "#/components/parameters/ID"}],
          "post": {"summary": "Gives an agent a new password and a new second factor; scope admin",
            "requestBody": {"content": {"application/json": {"schema": {
              "$ref": "#/components/schemas/NewAgentReset"}}}},
            "responses": {"200": {"description": "What the agent logs in with, once",
              "content": {"application/json": {"schema": {"$ref": "#/components/schemas/AgentReset"}}}},
              "default": {"$ref": "#/components/responses/Problem"}}}
        },
        "/api/v1/agents/{id}/disable": {
          "parameters": [{"$ref": "#/components/parameters/ID"}],
          "post": {"summary": "Sees an agent off and destroys the agent's key; scope admin",
            "requestBody": {"content": {"application/json": {"schema": {
              "$ref": "#/components/schemas/AgentLeaving"}}}},
            "responses": {"200": {"description": "What became of the open tickets",
              "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Offboarding"}}}},
              "default": {"$ref": "#/components/responses/Problem"}}}
        }
        """

    static let agentSchemas = """
        "AgentRole": {"enum": ["agent", "admin", "dpo"]},
        "Agents": {"type": "object", "properties": {
          "agents": {"type": "array", "items": {"$ref": "#/components/schemas/Agent"}}}},
        "Agent": {"type": "object", "properties": {"id": {"type": "string"},
          "name": {"type": ["string", "null"], "description": "null for a former agent"},
          "email": {"type": ["string", "null"]}, "role": {"$ref": "#/components/schemas/AgentRole"},
          "mailboxes": {"type": ["array", "null"], "items": {"type": "string"}, "description": "null: every mailbox"},
          "unixUser": {"type": ["integer", "null"]}, "disabled": {"type": "boolean"},
          "createdAt": {"type": "string", "format": "date-time"}}},
        "NewAgent": {"type": "object", "required": ["name", "email", "role"], "additionalProperties": false,
          "properties": {"name": {"type": "string"}, "email": {"type": "string"},
          "role": {"$ref": "#/components/schemas/AgentRole"},
          "mailboxes": {"type": ["array", "null"], "items": {"type": "string"}},
          "unixUser": {"type": ["integer", "null"], "minimum": 1,
            "description": "The number of the local user who is this agent on the admin socket."}}},
        "AgentPatch": {"type": "object", "additionalProperties": false, "properties": {
          "role": {"oneOf": [{"$ref": "#/components/schemas/AgentRole"}, {"type": "null"}]},
          "mailboxes": {"type": ["array", "null"], "items": {"type": "string"}},
          "unixUser": {"type": ["integer", "null"], "minimum": 1}}},
        "NewAgentReset": {"type": "object", "additionalProperties": false, "properties": {
          "password": {"type": ["string", "null"], "minLength": 12,
            "description": "Absent: a one-time password is made up, to be changed with the first login."}}},
        "AgentReset": {"type": "object", "properties": {"agent": {"$ref": "#/components/schemas/Agent"},
          "oneTimePassword": {"type": ["string", "null"]},
          "otpauth": {"type": "string", "description": "For an authenticator program."}}},
        "AgentLeaving": {"type": "object", "additionalProperties": false, "properties": {
          "successor": {"type": ["string", "null"], "description": "Who takes the open tickets, by id."}}},
        "Offboarding": {"type": "object", "properties": {"agent": {"$ref": "#/components/schemas/Agent"},
          "reassigned": {"type": "integer"}, "unassigned": {"type": "integer"}}}
        """
}
