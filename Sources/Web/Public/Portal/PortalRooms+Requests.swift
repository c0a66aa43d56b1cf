import Desk

/// Asking for a right in one's own words, and seeing how it stands.
extension PortalRooms {
    /// What can be asked for in words. What has a page of its own is done there.
    static let asked: [RightsRequest.Right] = [
        .information, .rectification, .automatedDecision, .complaint,
    ]

    func requestForm(_ request: WebRequest) async -> WebResponse {
        await visit(request) { (visit) async throws(DeskRefusal) in
            .html(200, pages.portalRequestForm(nil, isTooLong: false, visit, desk.settings.value))
        }
    }

    func makeRequest(_ request: WebRequest) async -> WebResponse {
        await submission(request, ["right", "words"]) { (visit, form) async throws(DeskRefusal) in
            guard let right = form.only("right").flatMap({ RightsRequest.Right(rawValue: $0) }),
                Self.asked.contains(right), let words = form.only("words")
            else { return door.refused(request) }
            guard words.utf8.count <= Limits.portalWordsBytes, words.contains(where: { !$0.isWhitespace }) else {
                return .html(422, pages.portalRequestForm(words, isTooLong: true, visit, desk.settings.value))
            }
            let made = try await desk.openOwnRequest(right, wording: words, as: visit.principal)
            return .html(201, pages.portalRequestMade(made, visit, desk.settings.value))
        }
    }

    func takeBack(_ request: WebRequest) async -> WebResponse {
        await submission(request) { (visit, _) async throws(DeskRefusal) in
            guard let id = RightsRequestID(hex: request.parameters["id"] ?? "") else { throw .notFound(.request) }
            _ = try await desk.takeBackOwnRequest(id, as: visit.principal)
            return toHome(request)
        }
    }

    /// RFC 9110 §15.4.4: what is fetched next shows what holds now, and reloading it sends nothing again.
    func toHome(_ request: WebRequest) -> WebResponse {
        WebResponse(
            status: 303,
            headers: [("Location", String(repeating: "../", count: request.depth) + "my")])
    }
}
