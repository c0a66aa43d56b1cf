import Desk

/// Senders whose mail opens no ticket. An address never stands in a URL.
extension APIRoutes {
    var blockRoutes: [Route] {
        [
            route("GET", "/blocks") { (request) async throws(APIFailure) in
                _ = try request.query([])
                let blocks = try await asking(about: "the list of blocks") { () async throws(DeskRefusal) in
                    try await desk.blocks(as: request.principal)
                }
                return APICoding.response(200, APIBlocks(blocks: blocks.map { APIBlocks.Block($0) }))
            },
            route("POST", "/blocks") { (request) async throws(APIFailure) in
                let target = try Self.target(of: request)
                try await asking(about: "the block") { () async throws(DeskRefusal) in
                    try await desk.block(target, as: request.principal)
                }
                return WebResponse(status: 204)
            },
            route("POST", "/blocks/remove") { (request) async throws(APIFailure) in
                let target = try Self.target(of: request)
                let wasThere = try await asking(about: "the block") { () async throws(DeskRefusal) in
                    try await desk.unblock(target, as: request.principal)
                }
                return APICoding.response(200, APIUnblocked(removed: wasThere))
            },
        ]
    }

    private static func target(of request: APIRequest) throws(APIFailure) -> BlockTarget {
        guard let target = BlockTarget(try request.body(BlockBody.self).target) else {
            throw .invalid("target", BlockTarget.expected)
        }
        return target
    }
}
