/// Paths and shapes of the consent ledger.
extension OpenAPI {
    static let consentPaths = """
        "/api/v1/consents/lookup": {
          "post": {"summary": "May I? Tells whether an address consented to a purpose, in which words and since when",
            "requestBody": {"required": true, "content": {"application/json": {"schema": {
              "$ref": "#/components/schemas/ConsentLookup"}}}},
            "responses": {"200": {"description": "Whether it counts", "content": {"application/json": {"schema": {
              "$ref": "#/components/schemas/ConsentStanding"}}}},
              "default": {"$ref": "#/components/responses/Problem"}}}
        },
        "/api/v1/consents/list": {
          "post": {"summary": "Lists every record of an address, withdrawn and invalid ones too",
            "requestBody": {"required": true, "content": {"application/json": {"schema": {
              "$ref": "#/components/schemas/PeopleLookup"}}}},
            "responses": {"200": {"description": "The records", "content": {"application/json": {"schema": {
              "$ref": "#/components/schemas/Consents"}}}},
              "default": {"$ref": "#/components/responses/Problem"}}}
        },
        "/api/v1/consents": {
          "post": {"summary": "Records what was signed or said; without act, words and evidence it is kept as invalid",
            "requestBody": {"required": true, "content": {"application/json": {"schema": {
              "$ref": "#/components/schemas/NewConsent"}}}},
            "responses": {"201": {"description": "The record", "content": {"application/json": {"schema": {
              "$ref": "#/components/schemas/Consent"}}}},
              "default": {"$ref": "#/components/responses/Problem"}}}
        },
        "/api/v1/consents/import": {
          "post": {"summary": "Takes over a list of before, at most 1000 rows; scope admin or dpo",
            "requestBody": {"required": true, "content": {"application/json": {"schema": {
              "$ref": "#/components/schemas/ConsentImport"}}}},
            "responses": {"200": {"description": "How many count", "content": {"application/json": {"schema": {
              "$ref": "#/components/schemas/ConsentsImported"}}}},
              "default": {"$ref": "#/components/responses/Problem"}}}
        },
        "/api/v1/consents/withdraw": {
          "post": {"summary": "Ends a consent at once, on what the person said (Art. 7(3))",
            "requestBody": {"required": true, "content": {"application/json": {"schema": {
              "$ref": "#/components/schemas/ConsentWithdrawal"}}}},
            "responses": {"200": {"description": "How many ended", "content": {"application/json": {"schema": {
              "$ref": "#/components/schemas/ConsentsWithdrawn"}}}},
              "default": {"$ref": "#/components/responses/Problem"}}}
        },
        "/api/v1/consents/purposes": {
          "get": {"summary": "Lists the purposes with every version of their words",
            "responses": {"200": {"description": "The purposes", "content": {"application/json": {"schema": {
              "$ref": "#/components/schemas/Purposes"}}}},
              "default": {"$ref": "#/components/responses/Problem"}}},
          "post": {"summary": "Adds a purpose, or a version of its words; 422 names what they must not say",
            "requestBody": {"required": true, "content": {"application/json": {"schema": {
              "$ref": "#/components/schemas/NewPurpose"}}}},
            "responses": {"201": {"description": "The purpose", "content": {"application/json": {"schema": {
              "$ref": "#/components/schemas/Purpose"}}}},
              "default": {"$ref": "#/components/responses/Problem"}}}
        },
        "/api/v1/consents/purposes/{purpose}/close": {
          "parameters": [{"name": "purpose", "in": "path", "required": true,
            "schema": {"type": "string", "pattern": "^[A-Za-z0-9._-]{1,64}$"}}],
          "post": {"summary": "Nobody is asked any more, and no consent to it counts",
            "responses": {"204": {"description": "Closed"}, "default": {"$ref": "#/components/responses/Problem"}}}
        }
        """

    static let consentSchemas = """
        "ConsentLookup": {"type": "object", "required": ["address", "purpose"], "additionalProperties": false,
          "properties": {"address": {"type": "string"}, "purpose": {"type": "string"}}},
        "ConsentStanding": {"type": "object", "properties": {"granted": {"type": "boolean"},
          "textVersion": {"type": ["string", "null"]}, "since": {"type": ["string", "null"], "format": "date-time"},
          "reviewDue": {"type": "boolean"}}},
        "Consent": {"type": "object", "properties": {"id": {"type": "string"}, "purpose": {"type": "string"},
          "controller": {"type": "string"}, "textVersion": {"type": ["string", "null"]},
          "shown": {"type": ["string", "null"]}, "controls": {"type": "string", "enum": ["unticked", "none"]},
          "act": {"type": ["string", "null"]}, "requestedAt": {"type": ["string", "null"], "format": "date-time"},
          "givenAt": {"type": "string", "format": "date-time"}, "channel": {"type": "string"},
          "evidence": {"type": ["string", "null"]}, "withdrawalShown": {"type": "boolean"},
          "age": {"type": "string"}, "parentalAuthorisation": {"type": ["string", "null"]},
          "reviewAt": {"type": "string", "format": "date-time"}, "valid": {"type": "boolean"},
          "granted": {"type": "boolean"}, "state": {"type": "string", "enum": ["given", "withdrawn", "invalid"]},
          "withdrawnAt": {"type": ["string", "null"], "format": "date-time"},
          "withdrawnThrough": {"type": ["string", "null"]}, "withdrawnEvidence": {"type": ["string", "null"]}}},
        "Consents": {"type": "object", "properties": {
          "consents": {"type": "array", "items": {"$ref": "#/components/schemas/Consent"}}}},
        "NewConsent": {"type": "object", "required": ["address", "purpose", "givenAt"],
          "additionalProperties": false, "properties": {
          "address": {"type": "string"}, "purpose": {"type": "string"},
          "textVersion": {"type": ["string", "null"], "description": "Such as en-1."},
          "act": {"type": ["string", "null"], "enum": ["checkbox", "button", "double-opt-in-click", "signed-paper",
            "recorded-call", null]},
          "givenAt": {"type": "string", "format": "date-time"}, "channel": {"type": ["string", "null"]},
          "evidence": {"type": ["string", "null"]},
          "age": {"type": ["string", "null"], "description": "not-asked, at-least-N or below-N."},
          "parentalAuthorisation": {"type": ["string", "null"]}}},
        "ConsentImport": {"type": "object", "required": ["rows"], "additionalProperties": false, "properties": {
          "rows": {"type": "array", "maxItems": 1000, "items": {"$ref": "#/components/schemas/NewConsent"}}}},
        "ConsentsImported": {"type": "object", "properties": {"valid": {"type": "integer"},
          "invalid": {"type": "integer"}}},
        "ConsentWithdrawal": {"type": "object", "required": ["address", "purpose"], "additionalProperties": false,
          "properties": {"address": {"type": "string"}, "purpose": {"type": "string"},
          "channel": {"type": ["string", "null"], "description": "phone when absent."},
          "evidence": {"type": ["string", "null"]}}},
        "ConsentsWithdrawn": {"type": "object", "properties": {"withdrawn": {"type": "integer"}}},
        "NewPurpose": {"type": "object", "required": ["code", "language", "title", "text"],
          "additionalProperties": false, "properties": {
          "code": {"type": "string", "pattern": "^[A-Za-z0-9._-]{1,64}$"},
          "language": {"type": "string", "enum": ["en", "de"]}, "title": {"type": "string"},
          "text": {"type": "string"}, "withdrawal": {"type": ["string", "null"]},
          "mailbox": {"type": ["string", "null"]}, "reviewMonths": {"type": ["integer", "null"]},
          "forChildren": {"type": ["boolean", "null"]}}},
        "Purpose": {"type": "object", "properties": {"code": {"type": "string"},
          "mailbox": {"type": ["string", "null"]}, "reviewMonths": {"type": "integer"},
          "forChildren": {"type": "boolean"}, "createdAt": {"type": "string", "format": "date-time"},
          "closedAt": {"type": ["string", "null"], "format": "date-time"}, "form": {"type": "string"},
          "texts": {"type": "array", "items": {"$ref": "#/components/schemas/PurposeText"}}}},
        "PurposeText": {"type": "object", "properties": {"version": {"type": "string"},
          "language": {"type": "string"}, "title": {"type": "string"}, "text": {"type": "string"},
          "withdrawal": {"type": "string"}, "hash": {"type": "string"},
          "at": {"type": "string", "format": "date-time"}}},
        "Purposes": {"type": "object", "properties": {
          "purposes": {"type": "array", "items": {"$ref": "#/components/schemas/Purpose"}}}}
        """
}
