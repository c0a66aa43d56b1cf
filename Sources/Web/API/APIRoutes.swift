import Desk

/// The routes of `/api/v1`. Each turns a request into one verb of the desk and the verb's answer into a shape.
///
/// Every verb gets the principal and decides itself; a refusal becomes a problem here, in one place.
struct APIRoutes: Sendable {
    let desk: Helpdesk

    typealias Verb = @Sendable (APIRequest) async throws(APIFailure) -> WebResponse

    var routes: [Route] {
        let document = OpenAPI.response
        let parts = [
            ticketRoutes,
            structureRoutes,
            forwardingRoutes,
            comfortRoutes,
            queueRoutes,
            wordingRoutes,
            peopleRoutes,
            outboxRoutes,
            quarantineRoutes,
            blockRoutes,
            operatorRoutes,
            signInRoutes,
            agentRoutes,
            webhookRoutes,
            erasureRoutes,
            exportRoutes,
            auditRoutes,
            registerRoutes,
            rightsRoutes,
            restrictionRoutes,
            holdRoutes,
            consentRoutes,
            breachRoutes,
            rectificationRoutes,
            breachCandidateRoutes,
            keyRoutes,
            retentionRoutes,
            officerRoutes,
            breachKitRoutes,
            complianceRoutes,
            impactRoutes,
        ]
        return parts.flatMap { $0 } + [
            Route("GET", "/api/openapi.json", on: [.tcp, .adminSocket], for: .everybody) { _ in document }
        ]
    }

    func route(
        _ method: String, _ pattern: String, on listeners: Set<Listener> = [.tcp, .adminSocket],
        bodyLimit: Int = Limits.bodyBytes, verb: @escaping Verb
    ) -> Route {
        Route(method, "/api/v1" + pattern, on: listeners, for: .principals, bodyLimit: bodyLimit) { request in
            do throws(APIFailure) {
                guard let principal = request.principal else { throw .unauthenticated(isTokenBad: false) }
                return try await verb(APIRequest(request, principal: principal))
            } catch {
                return error.response
            }
        }
    }
}

/// Asks the desk and names, should it refuse, the thing it refused.
func asking<Value>(
    about thing: String, _ question: () async throws(DeskRefusal) -> Value
) async throws(APIFailure) -> Value {
    do throws(DeskRefusal) {
        return try await question()
    } catch {
        throw .refused(error, thing: thing)
    }
}
