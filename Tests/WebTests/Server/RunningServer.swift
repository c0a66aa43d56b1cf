import Curl
import DeskTesting
import Foundation
import Testing
import Web

/// A web server on free ports of loopback, for as long as a test runs.
struct RunningServer: Sendable {
    let port: Int
    let metricsPort: Int
    let socket: String

    /// - Parameter during: what is done while it serves; it is stopped and has ended when this returns.
    static func run<Answer: Sendable>(
        _ test: TestDesk, patience: WebConfiguration.Patience = .standard, socket: String? = nil,
        during body: @escaping @Sendable (RunningServer) async throws -> Answer
    ) async throws -> Answer {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("web-\(UUID().uuidString.prefix(8))")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { #expect(throws: Never.self) { try FileManager.default.removeItem(at: folder) } }
        let path = socket ?? folder.appendingPathComponent("admin.sock").path
        let (ports, announce) = AsyncStream<[Listener: Int]>.makeStream(bufferingPolicy: .bufferingNewest(1))
        let address = WebConfiguration.Address(host: "127.0.0.1", port: 0)
        let server = WebServer(
            configuration: WebConfiguration(
                listen: address, adminSocket: path, metricsListen: address, patience: patience),
            desk: test.desk, metrics: { "up 1\n" }, whenListening: { announce.yield($0) })
        return try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                defer { announce.finish() }
                try await server.run()
            }
            guard let bound = await ports.first(where: { _ in true }), let port = bound[.tcp],
                let metricsPort = bound[.metrics]
            else {
                try await group.waitForAll()
                throw NeverListened()
            }
            let answer = try await body(RunningServer(port: port, metricsPort: metricsPort, socket: path))
            group.cancelAll()
            try await group.waitForAll()
            return answer
        }
    }

    struct NeverListened: Error {}

    /// Over TCP, or over the admin socket.
    func send(
        _ method: String, _ path: String, _ headers: [(name: String, value: String)] = [], body: [UInt8]? = nil,
        overSocket: Bool = false, port: Int? = nil
    ) async throws -> HTTPResponse {
        var request = try #require(
            HTTPRequest(method, "http://127.0.0.1:\(port ?? self.port)\(path)", headers: headers, body: body))
        if overSocket { request.unixSocket = socket }
        request.responseLimit = 64 * 1024 * 1024
        return try await HTTPClient.send(request)
    }
}
