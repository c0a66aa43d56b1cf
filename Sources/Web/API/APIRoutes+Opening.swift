import Desk
import Mail

/// Writing first: a ticket that begins with a mail of ours.
extension APIRoutes {
    func openTicket(_ request: APIRequest) async throws(APIFailure) -> WebResponse {
        let body = try request.body(OpeningBody.self)
        guard let to = EmailAddress(body.to) else { throw .invalid("to", "an address like a@b.example") }
        let draft = OpeningDraft(
            mailbox: try Reading.mailboxName(body.mailbox), to: to, subject: body.subject, text: body.text,
            reason: body.reason, basis: body.basis, attachments: try Self.attachments(body.attachments),
            idempotencyKey: request.request.header("idempotency-key"))
        let ticket = try await asking(about: "the new ticket") { () async throws(DeskRefusal) in
            try await desk.open(draft, as: request.principal)
        }
        return APICoding.response(201, APITicket(ticket)).with("ETag", "\"\(ticket.version)\"")
    }
}
