import Desk

/// Having everything erased, and taking that back while it waits.
extension PortalRooms {
    func erasure(_ request: WebRequest) async -> WebResponse {
        await visit(request) { (visit) async throws(DeskRefusal) in
            let erasure = try await desk.ownErasure(as: visit.principal)
            return .html(200, pages.portalErasure(erasure, visit, desk.settings.value))
        }
    }

    func askForErasure(_ request: WebRequest) async -> WebResponse {
        await submission(request, ["sure"]) { (visit, form) async throws(DeskRefusal) in
            guard form.only("sure") == "1" else { return door.refused(request) }
            guard try await desk.ownErasure(as: visit.principal) != .sharedAddress else { throw .notFound(.erasure) }
            _ = try await desk.askForOwnErasure(as: visit.principal)
            return WebResponse(status: 303, headers: [("Location", "erasure")])
        }
    }

    func takeBackErasure(_ request: WebRequest) async -> WebResponse {
        await submission(request) { (visit, _) async throws(DeskRefusal) in
            try await desk.takeBackOwnErasure(as: visit.principal)
            return .html(
                200,
                pages.portalDone(
                    .portalErasureBackTitle, .portalErasureBackText, [:], visit, desk.settings.value, depth: 2))
        }
    }
}
