import Foundation

/// Asking the daemon, as the command line does, and running the command line itself.
extension DaemonProcess {
    typealias JSON = [String: Any]

    /// Where no name server listens: no test asks one outside, unless it brings its own.
    static let nowhere = ["TICKETD_NAMESERVER": "127.0.0.1:9"]

    func run(
        _ arguments: [String], input: String = "", environment: [String: String] = [:]
    ) throws -> ProgramRun {
        try ProgramRun(
            Self.binary, arguments, input: Array(input.utf8), environment: Self.nowhere.merging(environment) { $1 })
    }

    /// `ticketd ARGUMENTS --config …`, which must succeed.
    func ticketd(_ arguments: String..., input: String = "") throws -> String {
        let run = try run(arguments + ["--config", configurationPath], input: input)
        guard run.status == 0 else { throw Failure(description: "\(arguments): \(run.status) \(run.error)") }
        return run.output
    }

    func answers() -> Bool {
        do { return try request("GET", "/healthz").status == 200 } catch { return false }
    }

    func request(
        _ method: String, _ path: String, body: JSON? = nil, headers: [(name: String, value: String)] = []
    ) throws -> (status: Int, body: [UInt8]) {
        var all = headers
        if body != nil { all.append((name: "Content-Type", value: "application/json")) }
        let bytes = try body.map { Array(try JSONSerialization.data(withJSONObject: $0)) }
        return try PlainHTTP.send(method, path, at: .unix(socket), headers: all, body: bytes)
    }

    func json(_ method: String, _ path: String, body: JSON? = nil) throws -> JSON {
        let answer = try request(method, path, body: body)
        guard (200..<300).contains(answer.status) else {
            throw Failure(
                description: "\(method) \(path): \(answer.status) \(String(decoding: answer.body, as: UTF8.self))")
        }
        return try JSONSerialization.jsonObject(with: Data(answer.body)) as? JSON ?? [:]
    }

    func tickets() throws -> [JSON] {
        try json("GET", "/api/v1/tickets?limit=500")["tickets"] as? [JSON] ?? []
    }

    func outbox(_ state: String = "") throws -> [JSON] {
        try json("GET", "/api/v1/outbox" + (state.isEmpty ? "" : "?state=\(state)"))["entries"] as? [JSON] ?? []
    }
}
