import Desk
import DeskTesting
import Foundation
import Web

/// Every route × every visitor, as it is: each request was really sent to a desk of its own.
struct AuthorityTable {
    struct Row {
        let route: String
        /// By visitor: 200 to 299 is "yes".
        let answers: [Int]

        var isReached: Bool { answers.contains { (200..<400).contains($0) } }
        /// Nothing but yes, who are you, you may not, there is no such thing.
        var isClear: Bool { answers.allSatisfy { (200..<400).contains($0) || [401, 403, 404].contains($0) } }

        var text: String {
            let cells = answers.map { (200..<400).contains($0) ? "yes" : String($0) }
            return "| `\(route)` | " + cells.joined(separator: " | ") + " |"
        }
    }

    let rows: [Row]

    init() async throws {
        var rows: [Row] = []
        for route in try SiteTester().site.routes {
            var answers: [Int] = []
            for visitor in Visitor.allCases { answers.append(try await Self.status(of: visitor, at: route)) }
            rows.append(Row(route: "\(route.method) \(route.pattern)", answers: answers))
        }
        self.rows = rows
    }

    var text: String {
        let titles = Visitor.allCases.map(\.title)
        let head = "| Route | " + titles.joined(separator: " | ") + " |"
        let rule = "|---|" + String(repeating: "---|", count: titles.count)
        return ([head, rule] + rows.map(\.text)).joined(separator: "\n")
    }

    private static func status(of visitor: Visitor, at route: Route) async throws -> Int {
        let tester = try SiteTester()
        let arrived = try await visitor.arrive(at: tester.test)
        let sample = try await RouteSample(of: route, on: tester.test, for: arrived.principal)
        var headers: [(name: String, value: String)] = []
        if let bearer = arrived.bearer { headers.append(("Authorization", "Bearer \(bearer)")) }
        if let type = sample.contentType { headers.append(("Content-Type", type)) }
        if let cookie = sample.cookie { headers.append(("Cookie", cookie)) }
        let listener = arrived.listener(of: route)
        let request = WebRequest(
            method: sample.method, target: sample.path, headers: headers, body: Array(sample.body.utf8),
            listener: listener, principal: listener == .adminSocket ? arrived.peer : nil,
            localUser: listener == .adminSocket ? arrived.user : nil)
        return await tester.site.respond(to: request).status
    }
}
