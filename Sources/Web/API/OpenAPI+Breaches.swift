/// Paths and shapes of the register of breaches.
extension OpenAPI {
    static let breachPaths =
        [
            """
            "/api/v1/breaches": {
              "get": {"summary": "Lists breaches, the nearest end of a clock first; scope admin or dpo",
                "parameters": [
                  {"name": "state", "in": "query", "schema": {"type": "string", "enum": ["open", "all"]}},
                  {"name": "limit", "in": "query", "schema": {"type": "integer", "minimum": 1, "maximum": 500}}],
                "responses": {"200": {"description": "The breaches", "content": {"application/json": {"schema": {
                  "$ref": "#/components/schemas/Breaches"}}}},
                  "default": {"$ref": "#/components/responses/Problem"}}},
              "post": {"summary": "Takes a breach down; the hours of Art. 33(1) run from awareAt",
                "requestBody": {"required": true, "content": {"application/json": {"schema": {
                  "$ref": "#/components/schemas/NewBreach"}}}},
                "responses": {"201": \(breachAnswer), "default": {"$ref": "#/components/responses/Problem"}}}
            }
            """,
            """
            "/api/v1/breaches/{breach}": {
              "parameters": [{"$ref": "#/components/parameters/Breach"}],
              "get": {"summary": "Shows a breach with its clock", "responses": {"200": \(breachAnswer),
                "default": {"$ref": "#/components/responses/Problem"}}},
              "patch": {"summary": "Tells what became known; what is left out stays",
                "requestBody": {"required": true, "content": {"application/json": {"schema": {
                  "$ref": "#/components/schemas/BreachPatch"}}}},
                "responses": {"200": \(breachAnswer), "default": {"$ref": "#/components/responses/Problem"}}}
            }
            """,
            affectedPath,
            """
            "/api/v1/breaches/{breach}/letter": {
              "parameters": [{"$ref": "#/components/parameters/Breach"}],
              "get": {"summary": "The letter of Art. 34 as it would be sent, or the text for everybody",
                "parameters": [{"name": "language", "in": "query", "schema": {"type": "string"}},
                  {"name": "public", "in": "query", "schema": {"enum": ["true"]}}],
                "responses": {"200": {"description": "The letter", "content": {"application/json": {"schema": {
                  "$ref": "#/components/schemas/BreachLetter"}}}},
                  "default": {"$ref": "#/components/responses/Problem"}}}
            }
            """,
            """
            "/api/v1/breaches/{breach}/report": {
              "parameters": [{"$ref": "#/components/parameters/Breach"}],
              "get": {"summary": "The notification of Art. 33(3) with what is known now",
                "parameters": [{"name": "format", "in": "query", "schema": {"enum": ["json", "text", "html"]}}],
                "responses": {"200": {"description": "The notification", "content": {"application/json": {"schema": {
                  "$ref": "#/components/schemas/BreachReport"}}, "text/plain": {}, "text/html": {}}},
                  "default": {"$ref": "#/components/responses/Problem"}}}
            }
            """,
        ].joined(separator: ",\n") + ",\n"
        + [
            ("assessment", "Records the risk as a human decided it", "BreachAssessmentBody"),
            ("filings", "Records a notification that was made; a late first one needs its reasons", "BreachFilingBody"),
            (
                "communication", "Tells the people, by letters of class M0 or in public, or records why not",
                "BreachCommunicationBody"
            ),
            ("closure", "Closes a breach of which everybody was told who had to be", "BreachReasons"),
            ("reopening", "Opens a closed breach again", nil),
        ].map(movePath).joined(separator: ",\n")

    private static let breachAnswer = """
        {"description": "The breach", "content": {"application/json": {"schema": {
                  "$ref": "#/components/schemas/Breach"}}}}
        """

    private static let affectedPath = """
        "/api/v1/breaches/{breach}/affected": {
          "parameters": [{"$ref": "#/components/parameters/Breach"}],
          "get": {"summary": "Lists the affected people with their addresses and letters", "parameters": [
              {"name": "after", "in": "query", "schema": {"type": "string"}},
              {"name": "limit", "in": "query", "schema": {"type": "integer", "minimum": 1, "maximum": 500}}],
            "responses": {"200": {"description": "The people", "content": {"application/json": {"schema": {
              "$ref": "#/components/schemas/AffectedPeople"}}}},
              "default": {"$ref": "#/components/responses/Problem"}}},
          "post": {"summary": "Finds affected people by one question and adds them; with preview only counts",
            "requestBody": {"required": true, "content": {"application/json": {"schema": {
              "$ref": "#/components/schemas/AffectedQuestion"}}}},
            "responses": {"200": {"description": "The breach, or what would be found",
              "content": {"application/json": {"schema": {"oneOf": [{"$ref": "#/components/schemas/Breach"},
                {"$ref": "#/components/schemas/AffectedFound"}]}}}},
              "default": {"$ref": "#/components/responses/Problem"}}}
        }
        """

    private static func movePath(_ name: String, _ summary: String, _ body: String?) -> String {
        let content = body.map { schema in
            "\"requestBody\": {\"required\": true, \"content\": {\"application/json\": {\"schema\": {"
                + "\"$ref\": \"#/components/schemas/\(schema)\"}}}},"
        }
        return """
            "/api/v1/breaches/{breach}/\(name)": {
              "parameters": [{"$ref": "#/components/parameters/Breach"}],
              "post": {"summary": "\(summary)", \(content ?? "")
                "responses": {"200": \(breachAnswer), "default": {"$ref": "#/components/responses/Problem"}}}
            }
            """
    }

    static let breachSchemas = [breachBodies, breachShapes, breachParts].joined(separator: ",\n")

    private static let breachBodies = """
        "NewBreach": {"type": "object", "required": ["detectedAt", "awareAt", "decidedBy", "kinds"],
          "additionalProperties": false, "properties": {
            "detectedAt": {"type": "string", "format": "date-time"},
            "awareAt": {"type": "string", "format": "date-time"},
            "decidedBy": {"type": "string", "description": "Who decided that it is one; kept sealed."},
            "kinds": {"type": "array", "items": {"enum": ["confidentiality", "integrity", "availability"]}},
            "drill": {"type": ["boolean", "null"], "description": "An exercise: no letter leaves, no alarm."}}},
        "BreachPatch": {"type": "object", "additionalProperties": false, "properties": {
          "kinds": {"type": ["array", "null"], "items": {"type": "string"}},
          "language": {"type": ["string", "null"], "description": "Of nature, consequences, measures and advice."},
          "nature": {"type": ["string", "null"]}, "consequences": {"type": ["string", "null"]},
          "measures": {"type": ["string", "null"]}, "advice": {"type": ["string", "null"]},
          "cause": {"enum": ["misdirected", "attack", "insider", "loss", "theft", "malfunction", "other", null]},
          "startedAt": {"type": ["string", "null"], "format": "date-time"},
          "endedAt": {"type": ["string", "null"], "format": "date-time"},
          "subjectCategories": {"type": ["string", "null"]}, "dataCategories": {"type": ["string", "null"]},
          "protection": {"type": ["string", "null"]}, "processors": {"type": ["string", "null"]},
          "countries": {"type": ["string", "null"]}, "authorities": {"type": ["string", "null"]},
          "otherPeople": {"type": ["integer", "null"]}, "otherRecords": {"type": ["integer", "null"]}}},
        "AffectedQuestion": {"type": "object", "additionalProperties": false,
          "description": "One of: tickets; from and to, of a mailbox or a reader; message; entry; backup; epoch.",
          "properties": {
            "tickets": {"type": ["array", "null"], "items": {"type": "integer"}},
            "from": {"type": ["string", "null"], "format": "date-time"},
            "to": {"type": ["string", "null"], "format": "date-time"}, "mailbox": {"type": ["string", "null"]},
            "reader": {"type": ["string", "null"], "description": "A name of the audit log, such as agent:ID."},
            "message": {"type": ["string", "null"]}, "entry": {"type": ["string", "null"]},
            "backup": {"enum": ["desk", "keys", null]}, "backupAt": {"type": ["string", "null"], "format": "date-time"},
            "epoch": {"type": ["integer", "null"]}, "preview": {"type": ["boolean", "null"]}}},
        "BreachAssessmentBody": {"type": "object", "required": ["risk", "reasons"], "additionalProperties": false,
          "properties": {"risk": {"enum": ["none", "risk", "high"]}, "reasons": {"type": "string"},
            "score": {"oneOf": [{"$ref": "#/components/schemas/BreachScore"}, {"type": "null"}]}}},
        "BreachScore": {"type": "object", "required": ["context", "identification"], "additionalProperties": false,
          "description": "ENISA 2013: DPC × EI + CB.", "properties": {
            "context": {"type": "integer", "minimum": 1, "maximum": 4}, "identification": {"type": "number"},
            "confidentiality": {"type": ["number", "null"]}, "integrity": {"type": ["number", "null"]},
            "availability": {"type": ["number", "null"]}, "malicious": {"type": ["boolean", "null"]}}},
        "BreachFilingBody": {"type": "object", "required": ["recipient", "via"], "additionalProperties": false,
          "properties": {"recipient": {"enum": ["authority", "controller"]},
            "via": {"enum": ["portal", "email", "post", "phone"]}, "reference": {"type": ["string", "null"]},
            "at": {"type": ["string", "null"], "format": "date-time"}, "final": {"type": ["boolean", "null"]},
            "lateReasons": {"type": ["string", "null"]}, "send": {"type": ["boolean", "null"],
              "description": "Have ticketd mail the report of now to the authority of the configuration."}}},
        "BreachCommunicationBody": {"type": "object", "required": ["means"], "additionalProperties": false,
          "properties": {"means": {"enum": ["letters", "public", "exempt"]},
            "ground": {"enum": ["unintelligible", "risk-removed", "public", null]},
            "reasons": {"type": ["string", "null"]}, "place": {"type": ["string", "null"]}}},
        "BreachReasons": {"type": "object", "required": ["reasons"], "additionalProperties": false, "properties": {
          "reasons": {"type": "string"}}}
        """

    private static let breachShapes = """
        "Breaches": {"type": "object", "properties": {
          "breaches": {"type": "array", "items": {"$ref": "#/components/schemas/Breach"}}}},
        "Breach": {"type": "object", "properties": {"number": {"type": "integer"}, "drill": {"type": "boolean"},
          "state": {"enum": ["open", "closed"]}, "kinds": {"type": "array", "items": {"type": "string"}},
          "detectedAt": {"type": "string", "format": "date-time"},
          "awareAt": {"type": "string", "format": "date-time"}, "decidedBy": {"type": "string"},
          "openedAt": {"type": "string", "format": "date-time"}, "openedBy": {"type": "string"},
          "dueAt": {"type": "string", "format": "date-time"}, "hoursLeft": {"type": "integer"},
          "clockRunning": {"type": "boolean"}, "notifiedAt": {"type": ["string", "null"], "format": "date-time"},
          "risk": {"enum": ["none", "risk", "high", null]}, "account": {"$ref": "#/components/schemas/BreachAccount"},
          "assessments": {"type": "array", "items": {"$ref": "#/components/schemas/BreachAssessment"}},
          "filings": {"type": "array", "items": {"$ref": "#/components/schemas/BreachFiling"}},
          "communications": {"type": "array", "items": {"$ref": "#/components/schemas/BreachCommunication"}},
          "queries": {"type": "array", "items": {"$ref": "#/components/schemas/AffectedQuery"}},
          "affected": {"$ref": "#/components/schemas/AffectedCounts"},
          "letters": {"$ref": "#/components/schemas/BreachLetters"},
          "closedAt": {"type": ["string", "null"], "format": "date-time"}, "closedBy": {"type": ["string", "null"]},
          "closingReasons": {"type": ["string", "null"]}, "law": {"type": "string"}, "version": {"type": "integer"}}},
        "AffectedPeople": {"type": "object", "properties": {
          "people": {"type": "array", "items": {"$ref": "#/components/schemas/AffectedPerson"}},
          "next": {"type": ["string", "null"]}}},
        "AffectedFound": {"type": "object", "properties": {
          "people": {"type": "integer"}, "records": {"type": "integer"}}},
        "AffectedPerson": {"type": "object", "properties": {"id": {"type": "string"},
          "address": {"type": ["string", "null"]}, "records": {"type": "integer"},
          "tickets": {"type": "array", "items": {"type": "integer"}}, "letter": {"type": "string"}}},
        "BreachLetter": {"type": "object", "properties": {
          "language": {"type": "string"}, "text": {"type": "string"}}},
        "BreachReport": {"type": "object", "properties": {"title": {"type": "string"}, "breach": {"type": "integer"},
          "drill": {"type": "boolean"}, "madeAt": {"type": "string", "format": "date-time"},
          "law": {"type": "string"}, "rows": {"type": "array", "items": {"type": "object", "properties": {
            "field": {"type": "string"}, "article": {"type": "string"}, "label": {"type": "string"},
            "value": {"type": ["string", "null"]}}}},
          "missing": {"type": "array", "items": {"type": "string"}}}}
        """

    private static let breachParts = """
        "BreachAccount": {"type": "object", "properties": {
          "words": {"type": "object", "additionalProperties": {"type": "object", "properties": {
            "nature": {"type": "string"}, "consequences": {"type": "string"}, "measures": {"type": "string"},
            "advice": {"type": "string"}}}},
          "cause": {"type": ["string", "null"]}, "startedAt": {"type": ["string", "null"], "format": "date-time"},
          "endedAt": {"type": ["string", "null"], "format": "date-time"},
          "subjectCategories": {"type": ["string", "null"]}, "dataCategories": {"type": ["string", "null"]},
          "protection": {"type": ["string", "null"]}, "processors": {"type": ["string", "null"]},
          "countries": {"type": ["string", "null"]}, "authorities": {"type": ["string", "null"]}}},
        "BreachAssessment": {"type": "object", "properties": {"risk": {"type": "string"},
          "reasons": {"type": "string"}, "score": {"type": ["string", "null"]}, "level": {"type": ["string", "null"]},
          "at": {"type": "string", "format": "date-time"}, "by": {"type": "string"}}},
        "BreachFiling": {"type": "object", "properties": {"recipient": {"type": "string"}, "via": {"type": "string"},
          "stage": {"enum": ["initial", "supplementary", "final"]}, "reference": {"type": "string"},
          "at": {"type": "string", "format": "date-time"}, "lateReasons": {"type": ["string", "null"]},
          "recordedAt": {"type": "string", "format": "date-time"}, "by": {"type": "string"}}},
        "BreachCommunication": {"type": "object", "properties": {"means": {"type": "string"},
          "ground": {"type": ["string", "null"]}, "article": {"type": ["string", "null"]},
          "reasons": {"type": ["string", "null"]}, "place": {"type": ["string", "null"]},
          "at": {"type": "string", "format": "date-time"}, "by": {"type": "string"}}},
        "AffectedQuery": {"type": "object", "properties": {"source": {"type": "string"},
          "particulars": {"type": "string"}, "people": {"type": "integer"}, "records": {"type": "integer"},
          "at": {"type": "string", "format": "date-time"}, "by": {"type": "string"}}},
        "AffectedCounts": {"type": "object", "properties": {"people": {"type": "integer"},
          "records": {"type": "integer"}, "erasedPeople": {"type": "integer"}, "erasedRecords": {"type": "integer"},
          "otherPeople": {"type": "integer"}, "otherRecords": {"type": "integer"}}},
        "BreachLetters": {"type": "object", "properties": {"waiting": {"type": "integer"}, "sent": {"type": "integer"},
          "failed": {"type": "integer"}, "withoutAddress": {"type": "integer"}, "unwritten": {"type": "integer"}}}
        """
}
