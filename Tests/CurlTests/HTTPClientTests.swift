import Curl
import Foundation
import LoopbackMail
import Testing

@Suite struct HTTPClientTests {
    @Test func `a request is sent as it is and the answer read whole`() async throws {
        let server = HTTPLoopback()
        defer { server.stop() }
        server.answer(
            with:
                "HTTP/1.1 100 Continue\r\nX-Interim: 1\r\n\r\n"
                + "HTTP/1.1 201 Created\r\nX-One:  a b \r\nX-Empty:\r\n\r\nbody\r\nlines"
        )
        let request = try #require(
            HTTPRequest(
                "PUT", server.url + "/a/../b?c=d", headers: [("X-Name", "value"), ("X-None", "")],
                body: Array("12345".utf8)))
        let response = try await HTTPClient.send(request)
        #expect(response.status == 201)
        #expect(response.body == Array("body\r\nlines".utf8))
        #expect(
            response.header("x-one") == "a b" && response.header("X-Empty") == "" && response.header("X-Interim") == nil
        )
        let seen = try #require(server.requests.first)
        #expect(seen.lines.first == "PUT /a/../b?c=d HTTP/1.1")
        #expect(seen.lines.contains("X-Name: value") && seen.lines.contains("X-None:"))
        #expect(
            !seen.lines.contains { $0.lowercased().hasPrefix("expect:") || $0.lowercased().hasPrefix("content-type:") })
        #expect(seen.body == Array("12345".utf8))
    }

    @Test(arguments: ["GET", "POST", "DELETE", "PATCH"]) func `a method without a body has none`(method: String)
        async throws
    {
        let server = HTTPLoopback()
        defer { server.stop() }
        let response = try await HTTPClient.send(try #require(HTTPRequest(method, server.url + "/")))
        #expect(response.status == 200 && response.body == Array("ok".utf8))
        #expect(server.requests.first?.lines.first == "\(method) / HTTP/1.1")
    }

    @Test func `a HEAD answer has no body and is not waited for`() async throws {
        let server = HTTPLoopback()
        defer { server.stop() }
        server.answer(with: "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n")
        let response = try await HTTPClient.send(try #require(HTTPRequest("HEAD", server.url)))
        #expect(response.status == 200 && response.body.isEmpty)
    }

    @Test func `a daemon is spoken to on its Unix socket`() async throws {
        let path = "/tmp/http-\(UInt64.random(in: 0...UInt64.max)).sock"
        let server = HTTPLoopback(unixSocket: path)
        var request = try #require(HTTPRequest("GET", "http://ticketd/tickets"))
        request.unixSocket = path
        #expect(try await HTTPClient.send(request).body == Array("ok".utf8))
        #expect(server.requests.first?.lines.contains("Host: ticketd") == true)
        server.stop()
        await #expect(throws: HTTPFailure.unreachable) { try await HTTPClient.send(request) }
    }

    @Test func `an answer has its limits in size and time`() async throws {
        let server = HTTPLoopback()
        defer { server.stop() }
        var request = try #require(HTTPRequest("GET", server.url))
        request.responseLimit = 10
        server.answer(with: "HTTP/1.1 200 OK\r\n\r\n0123456789")
        #expect(try await HTTPClient.send(request).body.count == 10)
        server.answer(with: "HTTP/1.1 200 OK\r\n\r\n0123456789a")
        await #expect(throws: HTTPFailure.tooLarge) { try await HTTPClient.send(request) }
        server.answer(with: "HTTP/1.1 200 OK\r\nX-Long: \(String(repeating: "x", count: 70_000))\r\n\r\n")
        await #expect(throws: HTTPFailure.self) { try await HTTPClient.send(request) }
        server.answer(with: "no HTTP at all\r\n")
        await #expect(throws: HTTPFailure.dropped) { try await HTTPClient.send(request) }
        server.fallSilent()
        request.timeout = .seconds(1)
        await #expect(throws: HTTPFailure.timedOut) { try await HTTPClient.send(request) }
        server.stop()
        await #expect(throws: HTTPFailure.unreachable) { try await HTTPClient.send(request) }
    }

    @Test func `nothing is followed`() async throws {
        let server = HTTPLoopback()
        defer { server.stop() }
        server.answer(with: "HTTP/1.1 302 Found\r\nLocation: \(server.url)/elsewhere\r\nContent-Length: 0\r\n\r\n")
        #expect(try await HTTPClient.send(try #require(HTTPRequest("GET", server.url))).status == 302)
        #expect(server.requests.count == 1)
    }

    @Test func `what could end a line is no request`() {
        #expect(HTTPRequest("GET /", "http://localhost/") == nil)
        #expect(HTTPRequest("GET", "http://localhost/ HTTP/1.1") == nil)
        #expect(HTTPRequest("GET", "http://localhost/\r\nX: y") == nil)
        #expect(HTTPRequest("GET", "file:///etc/passwd") == nil)
        #expect(HTTPRequest("GET", "http://localhost/", headers: [("X", "a\r\nY: b")]) == nil)
        #expect(HTTPRequest("GET", "http://localhost/", headers: [("X: y", "a")]) == nil)
        #expect(HTTPRequest("GET", "http://localhost/", headers: [("", "a")]) == nil)
    }
}
