import Curl
import Desk

/// Discovery on the real network.
extension ServerDiscovery {
    static func live(world: World, caFile: String?, helloName: String) -> ServerDiscovery {
        ServerDiscovery(
            naming: .live(world: world), fetch: body,
            connect: { url in
                guard let endpoint = ServerEndpoint(url) else { return .noAddress }
                return await ServerTrial.run(
                    endpoint, caFile: caFile, timeout: DiscoveryLimits.connect, helloName: helloName)
            })
    }

    @Sendable private static func body(of url: String) async -> [UInt8]? {
        guard var request = HTTPRequest("GET", url) else { return nil }
        request.timeout = DiscoveryLimits.fetch
        request.responseLimit = DiscoveryLimits.documentOctets
        do throws(HTTPFailure) {
            let response = try await HTTPClient.send(request)
            return response.status == 200 ? response.body : nil
        } catch {
            return nil
        }
    }
}
