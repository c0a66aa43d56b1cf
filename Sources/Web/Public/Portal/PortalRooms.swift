import Desk

/// The pages of `/my` behind the door: each for whoever is signed in, and about nobody else.
struct PortalRooms: Sendable {
    let door: PortalDoor

    var desk: Helpdesk { door.desk }
    var pages: Pages { door.pages }

    /// Whoever is signed in, and what every form of theirs carries.
    struct Visit: Sendable {
        var principal: Principal
        var formKey: String
        var language: Language
    }

    func home(_ request: WebRequest) async -> WebResponse {
        await visit(request, otherwise: door.askPage(request)) { (visit) async throws(DeskRefusal) in
            let home = PortalHome(
                overview: try await desk.overview(as: visit.principal),
                requests: try await desk.ownRequests(as: visit.principal))
            return .html(200, pages.portalHome(home, visit, desk.settings.value))
        }
    }

    /// Lets in who is signed in. A session that has ended is told so; nothing else tells it from none.
    func visit(
        _ request: WebRequest, otherwise: WebResponse? = nil,
        _ body: (Visit) async throws(DeskRefusal) -> WebResponse
    ) async -> WebResponse {
        do throws(DeskRefusal) {
            guard let session = PortalCookie.session(of: request), let principal = try await desk.visitor(session)
            else { return otherwise ?? door.refused(request) }
            return try await body(
                Visit(principal: principal, formKey: session.formKey, language: door.language(of: request)))
        } catch {
            return door.failed(error, request)
        }
    }

    /// A form of ours: sent from here, with the session's key and exactly these fields besides.
    func submission(
        _ request: WebRequest, _ fields: Set<String> = [],
        _ body: (Visit, FormFields) async throws(DeskRefusal) -> WebResponse
    ) async -> WebResponse {
        await visit(request) { (visit) async throws(DeskRefusal) in
            guard request.isFromHere, let form = request.form, form.only("key") == visit.formKey,
                Set(form.names).subtracting(["key"]).isSubset(of: fields)
            else { return door.refused(request) }
            return try await body(visit, form)
        }
    }
}

/// What the first page shows.
struct PortalHome: Sendable {
    var overview: PortalOverview
    var requests: [RightsRequest]
}
