/// What the fields of `data.json` mean, as JSON Schema 2020-12. It travels in every export, so that the data can be
/// read without us (Art. 20(1): structured, commonly used, machine-readable).
enum ExportSchema {
    static let text = """
        {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "ticketd export",
        "description": "What one helpdesk keeps about one person. Times are RFC 3339 in UTC.",
        "type": "object",
        "required": ["format", "version", "id", "kind", "createdAt", "language", "service", "person", "tickets",
          "requests", "messages", "redactions"],
        "additionalProperties": false,
        "properties": {
        "format": {"const": "ticketd-export"},
        "version": {"const": 1, "description": "Grows when a field changes its meaning, not when one is added."},
        "id": {"type": "string", "description": "Names this export."},
        "kind": {"enum": ["access", "portability"],
          "description": "access: everything (Art. 15). portability: what the person provided (Art. 20)."},
        "createdAt": {"type": "string", "format": "date-time"},
        "language": {"type": "string", "description": "Of the pages and of `information`."},
        "service": {"type": "string"},
        "controller": {"type": "object", "additionalProperties": false, "required": ["name", "address", "email"],
          "properties": {"name": {"type": "string"}, "address": {"type": "string"}, "email": {"type": "string"}}},
        "information": {"type": "array", "description": "What Art. 15(1)(a)-(h) and 15(2) want said.",
          "items": {"type": "object", "additionalProperties": false, "required": ["title", "paragraphs"],
            "properties": {"title": {"type": "string"},
              "paragraphs": {"type": "array", "items": {"type": "string"}}}}},
        "person": {"type": "object", "additionalProperties": false,
          "required": ["firstSeenAt", "informed", "undeliverable"], "properties": {
          "address": {"type": "string"}, "name": {"type": "string"},
          "firstSeenAt": {"type": "string", "format": "date-time", "description": "To the minute."},
          "informed": {"type": "boolean", "description": "Whether the privacy notice was sent (Art. 13)."},
          "undeliverable": {"type": "boolean", "description": "Whether mail to the address comes back."}}},
        "tickets": {"type": "array", "items": {"type": "object", "additionalProperties": false,
          "required": ["number", "mailbox", "yours", "status", "createdAt", "updatedAt"], "properties": {
          "number": {"type": "integer"}, "mailbox": {"type": "string"},
          "yours": {"type": "boolean", "description": "false: somebody else's request in which you were copied."},
          "subject": {"type": "string"}, "status": {"enum": ["new", "open", "pending", "closed"]},
          "tags": {"type": "array", "items": {"type": "string"}},
          "labels": {"type": "array", "items": {"enum": ["art9", "art10", "minor"]},
            "description": "What the law protects more: special categories, offences, a child."},
          "createdAt": {"type": "string", "format": "date-time"},
          "updatedAt": {"type": "string", "format": "date-time"},
          "closedAt": {"type": "string", "format": "date-time"}}}},
        "unsubscribes": {"type": "array", "items": {"type": "object", "additionalProperties": false,
          "required": ["group", "scope", "since", "source"], "properties": {
          "group": {"type": "string", "description": "Mailboxes of one brand share unsubscribes."},
          "ticket": {"type": "integer", "description": "Absent: it is about all tickets."},
          "scope": {"type": "array",
            "items": {"enum": ["ticket", "automatic", "marketing", "drop-request", "notices"]}},
          "since": {"type": "string", "format": "date-time"}, "source": {"type": "string"}}}},
        "resubscribes": {"type": "array", "items": {"type": "object", "additionalProperties": false,
          "required": ["group", "at", "evidence"], "properties": {"group": {"type": "string"},
          "at": {"type": "string", "format": "date-time"}, "evidence": {"type": "string"}}}},
        "requests": {"type": "array", "description": "What was asked under Art. 12-22.",
          "items": {"type": "object", "additionalProperties": false,
          "required": ["reference", "right", "channel", "receivedAt", "state", "wording"], "properties": {
          "reference": {"type": "string"}, "right": {"type": "string"}, "channel": {"type": "string"},
          "receivedAt": {"type": "string", "format": "date-time"}, "state": {"type": "string"},
          "wording": {"type": "string"}, "contact": {"type": "string"}, "ticket": {"type": "integer"},
          "decision": {"type": "string"}, "reasons": {"type": "string"},
          "decidedAt": {"type": "string", "format": "date-time"}}}},
        "erasures": {"type": "array", "items": {"type": "object", "additionalProperties": false,
          "required": ["id", "state", "askedAt"], "properties": {"id": {"type": "string"},
          "state": {"type": "string"}, "askedAt": {"type": "string", "format": "date-time"}}}},
        "exports": {"type": "array", "description": "Earlier copies.", "items": {"type": "object",
          "additionalProperties": false, "required": ["id", "kind", "askedAt", "state"], "properties": {
          "id": {"type": "string"}, "kind": {"type": "string"},
          "askedAt": {"type": "string", "format": "date-time"}, "state": {"type": "string"}}}},
        "restrictions": {"type": "array", "description": "That your data is only kept, not used (Art. 18).",
          "items": {"type": "object", "additionalProperties": false, "required": ["ground", "since"],
          "properties": {"since": {"type": "string", "format": "date-time"},
          "ground": {"enum": ["a", "b", "c", "d", "hold", "erasure"],
            "description": "The letter of Art. 18(1), a hold, or an erasure that waits."}}}},
        "holds": {"type": "array", "description": "That your data must not be erased yet (Art. 17(3)).",
          "items": {"type": "object", "additionalProperties": false, "required": ["article", "since"],
          "properties": {"article": {"type": "string"}, "since": {"type": "string", "format": "date-time"},
          "liftedAt": {"type": "string", "format": "date-time"}}}},
        \(disclosures),
        \(messages),
        "drafts": {"type": "array", "description": "Answers that were begun and not sent.",
          "items": {"type": "object", "additionalProperties": false, "required": ["ticket", "savedAt", "text"],
          "properties": {"ticket": {"type": "integer"}, "savedAt": {"type": "string", "format": "date-time"},
          "text": {"type": "string"}}}},
        "redactions": {"type": "array", "description": "Where this shows less than is kept (Art. 15(4)).",
          "items": {"type": "object", "additionalProperties": false, "required": ["what", "ticket", "count"],
          "properties": {"what": {"enum": ["others", "staff", "file", "messages", "unreadable"]},
          "ticket": {"type": "integer"}, "position": {"type": "integer"}, "count": {"type": "integer"}}}}
        }
        }

        """

    private static let disclosures = """
        "disclosures": {"type": "array", "description": "Who was sent something of yours (Art. 15(1)(c)).",
          "items": {"type": "object", "additionalProperties": false,
          "required": ["kind", "at", "ticket", "files", "state"], "properties": {
          "recipient": {"type": "string"}, "kind": {"enum": ["forward", "copy"]},
          "at": {"type": "string", "format": "date-time"}, "ticket": {"type": "integer"},
          "reason": {"type": "string"}, "basis": {"type": "string"}, "files": {"type": "integer"},
          "state": {"type": "string", "description": "What became of the mail."}}}},
        "reads": {"type": "array", "description": "On which days a ticket was opened, and in how many hours of it.",
          "items": {"type": "object", "additionalProperties": false,
          "required": ["day", "ticket", "hours", "by", "purpose"], "properties": {
          "day": {"type": "string", "format": "date"}, "ticket": {"type": "integer"}, "hours": {"type": "integer"},
          "by": {"enum": ["staff", "program"]}, "purpose": {"const": "ticket"}}}},
        "originals": {"type": "array", "description": "Mails that are held as they came.",
          "items": {"type": "object", "additionalProperties": false, "required": ["path", "ticket", "at", "size"],
          "properties": {"path": {"type": "string"}, "ticket": {"type": "integer"},
          "at": {"type": "string", "format": "date-time"}, "size": {"type": "integer"}}}}
        """

    private static let messages = """
        "messages": {"type": "array", "items": {"type": "object", "additionalProperties": false,
          "required": ["id", "ticket", "position", "direction", "part", "at", "from", "to", "cc", "subject", "text",
            "fromHTML", "automatic", "senderProved", "held", "remarks", "attachments", "reconstructed", "covered",
            "readable"],
          "properties": {"id": {"type": "string"}, "ticket": {"type": "integer"}, "position": {"type": "integer"},
          "direction": {"enum": ["in", "out", "note"]},
          "part": {"enum": ["yours", "to-you", "about-you", "of-others"],
            "description": "Who it is from and for, seen from the person."},
          "at": {"type": "string", "format": "date-time"}, "from": {"type": "string"},
          "to": {"type": "array", "items": {"type": "string"}},
          "cc": {"type": "array", "items": {"type": "string"}}, "replyTo": {"type": "string"},
          "subject": {"type": "string"}, "text": {"type": "string"},
          "fromHTML": {"type": "boolean", "description": "The text was made from HTML, which was not kept."},
          "messageId": {"type": "string"}, "automatic": {"type": "boolean"},
          "automaticReason": {"type": "string"},
          "senderProved": {"type": "boolean", "description": "Whether the sender was proved by the mail server."},
          "held": {"type": "boolean", "description": "It waited for somebody to admit it."},
          "remarks": {"type": "array", "items": {"type": "string"}},
          "attachments": {"type": "array", "items": {"type": "object", "additionalProperties": false,
            "required": ["filename", "mediaType", "size", "withheld"], "properties": {
            "filename": {"type": "string"}, "mediaType": {"type": "string"}, "size": {"type": "integer"},
            "path": {"type": "string"}, "withheld": {"type": "boolean"}}}},
          "mail": {"type": "string", "description": "Its path as a mail file."},
          "reconstructed": {"type": "boolean",
            "description": "The mail file was written anew from what was kept; it is not the original."},
          "delivery": {"type": "string", "description": "What became of a mail to the person."},
          "covered": {"type": "integer", "description": "Addresses and names that are covered in it."},
          "readable": {"type": "boolean", "description": "false: kept, but nobody could open it any more."}}}}
        """
}
