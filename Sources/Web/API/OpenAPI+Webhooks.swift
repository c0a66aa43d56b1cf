/// Paths and shapes of webhooks.
extension OpenAPI {
    static let webhookPaths = """
        "/api/v1/webhooks": {
          "get": {"summary": "Lists the webhooks, without their secrets; scope admin, every mailbox",
            "responses": {"200": {"description": "The webhooks", "content": {"application/json": {"schema": {
              "$ref": "#/components/schemas/Webhooks"}}}},
              "default": {"$ref": "#/components/responses/Problem"}}},
          "post": {"summary": "Adds a webhook and shows its secret once; scope admin, every mailbox",
            "description": "Each event is one POST of a WebhookEvent with the header Ticketd-Signature: \
        t=SECONDS,v1=HEX, the HMAC-SHA-256 under the secret of SECONDS, a dot and the body. Check it, and refuse an \
        old time. Any 2xx is enough. Delivery is at least once: the id tells a repetition.",
            "requestBody": {"required": true, "content": {"application/json": {"schema": {
              "$ref": "#/components/schemas/NewWebhook"}}}},
            "responses": {"201": {"description": "The webhook with its secret", "content": {"application/json": {
              "schema": {"$ref": "#/components/schemas/Webhook"}}}},
              "default": {"$ref": "#/components/responses/Problem"}}}
        },
        "/api/v1/webhooks/{id}": {
          "parameters": [{"$ref": "#/components/parameters/ID"}],
          "delete": {"summary": "Removes a webhook and what waits for it",
            "responses": {"204": {"description": "Removed"},
              "default": {"$ref": "#/components/responses/Problem"}}}
        },
        "/api/v1/webhooks/{id}/test": {
          "parameters": [{"$ref": "#/components/parameters/ID"}],
          "post": {"summary": "Queues an event that says nothing",
            "responses": {"204": {"description": "Queued"},
              "default": {"$ref": "#/components/responses/Problem"}}}
        },
        "/api/v1/webhooks/{id}/enable": {
          "parameters": [{"$ref": "#/components/parameters/ID"}],
          "post": {"summary": "Tells a disabled webhook again of what happens from now on",
            "responses": {"204": {"description": "Enabled"},
              "default": {"$ref": "#/components/responses/Problem"}}}
        }
        """

    static let webhookSchemas = """
        "WebhookCounts": {"type": "object", "properties": {"failing": {"type": "integer"},
          "disabled": {"type": "integer"}}},
        "WebhookTopic": {"enum": ["ticket.opened", "ticket.message", "ticket.answered", "ticket.closed",
          "outbox.failed"]},
        "NewWebhook": {"type": "object", "required": ["url", "events"], "additionalProperties": false, "properties": {
          "url": {"type": "string", "format": "uri", "description": "https; http to this machine only."},
          "events": {"type": "array", "minItems": 1, "items": {"$ref": "#/components/schemas/WebhookTopic"}}}},
        "Webhook": {"type": "object", "properties": {"id": {"type": "string"}, "url": {"type": "string"},
          "events": {"type": "array", "items": {"$ref": "#/components/schemas/WebhookTopic"}},
          "createdAt": {"type": "string", "format": "date-time"}, "state": {"enum": ["well", "failing", "disabled"]},
          "failingSince": {"type": ["string", "null"], "format": "date-time"},
          "lastFailure": {"type": ["string", "null"]}, "waiting": {"type": "integer"},
          "secret": {"type": "string", "description": "Only in the answer that made it."}}},
        "Webhooks": {"type": "object", "properties": {
          "webhooks": {"type": "array", "items": {"$ref": "#/components/schemas/Webhook"}}}},
        "WebhookEvent": {"type": "object", "required": ["id", "event", "at"], "properties": {
          "id": {"type": "string"}, "event": {"type": "string"}, "at": {"type": "string", "format": "date-time"},
          "ticket": {"type": "integer"}, "mailbox": {"type": "string"}, "entry": {"type": "string"}}}
        """
}
