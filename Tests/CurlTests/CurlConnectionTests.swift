import Foundation
import LoopbackMail
import Testing

@testable import Curl

@Suite struct CurlConnectionTests {
    static let login = MailLogin.password(user: "desk", password: "secret")

    static func open(
        _ server: IMAPLoopback, login: MailLogin = login, insecure: Bool = true, timeout: Duration = .seconds(20)
    ) async throws -> CurlConnection {
        let endpoint = try #require(ServerEndpoint(server.url, insecure: insecure))
        return try await CurlConnection.open(endpoint, login: login, options: .init(timeout: timeout))
    }

    static func soon(_ seconds: Int = 20) -> Deadline { .after(.seconds(seconds)) }

    @Test func `after the login the dialogue is ours`() async throws {
        let server = IMAPLoopback()
        defer { server.stop() }
        let connection = try await Self.open(server)
        try await connection.send(Array("x NOOP\r\n".utf8), until: Self.soon())
        #expect(try await connection.receive(until: Self.soon()) == .bytes(Array("x OK done\r\n".utf8)))
        #expect(try await connection.receive(until: .after(.milliseconds(30))) == .silence)
        try await connection.send(Array("x NOOP\r\n".utf8), until: Self.soon())
        #expect(try await connection.receive(until: Self.soon()) == .bytes(Array("x OK done\r\n".utf8)))
        server.dropConnections()
        #expect(try await connection.receive(until: Self.soon()) == .ended)
        connection.close()
        await #expect(throws: CurlFailure.dropped) { try await connection.receive(until: Self.soon()) }
        await #expect(throws: CurlFailure.dropped) { try await connection.send([1], until: Self.soon()) }
    }

    @Test func `a server without SASL is logged in to by LOGIN`() async throws {
        let server = IMAPLoopback()
        defer { server.stop() }
        server.setCapabilities(["IMAP4rev1"])
        let connection = try await Self.open(server)
        #expect(server.log.all.contains("LOGIN"))
        connection.close()
        await #expect(throws: CurlFailure.loginRefused) {
            try await Self.open(server, login: .password(user: "desk", password: "wrong"))
        }
        #expect(server.log.all.filter { $0 == "LOGIN" }.count == 2)
    }

    @Test(arguments: [MailLogin.BearerMechanism.xoauth2, .oauthBearer], [true, false])
    func `a token logs in, and a refused one is refused for good`(
        mechanism: MailLogin.BearerMechanism, hasInitialResponse: Bool
    ) async throws {
        let server = IMAPLoopback()
        let relay = SMTPLoopback()
        defer {
            server.stop()
            relay.stop()
        }
        server.setCapabilities(["IMAP4rev1", "AUTH=\(mechanism.rawValue)"] + (hasInitialResponse ? ["SASL-IR"] : []))
        relay.setExtensions(["AUTH \(mechanism.rawValue)"])
        for url in [server.url, relay.url] {
            let endpoint = try #require(ServerEndpoint(url, insecure: true))
            let right = MailLogin.bearer(user: "desk", token: "secret", mechanism: mechanism)
            try await CurlConnection.open(endpoint, login: right).close()
            let wrong = MailLogin.bearer(user: "desk", token: "expired", mechanism: mechanism)
            await #expect(throws: CurlFailure.loginRefused) { try await CurlConnection.open(endpoint, login: wrong) }
        }
    }

    @Test func `without STARTTLS no credentials are sent`() async throws {
        let server = IMAPLoopback()
        defer { server.stop() }
        await #expect(throws: CurlFailure.tlsRefused) { try await Self.open(server, insecure: false) }
        server.misbehave { $0.greeting = "* PREAUTH welcome" }
        await #expect(throws: CurlFailure.tlsRefused) { try await Self.open(server, insecure: false) }
        server.behave()
        server.setCapabilities(["IMAP4rev1", "STARTTLS", "AUTH=PLAIN"])
        server.misbehave { $0.replies["STARTTLS"] = "OK go\r\nA003 OK [CAPABILITY IMAP4rev1] injected" }
        await #expect(throws: CurlFailure.self) { try await Self.open(server, insecure: false) }
        #expect(server.connectionsMade == 3)
        #expect(!server.log.all.contains { $0.hasPrefix("LOGIN") || $0.hasPrefix("AUTHENTICATE") })
    }

    @Test func `a silent server is given up in time, and cancelling does not wait for that`() async throws {
        let server = IMAPLoopback()
        defer { server.stop() }
        server.misbehave { $0.breakAfter = (0, .silence) }
        await #expect(throws: CurlFailure.unreachable) { try await Self.open(server, timeout: .seconds(1)) }
        let made = server.connectionsMade
        let failure = await withTaskGroup(of: (any Error)?.self) { group in
            group.addTask {
                do {
                    _ = try await Self.open(server, timeout: .seconds(600))
                    return nil
                } catch {
                    return error
                }
            }
            while server.connectionsMade == made { await Task.yield() }
            group.cancelAll()
            return await group.next() ?? nil
        }
        #expect(failure != nil)
    }

    @Test func `closing and cancelling wake who waits`() async throws {
        let server = IMAPLoopback()
        defer { server.stop() }
        let connection = try await Self.open(server)
        await withTaskGroup(of: Void.self) { group in
            group.addTask {
                await #expect(throws: CurlFailure.dropped) { try await connection.receive(until: Self.soon(600)) }
            }
            await Task.yield()
            connection.close()
        }
        let other = try await Self.open(server)
        await withTaskGroup(of: Void.self) { group in
            group.addTask {
                await #expect(throws: CurlFailure.dropped) { try await other.receive(until: Self.soon(600)) }
            }
            await Task.yield()
            group.cancelAll()
        }
        other.close()
    }

    @Test func `more than the socket takes is sent while somebody reads`() async throws {
        let server = IMAPLoopback()
        defer { server.stop() }
        let connection = try await Self.open(server)
        let command = Array("x NOOP\r\n".utf8)
        let commands = Array(repeatElement(command, count: 200_000).joined())
        async let sent: Void = connection.send(commands, until: Self.soon(60))
        var received = 0
        while received < 200_000 * 11 {
            guard case .bytes(let bytes) = try await connection.receive(until: Self.soon(60)) else { break }
            received += bytes.count
        }
        try await sent
        #expect(received == 200_000 * 11)
        connection.close()
    }

    /// Idle mailboxes cost sockets, not threads. The threads of the servers are not counted.
    @Test func `hundreds of idle connections wait on one thread`() async throws {
        Self.allowManyDescriptors()
        let server = IMAPLoopback()
        defer { server.stop() }
        // More than the 512 threads that libdispatch makes at most, whoever else keeps it busy.
        let count = 600
        let before = try Self.threads().count
        let connections = try await withThrowingTaskGroup(of: CurlConnection.self) { group in
            for _ in 0..<count { group.addTask { try await Self.open(server, timeout: .seconds(60)) } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        let answers = try await withThrowingTaskGroup(of: CurlConnection.Received.self) { group in
            for connection in connections {
                group.addTask { try await connection.receive(until: Self.soon(60)) }
            }
            // All wait now or will; an answer to each ends them.
            let threads = try Self.threads()
            #expect(threads.filter { $0 == "connector" }.count <= Limits.connectors)
            #expect(threads.filter { $0 == "socket-watch" }.count <= 1)
            // Other tests keep threads of their own, and the runtime's pool grows with them; a thread more for each
            // connection would show all the same.
            let others = Dictionary(grouping: threads, by: \.self).mapValues(\.count)
            #expect(threads.filter { $0 != "loopback" }.count < before + count, "\(before) before, now \(others)")
            for connection in connections { try await connection.send(Array("x NOOP\r\n".utf8), until: Self.soon(60)) }
            return try await group.reduce(into: 0) { $0 += $1 == .bytes(Array("x OK done\r\n".utf8)) ? 1 : 0 }
        }
        #expect(answers == count)
        for connection in connections { connection.close() }
    }

    /// Both ends of every connection are in this process, and a shell may allow it 1,024 descriptors only.
    private static func allowManyDescriptors() {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return }
        limit.rlim_cur = min(limit.rlim_max, 65_536)
        setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    }

    private static func threads() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: "/proc/self/task").compactMap { id in
            // A thread may end between the two looks.
            try? String(contentsOfFile: "/proc/self/task/\(id)/comm", encoding: .utf8)
                .trimmingCharacters(in: .whitespacesAndNewlines)
        }
    }
}
