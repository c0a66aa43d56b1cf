import Desk
import DeskTesting
import Foundation
import Glibc
import Logging
import ServiceLifecycle
import Synchronization
import Testing

@testable import Web

@Suite(.serialized, .timeLimit(.minutes(1)))
struct WebServerStopTests {
    @Test func `a graceful stop answers what was begun and takes nothing new`() async throws {
        let test = try TestDesk()
        let path = "/u/\(try test.token())"
        let (ports, announce) = AsyncStream<Int>.makeStream(bufferingPolicy: .bufferingNewest(1))
        let server = WebServer(
            configuration: WebConfiguration(listen: .init(host: "127.0.0.1", port: 0), adminSocket: nil),
            desk: test.desk, metrics: { "" }, whenListening: { announce.yield($0[.tcp] ?? 0) })
        let group = ServiceGroup(services: [server], logger: Logger(label: "test", factory: { _ in LogRecorder() }))
        async let ended: Void = group.run()
        let port = try #require(await ports.first { _ in true })
        let answer = try await RawConnection.beside {
            let connection = try RawConnection(port: port)
            _ = connection.send("POST \(path) HTTP/1.1\r\nHost: x\r\nContent-Length: 26\r\n\r\nList-Unsubscribe=")
            // The server has begun to read it once another request was answered after it.
            _ = try RawConnection(port: port).exchange("GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n")
            return connection
        }
        await group.triggerGracefulShutdown()
        let (text, isClosed, isRefused) = try await RawConnection.beside {
            var isRefused = false
            for _ in 0..<400 where !isRefused {
                isRefused = RawConnection.isRefused(port: port)
                usleep(20_000)
            }
            _ = answer.send("One-Click")
            let (text, isClosed) = answer.receive(within: 5)
            return (text, isClosed, isRefused)
        }
        #expect(text.hasPrefix("HTTP/1.1 200 ") && isClosed && isRefused)
        try await ended
    }

    // P14.
    @Test func `P14 no log line holds a path, a token, an address or a client`() async throws {
        let test = try TestDesk()
        let recorder = LogRecorder()
        let token = try test.token()
        let bearer = try await test.bearer([.ticketsRead])
        var logger = Logger(label: "test", factory: { _ in recorder })
        logger.logLevel = .trace
        let (ports, announce) = AsyncStream<Int>.makeStream(bufferingPolicy: .bufferingNewest(1))
        let server = WebServer(
            configuration: WebConfiguration(listen: .init(host: "127.0.0.1", port: 0), adminSocket: nil),
            desk: test.desk, metrics: { "" }, logger: logger, whenListening: { announce.yield($0[.tcp] ?? 0) })
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await server.run() }
            let port = try #require(await ports.first { _ in true })
            test.store.fail(writing: .notWritable)
            try await RawConnection.beside {
                for request in [
                    "POST /u/\(token) HTTP/1.1\r\nHost: x\r\nUser-Agent: canary-agent\r\n"
                        + "Content-Length: 26\r\n\r\nList-Unsubscribe=One-Click",
                    "GET /u/canary-path HTTP/1.1\r\nHost: canary-host\r\n\r\n", "canary-garbage\r\n\r\n",
                    "GET /api/v1/tickets?canary-query=1 HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer \(bearer)\r\n\r\n",
                    "POST /u/\(token) HTTP/1.1\r\nHost: x\r\nContent-Length: 9000\r\n\r\ncanary-body",
                ] { _ = try RawConnection(port: port).exchange(request) }
            }
            group.cancelAll()
            try await group.waitForAll()
        }
        let lines = recorder.lines.joined(separator: "\n")
        #expect(lines.contains("503"))
        for secret in ["canary", token, bearer, "127.0.0.1", "/u/", "/api/"] { #expect(!lines.contains(secret)) }
    }

    @Test func `root and our own user are the operator, nobody else is`() {
        #expect(SocketPeer.principal(ofUser: 0) == .operatorOnHost)
        #expect(SocketPeer.principal(ofUser: geteuid()) == .operatorOnHost)
        #expect(SocketPeer.principal(ofUser: 65_534) == .unmappedLocalUser)
        #expect(SocketPeer.principal(ofUser: uid_t.max) == .unmappedLocalUser)
    }

    /// Another user with our group: it may open the socket and is nobody there. Only root can become somebody else.
    @Test(.enabled(if: geteuid() == 0))
    func `another local user on the admin socket sees the status and no ticket`() async throws {
        let test = try TestDesk()
        let answers = try await RunningServer.run(test) { server in
            try await RawConnection.beside {
                try ["/api/v1/status", "/api/v1/tickets"].map { path in
                    let script =
                        "import socket,sys;s=socket.socket(socket.AF_UNIX);s.connect(sys.argv[1]);"
                        + "s.sendall(b'GET \(path) HTTP/1.1\\r\\nHost: x\\r\\nConnection: close\\r\\n\\r\\n');"
                        + "print(s.recv(12).decode())"
                    let process = Process()
                    let pipe = Pipe()
                    process.executableURL = URL(fileURLWithPath: "/usr/bin/setpriv")
                    process.arguments = [
                        "--reuid=65534", "--regid=0", "--clear-groups", "/usr/bin/python3", "-c", script,
                        server.socket,
                    ]
                    process.standardOutput = pipe
                    try process.run()
                    process.waitUntilExit()
                    return String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
                }
            }
        }
        #expect(answers == ["HTTP/1.1 200\n", "HTTP/1.1 403\n"])
    }
}

/// Keeps every line, metadata and all. Copies share what was kept, but each has its own level.
struct LogRecorder: LogHandler {
    private final class Kept: Sendable {
        let lines = Mutex<[String]>([])
    }

    private let kept = Kept()
    var metadata: Logger.Metadata = [:]
    var logLevel = Logger.Level.trace

    var lines: [String] { kept.lines.withLock { $0 } }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        kept.lines.withLock { $0.append("\(event.message) \(event.metadata ?? [:])") }
    }
}
