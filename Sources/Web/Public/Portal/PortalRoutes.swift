import Desk

/// The routes of `/my`, where people see and change what is kept about them. Over TCP only; the session's cookie, or
/// the secret of a link, is the authority.
struct PortalRoutes: Sendable {
    let desk: Helpdesk
    let pages: Pages

    var routes: [Route] {
        let door = PortalDoor(desk: desk, pages: pages)
        let rooms = PortalRooms(door: door)
        return [
            route("GET", "/my") { await rooms.home($0) },
            route("POST", "/my/ask") { await door.ask($0) },
            route("GET", "/my/link/{token}") { await door.showLink($0) },
            route("POST", "/my/link/{token}") { await door.useLink($0) },
            route("POST", "/my/sign-out") { await door.signOut($0) },
            route("GET", "/my/conversations") { await rooms.conversations($0) },
            route("GET", "/my/conversations/{number}") { await rooms.conversation($0) },
            route("GET", "/my/conversations/{number}/files/{id}") { await rooms.file($0) },
            route("GET", "/my/mail") { await rooms.mail($0) },
            route("POST", "/my/mail") { await rooms.chooseMail($0) },
            route("GET", "/my/requests") { await rooms.requestForm($0) },
            route("POST", "/my/requests") { await rooms.makeRequest($0) },
            route("POST", "/my/requests/{id}/withdrawal") { await rooms.takeBack($0) },
            route("GET", "/my/restriction") { await rooms.restriction($0) },
            route("POST", "/my/restriction") { await rooms.askForRestriction($0) },
            route("GET", "/my/exports") { await rooms.exports($0) },
            route("POST", "/my/exports") { await rooms.askForExport($0) },
            route("GET", "/my/exports/{id}") { await rooms.download($0) },
            route("POST", "/my/exports/{id}/end") { await rooms.endExport($0) },
            route("GET", "/my/consents") { await rooms.consents($0) },
            route("POST", "/my/consents/withdrawal") { await rooms.withdrawConsent($0) },
            route("GET", "/my/name") { await rooms.name($0) },
            route("POST", "/my/name") { await rooms.correctName($0) },
            route("GET", "/my/objection") { await rooms.objection($0) },
            route("POST", "/my/objection") { await rooms.object($0) },
            route("GET", "/my/erasure") { await rooms.erasure($0) },
            route("POST", "/my/erasure") { await rooms.askForErasure($0) },
            route("POST", "/my/erasure/withdrawal") { await rooms.takeBackErasure($0) },
        ]
    }

    private func route(_ method: String, _ pattern: String, _ handler: @escaping Route.Handler) -> Route {
        Route(method, pattern, on: [.tcp], for: .everybody, bodyLimit: Limits.portalFormBytes, handler: handler)
    }
}
