import Desk

/// What somebody wrote to us and what we answered.
extension PortalRooms {
    func conversations(_ request: WebRequest) async -> WebResponse {
        await visit(request) { (visit) async throws(DeskRefusal) in
            let found = try await desk.conversations(as: visit.principal)
            return .html(200, pages.portalConversations(found, visit, desk.settings.value))
        }
    }

    func conversation(_ request: WebRequest) async -> WebResponse {
        await visit(request) { (visit) async throws(DeskRefusal) in
            let found = try await desk.conversation(try number(of: request), as: visit.principal)
            return .html(200, pages.portalConversation(found, visit, desk.settings.value))
        }
    }

    func file(_ request: WebRequest) async -> WebResponse {
        await visit(request) { (visit) async throws(DeskRefusal) in
            guard let id = AttachmentID(hex: request.parameters["id"] ?? "") else { throw .notFound(.attachment) }
            let (file, bytes) = try await desk.ownAttachment(id, of: try number(of: request), as: visit.principal)
            return Download.response(filename: file.filename, mediaType: file.mediaType, bytes: bytes)
        }
    }

    private func number(of request: WebRequest) throws(DeskRefusal) -> TicketNumber {
        guard let number = Int64(request.parameters["number"] ?? "").flatMap({ TicketNumber($0) }) else {
            throw .notFound(.ticket)
        }
        return number
    }
}
