import Desk

/// The key of the kits that are written while a breach is open. It comes in over the admin socket and never goes out.
extension APIRoutes {
    var breachKitRoutes: [Route] {
        [
            route("POST", "/breach-kit-key", on: [.adminSocket]) { (request) async throws(APIFailure) in
                let body = try request.body(BreachKitKeyBody.self)
                try await asking(about: "the key of the kits") { () async throws(DeskRefusal) in
                    try await desk.setBreachKitKey(
                        BreachKitKey(logN: body.logN, salt: body.salt, key: body.key), as: request.principal)
                }
                return APICoding.response(201, APIBreachKitKey(kept: true))
            }
        ]
    }
}
