package import Desk

/// Everything the web server answers, without a socket: the route table, who may come in, and the headers that every
/// answer carries.
package struct Site: Sendable {
    /// What happens to a request whose head was read and whose body was not.
    package enum Admission: Sendable {
        case refused(WebResponse)
        /// Read the body up to this many bytes, put the principal in, and call `answer`.
        case admitted(bodyLimit: Int, principal: Principal?)
    }

    let desk: Helpdesk
    let router: Router
    let pages: Pages

    package init(desk: Helpdesk, metrics: @escaping @Sendable () -> String) {
        self.desk = desk
        let pages = Pages()
        self.pages = pages
        self.router = Router(Self.routes(desk: desk, pages: pages, metrics: metrics))
    }

    package var routes: [Route] { router.routes }

    /// Decides on the head alone: nobody may send a large body who will be refused anyway.
    package func admit(_ head: WebRequest) async -> Admission {
        guard head.path.utf8.count + head.query.utf8.count <= Limits.targetBytes else {
            return .refused(
                sealed(
                    told(414, "too-long", "The address is longer than \(Limits.targetBytes) bytes.", head), for: head))
        }
        switch router.match(head.method, head.path, on: head.listener) {
        case .nothing:
            return .refused(sealed(notFound(head), for: head))
        case .otherMethods(let methods):
            let allowed = methods.joined(separator: ", ")
            let response = told(405, "method-not-allowed", "This path takes other methods. Use \(allowed).", head).with(
                "Allow", allowed)
            return .refused(sealed(response, for: head))
        case .found(let route, _):
            guard route.access == .principals else { return .admitted(bodyLimit: route.bodyLimit, principal: nil) }
            do throws(APIFailure) {
                let principal = try await Doorkeeper(desk: desk).principal(of: head)
                return .admitted(bodyLimit: route.bodyLimit, principal: principal)
            } catch {
                return .refused(sealed(error.response, for: head))
            }
        }
    }

    /// Answers a request that was admitted and read.
    package func answer(_ request: WebRequest) async -> WebResponse {
        guard case .found(let route, let parameters) = router.match(request.method, request.path, on: request.listener)
        else { return sealed(notFound(request), for: request) }
        guard request.body.count <= route.bodyLimit else { return tooLarge(request, limit: route.bodyLimit) }
        var routed = request
        routed.parameters = parameters
        return sealed(await route.handler(routed), for: request)
    }

    /// Both in one, as a test or a caller without a socket does it.
    package func respond(to request: WebRequest) async -> WebResponse {
        switch await admit(request) {
        case .refused(let response): return response
        case .admitted(_, let principal):
            var admitted = request
            admitted.principal = principal
            return await answer(admitted)
        }
    }

    package func tooLarge(_ request: WebRequest, limit: Int) -> WebResponse {
        sealed(APIFailure.tooLarge(limit: limit).response, for: request)
    }

    package func tooSlow(_ request: WebRequest) -> WebResponse {
        sealed(told(408, "too-slow", "The request took too long. Send it again.", request), for: request)
    }

    package func overloaded(_ request: WebRequest) -> WebResponse {
        let wait = "\(Limits.retryWhenBusy)"
        return sealed(
            told(503, "overloaded", "Too many requests at once. Try again in \(wait) seconds.", request)
                .with("Retry-After", wait),
            for: request)
    }

    private func notFound(_ request: WebRequest) -> WebResponse {
        guard request.path.hasPrefix("/api/") else {
            return .text(404, "There is no page at this address. Open the whole link again, or start at /privacy.\n")
        }
        return APIFailure.noSuchPath.response
    }

    /// A sentence for whoever asks; from the API a problem that says it (RFC 9457 §3).
    private func told(_ status: Int, _ type: String, _ sentence: String, _ request: WebRequest) -> WebResponse {
        guard request.path.hasPrefix("/api/") else { return .text(status, sentence + "\n") }
        let problem = APIProblem(type, status, "The request was not taken", sentence)
        return WebResponse(
            status: status, headers: [("Content-Type", "application/problem+json")],
            body: APICoding.encodedProblem(problem))
    }

    /// The last word on every answer. A HEAD gets the length of what GET would have sent (RFC 9110 §9.3.2).
    private func sealed(_ response: WebResponse, for request: WebRequest) -> WebResponse {
        var sealed = response.hardened()
        sealed.headers.append(("Content-Length", "\(sealed.body.count + (sealed.stream?.length ?? 0))"))
        if request.method == "HEAD" {
            sealed.body = []
            sealed.stream = nil
        }
        return sealed
    }
}
