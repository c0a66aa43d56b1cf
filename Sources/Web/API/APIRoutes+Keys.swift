import Desk

/// Replacing the keys that wrap people's keys. No key passes here, only numbers.
extension APIRoutes {
    var keyRoutes: [Route] {
        [
            route("GET", "/keys") { (request) async throws(APIFailure) in
                let rotation = try await asking(about: "the keys") { () async throws(DeskRefusal) in
                    try await desk.keyRotation(as: request.principal)
                }
                return APICoding.response(200, APIKeys(rotation))
            },
            route("POST", "/keys/rotations", on: [.adminSocket]) { (request) async throws(APIFailure) in
                let rotation = try await asking(about: "the keys") { () async throws(DeskRefusal) in
                    try await desk.rotateKeys(as: request.principal)
                }
                return APICoding.response(202, APIKeys(rotation))
            },
        ]
    }
}
