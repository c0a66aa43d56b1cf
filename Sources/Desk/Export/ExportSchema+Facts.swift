/// The part of the schema about consents, statements, and who was told what.
extension ExportSchema {
    static let facts = """
        "recipientNotices": {"type": "array", "description": "Who was told of a correction or restriction (Art. 19).",
          "items": {"type": "object", "additionalProperties": false, "required": ["act", "at"], "properties": {
          "act": {"enum": ["rectified", "restricted", "erased"]}, "recipient": {"type": "string"},
          "at": {"type": "string", "format": "date-time"},
          "delivery": {"type": "string", "description": "What became of the mail."},
          "reason": {"type": "string", "description": "Why no mail was sent."}}}},
        "consents": {"type": "array", "description": "Oldest first, ended and invalid ones too (Art. 7).",
          "items": {"type": "object", "additionalProperties": false,
          "required": ["purpose", "state", "controller", "controls", "givenAt", "channel", "withdrawalShown", "age",
            "reviewAt"],
          "properties": {"purpose": {"type": "string"}, "state": {"enum": ["given", "withdrawn", "invalid"]},
          "controller": {"type": "string", "description": "Towards whom, as it stood on the form."},
          "version": {"type": "string", "description": "Of the words: language and number."},
          "words": {"type": "object", "additionalProperties": false, "required": ["title", "text", "withdrawal"],
            "properties": {"title": {"type": "string"}, "text": {"type": "string"},
            "withdrawal": {"type": "string"}}},
          "shown": {"type": "string", "description": "SHA-256 of the form, or of the words where no form was."},
          "controls": {"enum": ["unticked", "none"]}, "act": {"type": "string"},
          "requestedAt": {"type": "string", "format": "date-time"},
          "givenAt": {"type": "string", "format": "date-time"}, "channel": {"type": "string"},
          "evidence": {"type": "string"}, "withdrawalShown": {"type": "boolean"}, "age": {"type": "string"},
          "parentalAuthorisation": {"type": "string"}, "reviewAt": {"type": "string", "format": "date-time"},
          "withdrawal": {"type": "object", "additionalProperties": false, "required": ["at", "channel"],
            "properties": {"at": {"type": "string", "format": "date-time"}, "channel": {"type": "string"},
            "evidence": {"type": "string"}}}}}},
        "statements": {"type": "array", "description": "What you said about a message, kept beside it (Art. 16).",
          "items": {"type": "object", "additionalProperties": false,
          "required": ["ticket", "position", "at", "text"], "properties": {"ticket": {"type": "integer"},
          "position": {"type": "integer"}, "at": {"type": "string", "format": "date-time"},
          "text": {"type": "string"}}}},
        "notices": {"type": "array", "description": "Versions of the privacy notice you were given, and when first.",
          "items": {"type": "object", "additionalProperties": false, "required": ["version", "language", "at"],
          "properties": {"version": {"type": "string"}, "language": {"type": "string"},
          "at": {"type": "string", "format": "date-time"}}}}
        """
}
