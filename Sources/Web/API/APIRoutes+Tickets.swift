import Desk
import Foundation
import Mail

/// Tickets: list, open, search, show, answer, note, change, download.
extension APIRoutes {
    var ticketRoutes: [Route] {
        [
            route("GET", "/tickets") { (request) async throws(APIFailure) in try await list(request) },
            route("POST", "/tickets", bodyLimit: Limits.replyBytes) {
                (request) async throws(APIFailure) in try await openTicket(request)
            },
            route("POST", "/tickets/search") { (request) async throws(APIFailure) in try await search(request) },
            route("GET", "/tickets/{number}") { (request) async throws(APIFailure) in try await show(request) },
            route("PATCH", "/tickets/{number}") { (request) async throws(APIFailure) in try await change(request) },
            route("POST", "/tickets/{number}/replies", bodyLimit: Limits.replyBytes) {
                (request) async throws(APIFailure) in try await reply(request)
            },
            route("POST", "/tickets/{number}/notes") { (request) async throws(APIFailure) in try await note(request) },
            route("GET", "/tickets/{number}/attachments/{id}") { (request) async throws(APIFailure) in
                try await download(request)
            },
        ]
    }

    private func list(_ request: APIRequest) async throws(APIFailure) -> WebResponse {
        // What may be personal, an assignee or a tag, is asked for by POST: it never stands in a URL over TCP.
        let query = try request.query([
            "status", "mailbox", "priority", "snoozed", "label", "unassigned", "unchangedFor", "filter", "after",
            "limit",
        ])
        var body = TicketSearchBody(filter: query["filter"], after: query["after"])
        body.criteria.status = query["status"]
        body.criteria.mailbox = query["mailbox"]
        body.criteria.priority = query["priority"]
        body.criteria.snoozed = query["snoozed"]
        body.criteria.label = query["label"]
        if let text = query["unassigned"] {
            guard text == "true" else { throw .invalid("unassigned", "true, or nothing") }
            body.criteria.unassigned = true
        }
        if let text = query["unchangedFor"] {
            guard let seconds = Int64(text) else { throw .invalid("unchangedFor", "a number of seconds") }
            body.criteria.unchangedFor = seconds
        }
        if let text = query["limit"] {
            guard let limit = Int(text) else { throw .invalid("limit", "a number") }
            body.limit = limit
        }
        return try await page(body, request)
    }

    private func search(_ request: APIRequest) async throws(APIFailure) -> WebResponse {
        let body = try request.body(TicketSearchBody.self)
        if let text = body.text, text.allSatisfy(\.isWhitespace) { throw .invalid("text", "words to look for") }
        return try await page(body, request)
    }

    private func page(_ body: TicketSearchBody, _ request: APIRequest) async throws(APIFailure) -> WebResponse {
        var criteria = try body.criteria.criteria()
        if let name = body.filter {
            criteria = criteria.completed(by: try await self.criteria(savedAs: name, request))
        }
        // Whoever looks for words wants to find them, put off or not.
        if body.text != nil, criteria.snoozing == nil { criteria.snoozing = .any }
        let filter = TicketFilter(
            criteria, text: body.text, order: try Reading.searchOrder(body.order),
            after: try Reading.pageKey(body.after), limit: body.limit ?? Desk.Limits.pageLength)
        let page = try await asking(about: "the list") { () async throws(DeskRefusal) in
            try await desk.tickets(filter, as: request.principal)
        }
        return APICoding.response(200, APITicketPage(page))
    }

    private func show(_ request: APIRequest) async throws(APIFailure) -> WebResponse {
        let number = try request.ticketNumber()
        let view = try await asking(about: "ticket \(number.value)") { () async throws(DeskRefusal) in
            try await desk.ticket(number, as: request.principal)
        }
        return APICoding.response(200, APITicket(view)).with("ETag", "\"\(view.ticket.version)\"")
    }

    private func change(_ request: APIRequest) async throws(APIFailure) -> WebResponse {
        let number = try request.ticketNumber()
        let body = try request.body(TicketPatchBody.self)
        let changes = TicketChanges(
            status: try Reading.ticketStatus(body.status), assignee: body.assignee, tags: body.tags,
            priority: try Reading.ticketPriority(body.priority), labels: try Reading.privacyLabels(body.labels))
        let version = try request.ifVersion()
        let ticket = try await asking(about: "ticket \(number.value)") { () async throws(DeskRefusal) in
            try await desk.change(number, to: changes, ifVersion: version, as: request.principal)
        }
        return APICoding.response(200, APITicket(ticket)).with("ETag", "\"\(ticket.version)\"")
    }

    private func reply(_ request: APIRequest) async throws(APIFailure) -> WebResponse {
        let number = try request.ticketNumber()
        let body = try request.body(ReplyBody.self)
        var draft = ReplyDraft(
            text: body.text, close: body.close, carbonCopies: try Self.addresses(body.cc),
            attachments: try Self.attachments(body.attachments),
            override: body.override.map { SuppressionOverride(reason: $0.reason, basis: $0.basis) },
            ifVersion: try request.ifVersion(), idempotencyKey: request.request.header("idempotency-key"))
        draft.ifUnanswered = body.ifUnanswered
        draft.isSigned = body.signature
        if let canned = body.canned {
            guard let name = ShortName(canned) else { throw .invalid("canned", ShortName.expected) }
            draft.canned = name
        }
        let answer = draft
        let message = try await asking(about: "the reply to ticket \(number.value)") { () async throws(DeskRefusal) in
            try await desk.reply(to: number, with: answer, as: request.principal)
        }
        return APICoding.response(201, APIMessage(message))
    }

    private func note(_ request: APIRequest) async throws(APIFailure) -> WebResponse {
        let number = try request.ticketNumber()
        let body = try request.body(TextBody.self)
        let message = try await asking(about: "ticket \(number.value)") { () async throws(DeskRefusal) in
            try await desk.note(body.text, on: number, as: request.principal)
        }
        return APICoding.response(201, APIMessage(message))
    }

    private func download(_ request: APIRequest) async throws(APIFailure) -> WebResponse {
        let number = try request.ticketNumber()
        let id = try request.identifier(AttachmentID.self, of: .attachment)
        let (summary, bytes) = try await asking(about: "attachment \(id.hex)") { () async throws(DeskRefusal) in
            try await desk.attachment(id, of: number, as: request.principal)
        }
        return Download.response(filename: summary.filename, mediaType: summary.mediaType, bytes: bytes)
    }

    private static func addresses(_ texts: [String]) throws(APIFailure) -> [EmailAddress] {
        var addresses: [EmailAddress] = []
        for (index, text) in texts.enumerated() {
            guard let address = EmailAddress(text) else {
                throw .invalid("cc[\(index)]", "an address like a@b.example")
            }
            addresses.append(address)
        }
        return addresses
    }

    static func attachments(_ files: [ReplyBody.Attachment]) throws(APIFailure) -> [ComposedAttachment] {
        var attachments: [ComposedAttachment] = []
        for (index, file) in files.enumerated() {
            guard let content = Data(base64Encoded: file.content) else {
                throw .invalid("attachments[\(index)].content", "base64 of RFC 4648 §4, padded, in one line")
            }
            attachments.append(
                ComposedAttachment(filename: file.filename, mediaType: file.mediaType, bytes: Array(content)))
        }
        return attachments
    }
}
