import Desk

/// Having what is kept withheld, on a ground of Art. 18(1). Objecting, which does so too, has a page of its own.
extension PortalRooms {
    static let grounds: [Restriction.Ground] = [.accuracy, .unlawful, .claims]

    func restriction(_ request: WebRequest) async -> WebResponse {
        await visit(request) { (visit) async throws(DeskRefusal) in
            let standing = try await desk.ownRestrictions(as: visit.principal)
            return .html(200, pages.portalRestriction(standing, visit, desk.settings.value))
        }
    }

    func askForRestriction(_ request: WebRequest) async -> WebResponse {
        await submission(request, ["ground", "words"]) { (visit, form) async throws(DeskRefusal) in
            guard let ground = form.only("ground").flatMap({ Restriction.Ground(rawValue: $0) }),
                Self.grounds.contains(ground), let words = form.only("words"),
                words.utf8.count <= Limits.portalWordsBytes
            else { return door.refused(request) }
            _ = try await desk.askForOwnRestriction(on: ground, wording: words, as: visit.principal)
            return WebResponse(status: 303, headers: [("Location", "restriction")])
        }
    }
}
