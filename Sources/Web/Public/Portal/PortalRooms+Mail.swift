import Desk

/// Which mail somebody wants of us. What holds now is chosen; nothing changes without the button (P13).
extension PortalRooms {
    func mail(_ request: WebRequest) async -> WebResponse {
        await visit(request) { (visit) async throws(DeskRefusal) in
            let choice = try await desk.mailChoice(as: visit.principal)
            return .html(200, pages.portalMail(choice, isSaved: false, visit, desk.settings.value))
        }
    }

    func chooseMail(_ request: WebRequest) async -> WebResponse {
        await submission(request, ["mail"]) { (visit, form) async throws(DeskRefusal) in
            guard let choice = form.only("mail").flatMap({ PortalMailChoice(rawValue: $0) }) else {
                return door.refused(request)
            }
            try await desk.choose(choice, as: visit.principal)
            return .html(200, pages.portalMail(choice, isSaved: true, visit, desk.settings.value))
        }
    }
}
