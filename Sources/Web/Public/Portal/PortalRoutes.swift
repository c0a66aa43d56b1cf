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
        ]
    }

    private func route(_ method: String, _ pattern: String, _ handler: @escaping Route.Handler) -> Route {
        Route(method, pattern, on: [.tcp], for: .everybody, bodyLimit: Limits.portalFormBytes, handler: handler)
    }
}
