import Curl
import Foundation
import Web

/// Talks to the running daemon over its admin socket, as `docker` talks to `dockerd`.
///
/// The daemon alone opens the store and the keys; this only asks. Every answer that is not a success becomes one
/// `OperatorError` with the daemon's own words.
struct AdminClient: Sendable {
    let socket: String

    enum Method: String {
        case get = "GET"
        case post = "POST"
        case put = "PUT"
        case patch = "PATCH"
        case delete = "DELETE"
    }

    func send(
        _ method: Method, _ path: String, body: [UInt8]? = nil, headers: [(name: String, value: String)] = []
    ) async throws(OperatorError) -> [UInt8] {
        var all = headers + [(name: "Accept", value: "application/json")]
        if body != nil { all.append((name: "Content-Type", value: "application/json")) }
        guard var request = HTTPRequest(method.rawValue, "http://ticketd" + path, headers: all, body: body) else {
            throw OperatorError(
                "the request cannot be written", thing: path, remedy: "Check the arguments for control characters.",
                exitCode: .usage)
        }
        request.unixSocket = socket
        request.timeout = .seconds(120)
        request.responseLimit = 64 * 1024 * 1024
        let response: HTTPResponse
        do throws(HTTPFailure) {
            response = try await HTTPClient.send(request)
        } catch {
            throw unreachable(error)
        }
        guard (200..<300).contains(response.status) else { throw refused(response) }
        return response.body
    }

    func json<Answer: Decodable>(
        _ method: Method, _ path: String, _ type: Answer.Type, body: [UInt8]? = nil,
        headers: [(name: String, value: String)] = []
    ) async throws(OperatorError) -> Answer {
        let bytes = try await send(method, path, body: body, headers: headers)
        do {
            return try APICoding.decoder().decode(type, from: Data(bytes))
        } catch {
            throw OperatorError(
                "the daemon's answer cannot be read", thing: path,
                remedy: "Daemon and command line may be of different versions: restart ticketd.", exitCode: .bug)
        }
    }

    /// Whether a daemon is there at all.
    func isAnswered() async -> Bool {
        guard var request = HTTPRequest("GET", "http://ticketd/healthz") else { return false }
        request.unixSocket = socket
        request.timeout = .seconds(10)
        do throws(HTTPFailure) {
            return try await HTTPClient.send(request).status == 200
        } catch {
            return false
        }
    }

    func encode(_ value: some Encodable) throws(OperatorError) -> [UInt8] {
        do {
            return Array(try APICoding.encoder().encode(value))
        } catch {
            throw OperatorError(
                "the request cannot be written", thing: "its values", remedy: "Check the arguments.", exitCode: .usage)
        }
    }

    private func unreachable(_ failure: HTTPFailure) -> OperatorError {
        switch failure {
        case .unreachable:
            OperatorError(
                "the daemon does not answer", thing: socket,
                remedy:
                    "Start it with `systemctl start ticketd`, or name the socket of its configuration with --config.",
                exitCode: .unavailable)
        case .timedOut:
            OperatorError(
                "the daemon did not answer in time", thing: socket,
                remedy: "Look at `journalctl -u ticketd`.", exitCode: .unavailable)
        case .tlsRefused, .tooLarge, .dropped, .overloaded:
            OperatorError(
                "the conversation with the daemon broke off", thing: socket,
                remedy: "Look at `journalctl -u ticketd` and try again.", exitCode: .unavailable)
        }
    }

    private func refused(_ response: HTTPResponse) -> OperatorError {
        let exitCode: ExitStatus =
            switch response.status {
            case 401, 403: .notAllowed
            case 400, 404, 409, 413, 415, 422: .usage
            case 503: .unavailable
            default: .bug
            }
        do {
            let problem = try APICoding.decoder().decode(APIProblem.self, from: Data(response.body))
            return OperatorError(problem.title, thing: problem.detail, remedy: "", exitCode: exitCode)
        } catch {
            return OperatorError(
                "the daemon refused", thing: "status \(response.status)",
                remedy: "Look at `journalctl -u ticketd`.", exitCode: exitCode)
        }
    }
}
