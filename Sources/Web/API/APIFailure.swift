package import Desk

/// Why the API does not do what was asked. Its `problem` is what the caller reads.
package enum APIFailure: Error, Sendable, Equatable {
    /// The desk said no; `thing` is what it said no to ("ticket 1042").
    case refused(DeskRefusal, thing: String)
    case unauthenticated(isTokenBad: Bool)
    case noSuchPath
    /// The body is no JSON at all.
    case malformed
    /// The body does not say that it is JSON.
    case notJSON
    case tooLarge(limit: Int)

    static func invalid(_ field: String, _ expected: String) -> APIFailure {
        .refused(.invalid(field: field, expected: expected), thing: "the request")
    }

    package var problem: APIProblem {
        switch self {
        case .refused(let refusal, let thing): APIProblem(refusal, of: thing)
        case .unauthenticated(let isTokenBad):
            APIProblem(
                "unauthenticated", 401, isTokenBad ? "The token is not valid" : "A token is needed",
                "This API answers only to known callers. Send “Authorization: Bearer TOKEN” with a token of "
                    + "`ticketd tokens add` that is neither revoked nor expired.")
        case .noSuchPath:
            APIProblem(
                "not-found", 404, "No such path", "This API has no such path. See /api/openapi.json for those it has.")
        case .malformed:
            APIProblem(
                "malformed", 400, "The body is not JSON", "The body could not be read. Send one JSON object in UTF-8.")
        case .notJSON:
            APIProblem(
                "unsupported-media-type", 415, "The body is not declared as JSON",
                "The body cannot be read as it is declared. Send it with “Content-Type: application/json”.")
        case .tooLarge(let limit):
            APIProblem(
                "too-large", 413, "The body is too large",
                "The body was not read. Send at most \(limit) bytes to this path.")
        }
    }

    /// RFC 9457 §3.
    var response: WebResponse {
        let problem = problem
        var response = WebResponse(
            status: problem.status, headers: [("Content-Type", "application/problem+json")],
            body: APICoding.encodedProblem(problem))
        switch self {
        case .unauthenticated(let isTokenBad):
            // RFC 6750 §3.
            let error = isTokenBad ? ", error=\"invalid_token\"" : ""
            response.headers.append(("WWW-Authenticate", "Bearer realm=\"ticketd\"" + error))
        case .refused(.storage(.notWritable), _):
            response.headers.append(("Retry-After", "\(Limits.retryWhenNotWritable)"))
        case .refused(.storage(.busy), _):
            response.headers.append(("Retry-After", "\(Limits.retryWhenBusy)"))
        default: break
        }
        return response
    }
}
