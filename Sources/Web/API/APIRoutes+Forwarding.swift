import Desk
import Mail

/// Handing a message on to somebody outside.
extension APIRoutes {
    var forwardingRoutes: [Route] {
        [
            route("POST", "/tickets/{number}/messages/{id}/forward", bodyLimit: Limits.replyBytes) {
                (request) async throws(APIFailure) in try await forward(request)
            }
        ]
    }

    private func forward(_ request: APIRequest) async throws(APIFailure) -> WebResponse {
        let number = try request.ticketNumber()
        let id = try request.identifier(TicketMessageID.self, of: .message)
        let body = try request.body(ForwardBody.self)
        guard let to = EmailAddress(body.to) else { throw .invalid("to", "an address like a@b.example") }
        var files: [AttachmentID] = []
        for (index, text) in body.attachments.enumerated() {
            guard let id = AttachmentID(hex: text) else {
                throw .invalid("attachments[\(index)]", "the id of an attachment")
            }
            files.append(id)
        }
        guard files.isEmpty || !body.allAttachments else {
            throw .invalid("allAttachments", "false when attachments are chosen")
        }
        let draft = ForwardDraft(
            to: to, reason: body.reason, basis: body.basis, text: body.text,
            files: body.allAttachments ? .all : .chosen(files), ifVersion: try request.ifVersion(),
            idempotencyKey: request.request.header("idempotency-key"))
        let message = try await asking(about: "message \(id.hex)") { () async throws(DeskRefusal) in
            try await desk.forward(id, of: number, with: draft, as: request.principal)
        }
        return APICoding.response(201, APIMessage(message))
    }
}
