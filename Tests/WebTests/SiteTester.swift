import Desk
import DeskTesting
import Foundation
import Web

/// A site on a test desk, and short ways to ask it.
struct SiteTester {
    let test: TestDesk
    let site: Site

    init(_ change: (inout DeskSettings) -> Void = { _ in }) throws {
        test = try TestDesk(change)
        site = Site(desk: test.desk, metrics: { "up 1\n" })
    }

    func send(
        _ method: String, _ target: String, _ headers: [(name: String, value: String)] = [], body: String = "",
        on listener: Listener = .tcp
    ) async -> WebResponse {
        await site.respond(
            to: WebRequest(
                method: method, target: target, headers: headers, body: Array(body.utf8), listener: listener))
    }

    /// As root on the admin socket.
    func asOperator(_ method: String, _ target: String, json: String? = nil) async -> WebResponse {
        await site.respond(
            to: WebRequest(
                method: method, target: target, headers: json == nil ? [] : [("Content-Type", "application/json")],
                body: Array((json ?? "").utf8), listener: .adminSocket, principal: .operatorOnHost))
    }

    func asBearer(
        _ token: String, _ method: String, _ target: String, json: String? = nil,
        _ headers: [(name: String, value: String)] = []
    ) async -> WebResponse {
        let type = json == nil ? [] : [(name: "Content-Type", value: "application/json")]
        return await send(
            method, target, [("Authorization", "Bearer \(token)")] + type + headers, body: json ?? "")
    }
}

extension WebResponse {
    var text: String { String(decoding: body, as: UTF8.self) }

    /// The body as a JSON object.
    func object() throws -> [String: Any] {
        let value = try JSONSerialization.jsonObject(with: Data(body))
        guard let object = value as? [String: Any] else { throw NotAnObject() }
        return object
    }

    struct NotAnObject: Error {}
}
