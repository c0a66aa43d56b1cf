import Desk

/// The route table: which door has which routes.
extension Site {
    private static let everywhere: Set<Listener> = [.tcp, .adminSocket, .metrics]

    static func routes(desk: Helpdesk, pages: Pages, metrics: @escaping @Sendable () -> String) -> [Route] {
        publicRoutes(desk: desk, pages: pages) + PortalRoutes(desk: desk, pages: pages).routes
            + operationRoutes(desk: desk, metrics: metrics) + APIRoutes(desk: desk).routes
    }

    private static func publicRoutes(desk: Helpdesk, pages: Pages) -> [Route] {
        let link = UnsubscribeEndpoint(desk: desk, pages: pages)
        let confirm = ConfirmEndpoint(desk: desk, pages: pages)
        let consent = ConsentEndpoint(desk: desk, pages: pages)
        let privacy = PrivacyEndpoint(desk: desk, pages: pages)
        return [
            Route("GET", "/u/{token}", on: [.tcp], for: .everybody) { await link.show($0) },
            Route("POST", "/u/{token}", on: [.tcp], for: .everybody, bodyLimit: Limits.formBytes) {
                await link.submit($0)
            },
            Route("GET", "/confirm/{token}", on: [.tcp], for: .everybody) { await confirm.show($0) },
            Route("POST", "/confirm/{token}", on: [.tcp], for: .everybody, bodyLimit: Limits.formBytes) {
                await confirm.submit($0)
            },
            Route("GET", "/consent/{purpose}", on: [.tcp], for: .everybody) { await consent.show($0) },
            Route("POST", "/consent/{purpose}", on: [.tcp], for: .everybody, bodyLimit: Limits.formBytes) {
                await consent.submit($0)
            },
            Route("GET", "/privacy", on: [.tcp], for: .everybody) { await privacy.notice($0) },
            Route("GET", "/privacy/facts", on: [.tcp], for: .everybody) { privacy.facts($0) },
            Route("GET", "/assets/style.css", on: [.tcp], for: .everybody) { _ in StyleSheet.response },
        ]
    }

    private static func operationRoutes(desk: Helpdesk, metrics: @escaping @Sendable () -> String) -> [Route] {
        let health = HealthEndpoint(desk: desk)
        return [
            Route("GET", "/healthz", on: everywhere, for: .everybody) { _ in .text(200, "ok\n") },
            Route("GET", "/readyz", on: everywhere, for: .everybody) { _ in await health.ready() },
            Route("GET", "/metrics", on: [.adminSocket, .metrics], for: .everybody) { _ in
                // The content type of the Prometheus text format.
                .text(200, metrics(), contentType: "text/plain; version=0.0.4; charset=utf-8")
            },
        ]
    }
}
