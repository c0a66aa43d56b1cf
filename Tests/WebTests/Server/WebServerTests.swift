import Curl
import Desk
import DeskTesting
import Foundation
import Glibc
import Testing
import Web

@Suite(.serialized, .timeLimit(.minutes(1)))
struct WebServerTests {
    private static func patience(
        idle: Double = 15, grace: Double = 30, rate: Int = 10_000, linger: Double = 0.3
    ) -> WebConfiguration.Patience {
        WebConfiguration.Patience(
            idle: .seconds(idle), grace: .seconds(grace), bytesPerSecond: rate, linger: .seconds(linger))
    }

    /// Sends a byte every 100 ms until the server answers, closes, or half a minute has passed.
    private static func dribble(_ port: Int, head: String) async throws -> (text: String, bytes: Int) {
        try await RawConnection.beside {
            let connection = try RawConnection(port: port)
            _ = connection.send(head)
            for sent in 0..<300 {
                let (text, isClosed) = connection.receive(within: 0.1)
                if !text.isEmpty || isClosed || !connection.send("a") { return (text, sent) }
            }
            return ("", 300)
        }
    }

    // Hummingbird starts its timer anew with every byte of a body, so only our own deadline ends this.
    @Test func `a body that dribbles is cut at its deadline`() async throws {
        let test = try TestDesk()
        let path = "/u/\(try test.token())"
        let head = "POST \(path) HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n"
        for framing in ["Content-Length: 4000\r\n\r\n", "Transfer-Encoding: chunked\r\n\r\n3e8\r\n"] {
            let (text, bytes) = try await RunningServer.run(
                test, patience: Self.patience(idle: 2, grace: 3, linger: 5)
            ) {
                try await Self.dribble($0.port, head: head + framing)
            }
            #expect(text.hasPrefix("HTTP/1.1 408 "), "\(framing)")
            #expect(text.contains("X-Content-Type-Options: nosniff"))
            // Far past the idle time, and well before the dribble would have ended by itself.
            #expect((7..<300).contains(bytes))
        }
        #expect(test.store.snapshot.writes == 0)
    }

    @Test func `a body that keeps its pace is read past the grace`() async throws {
        let test = try TestDesk()
        let path = "/u/\(try test.token())"
        let text = try await RunningServer.run(test, patience: Self.patience(grace: 0.3, rate: 3)) { server in
            try await RawConnection.beside {
                let connection = try RawConnection(port: server.port)
                _ = connection.send("POST \(path) HTTP/1.1\r\nHost: x\r\nContent-Length: 26\r\n\r\n")
                for byte in ["List-U", "nsubsc", "ribe=O", "ne-Cli"] {
                    _ = connection.receive(within: 0.15)
                    _ = connection.send(byte)
                }
                _ = connection.send("ck")
                return connection.receive(within: 2).text
            }
        }
        #expect(text.hasPrefix("HTTP/1.1 200 "))
    }

    @Test func `header lines that dribble and connections that say nothing are closed`() async throws {
        let test = try TestDesk()
        try await RunningServer.run(test, patience: Self.patience(idle: 0.4)) { server in
            let (_, bytes) = try await Self.dribble(server.port, head: "GET /privacy HTTP/1.1\r\nX-A: ")
            #expect(bytes < 25)
            let isClosed = try await RawConnection.beside {
                try RawConnection(port: server.port).receive(within: 5).isClosed
            }
            #expect(isClosed)
        }
    }

    @Test func `a body cut short by the client is never acted upon`() async throws {
        let test = try TestDesk()
        let path = "/u/\(try test.token())"
        try await RunningServer.run(test) { server in
            let head = "POST \(path) HTTP/1.1\r\nHost: x\r\n"
            for cut in [
                head + "Content-Length: 4000\r\n\r\nList-Unsubscribe=One-Click",
                head + "Transfer-Encoding: chunked\r\n\r\n1a\r\nList-Unsubscribe=One-Click\r\n",
            ] {
                let answer = try await RawConnection.beside {
                    let connection = try RawConnection(port: server.port)
                    _ = connection.send(cut)
                    connection.finishSending()
                    return connection.receive(within: 5)
                }
                #expect(answer.isClosed && !answer.text.hasPrefix("HTTP/1.1 2"))
            }
        }
        #expect(test.store.snapshot.writes == 0)
    }

    @Test func `a body over the limit is refused before it is read, and the refusal arrives`() async throws {
        let test = try TestDesk()
        let token = try await test.bearer([.ticketsWrite])
        let path = "/u/\(try test.token())"
        try await RunningServer.run(test) { server in
            for framing in ["Content-Length: 999999999", "Transfer-Encoding: chunked"] {
                let text = try await RawConnection.beside {
                    let connection = try RawConnection(port: server.port)
                    _ = connection.send("POST \(path) HTTP/1.1\r\nHost: x\r\n\(framing)\r\n\r\n")
                    let chunk =
                        framing.hasPrefix("T")
                        ? "1000\r\n" + String(repeating: "a", count: 4096) + "\r\n"
                        : String(repeating: "a", count: 4096)
                    for _ in 0..<20 where connection.send(chunk) {}
                    return connection.receive(within: 3).text
                }
                #expect(text.hasPrefix("HTTP/1.1 413 "), "\(framing)")
                #expect(text.contains("Connection: close"))
            }
            let large = try await server.send(
                "POST", "/api/v1/tickets/1042/notes",
                [("Authorization", "Bearer \(token)"), ("Content-Type", "application/json")],
                body: [UInt8](repeating: 0x20, count: 2 * 1024 * 1024))
            #expect(large.status == 413)
            #expect(large.header("content-type") == "application/problem+json")
            // Without a token not a byte of a large body is taken.
            let unknown = try await server.send(
                "POST", "/api/v1/tickets/1042/replies", [("Content-Type", "application/json")],
                body: [UInt8](repeating: 0x20, count: 2 * 1024 * 1024))
            #expect(unknown.status == 401)
        }
        #expect(test.store.snapshot.entries.count == 1)
    }

    @Test func `a large reply goes in and a large attachment comes out`() async throws {
        let test = try TestDesk()
        let id = try #require(test.store.snapshot.files.keys.first)
        let file = [UInt8](repeating: 0xA5, count: 12 * 1024 * 1024)
        test.store.arrange { $0.files[id]?.bytes = file }
        let content = Data(repeating: 7, count: 6 * 1024 * 1024).base64EncodedString()
        let json = "{\"text\":\"x\",\"attachments\":[{\"filename\":\"a.bin\",\"content\":\"\(content)\"}]}"
        try await RunningServer.run(test) { server in
            let reply = try await server.send(
                "POST", "/api/v1/tickets/1042/replies", [("Content-Type", "application/json")], body: Array(json.utf8),
                overSocket: true)
            #expect(reply.status == 201)
            let download = try await server.send(
                "GET", "/api/v1/tickets/1042/attachments/\(id.hex)", overSocket: true)
            #expect(download.status == 200 && download.body == file)
        }
    }

    @Test func `who does not read is not waited for`() async throws {
        let test = try TestDesk()
        let token = try await test.bearer([.ticketsRead])
        let id = try #require(test.store.snapshot.files.keys.first)
        test.store.arrange { $0.files[id]?.bytes = [UInt8](repeating: 0x61, count: 24 * 1024 * 1024) }
        let received = try await RunningServer.run(test, patience: Self.patience(grace: 0.5, rate: 1_000_000_000)) {
            server in
            try await RawConnection.beside {
                let connection = try RawConnection(port: server.port, holding: 65_536)
                _ = connection.send(
                    "GET /api/v1/tickets/1042/attachments/\(id.hex) HTTP/1.1\r\nHost: x\r\n"
                        + "Authorization: Bearer \(token)\r\n\r\n"
                )
                // The server's patience counts from its first octet, however late that is on a busy machine.
                guard connection.waitForFirstOctet(within: 30) else { return (text: "", isClosed: false) }
                // Long enough for a machine whose other tests keep the pool from the timer of the server for seconds.
                usleep(15_000_000)
                return connection.receive(within: 20)
            }
        }
        #expect(received.isClosed && received.text.utf8.count < 24 * 1024 * 1024)
    }

    @Test func `the admin socket has mode 0660, takes the place of a dead one and knows its peer`() async throws {
        let test = try TestDesk()
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("a-\(UUID().uuidString.prefix(8))")
            .path
        // A socket file that a killed daemon left behind.
        let dead = Glibc.socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: Array(path.utf8)) }
        let bound = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(dead, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        #expect(bound == 0)
        close(dead)
        try await RunningServer.run(test, socket: path) { server in
            var status = stat()
            #expect(stat(server.socket, &status) == 0)
            #expect(status.st_mode & 0o777 == 0o660)
            // This process is the daemon's own user.
            let tokens = try await server.send("GET", "/api/v1/tokens", overSocket: true)
            #expect(tokens.status == 200)
            let metrics = try await server.send("GET", "/metrics", overSocket: true)
            #expect(
                metrics.status == 200 && metrics.header("content-type")?.hasPrefix("text/plain; version=0.0.4") == true)
            let page = try await server.send("GET", "/privacy", overSocket: true)
            #expect(page.status == 404)
        }
        #expect(access(path, F_OK) != 0)
    }

    @Test func `each listener serves its own routes over its own port`() async throws {
        let test = try TestDesk()
        try await RunningServer.run(test) { server in
            #expect(try await server.send("GET", "/metrics").status == 404)
            #expect(try await server.send("GET", "/metrics", port: server.metricsPort).status == 200)
            #expect(try await server.send("GET", "/privacy", port: server.metricsPort).status == 404)
            #expect(try await server.send("GET", "/api/v1/status").status == 401)
            #expect(try await server.send("GET", "/healthz", port: server.metricsPort).status == 200)
            let head = try await server.send("HEAD", "/privacy")
            #expect(head.status == 200 && head.body.isEmpty)
            #expect(Int(head.header("content-length") ?? "") ?? 0 > 1000)
            #expect(head.header("server") == nil)
        }
    }

    @Test func `what is no HTTP is refused and the next connection served`() async throws {
        let test = try TestDesk()
        try await RunningServer.run(test) { server in
            let long = "GET /u/" + String(repeating: "A", count: 40_000) + " HTTP/1.1\r\nHost: x\r\n\r\n"
            let many = "GET / HTTP/1.1\r\n" + String(repeating: "X: y\r\n", count: 2000) + "\r\n"
            let big = "GET / HTTP/1.1\r\nX: " + String(repeating: "y", count: 40_000) + "\r\n\r\n"
            let both =
                "POST /u/x HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
            let twice = "POST /u/x HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabcd"
            for bytes in ["\u{0}\u{1}\u{2}\r\n\r\n", "\u{16}\u{3}\u{1}", "GET\r\n\r\n", long, many, big, both, twice] {
                let text = try await RawConnection.beside {
                    let connection = try RawConnection(port: server.port)
                    _ = connection.send(bytes)
                    return connection.receive(within: 0.5).text
                }
                #expect(!text.hasPrefix("HTTP/1.1 2"), "\(bytes.prefix(40))")
            }
            #expect(try await server.send("GET", "/healthz").status == 200)
        }
    }

    @Test func `a connection serves many requests and a client that asks to go on is told`() async throws {
        let test = try TestDesk()
        let path = "/u/\(try test.token())"
        let text = try await RunningServer.run(test) { server in
            try await RawConnection.beside {
                let connection = try RawConnection(port: server.port)
                _ = connection.send("GET /healthz HTTP/1.1\r\nHost: x\r\n\r\nGET /healthz HTTP/1.1\r\nHost: x\r\n\r\n")
                _ = connection.send(
                    "POST \(path) HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\n"
                        + "Content-Length: 26\r\nConnection: close\r\n\r\n"
                )
                let before = connection.receive(within: 0.5).text
                _ = connection.send("List-Unsubscribe=One-Click")
                let (after, isClosed) = connection.receive(within: 3)
                return before + after + (isClosed ? "closed" : "open")
            }
        }
        #expect(text.matches(of: /HTTP\/1\.1 200/).count == 3)
        #expect(text.contains("HTTP/1.1 100 Continue"))
        #expect(text.hasSuffix("Unsubscribed.\nclosed"))
    }

    @Test func `a taken port ends the server with a failure that says which listener`() async throws {
        let test = try TestDesk()
        try await RunningServer.run(test) { server in
            let second = WebServer(
                configuration: WebConfiguration(
                    listen: .init(host: "127.0.0.1", port: server.port), adminSocket: nil),
                desk: test.desk, metrics: { "" })
            await #expect(throws: WebServerFailure.cannotListen(.tcp, errno: EADDRINUSE)) { try await second.run() }
        }
    }
}
