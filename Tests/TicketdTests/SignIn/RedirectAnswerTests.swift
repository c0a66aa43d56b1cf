import Foundation
import Testing

@testable import ticketd

/// What a browser brings back, and what anybody else on this machine may send to the same port.
struct RedirectAnswerTests {
    @Test(arguments: [
        ("GET /?code=a%2Fb&state=s HTTP/1.1", "a/b"), ("GET /?state=s&code=c&session_state=x HTTP/1.1", "c"),
        ("GET /?error=access_denied&state=s HTTP/1.1", nil),
        // An error beside a code is an error.
        ("GET /?error=server_error&code=c&state=s HTTP/1.1", nil),
    ])
    func `an answer has a state, and a code unless it is an error`(line: String, code: String?) throws {
        let answer = try #require(RedirectAnswer(requestLine: line))
        #expect(answer.state == "s" && answer.code == code)
    }

    @Test(arguments: [
        "", "GET / HTTP/1.1", "GET /?code=a HTTP/1.1", "GET /?state=s HTTP/1.1", "POST /?code=a&state=s HTTP/1.1",
        "GET /favicon.ico HTTP/1.1", "GET /?code=a&code=b&state=s HTTP/1.1", "GET /?code=%FF&state=s HTTP/1.1",
        "GET http://127.0.0.1/?code=a&state=s HTTP/1.1", "GET /?code=a&state= HTTP/1.1",
        "GET  /?code=a&state=s HTTP/1.1",
    ])
    func `anything else is none`(line: String) {
        #expect(RedirectAnswer(requestLine: line) == nil)
    }

    @Test func `an address copied from the browser will do`() throws {
        let answer = try #require(RedirectAnswer(address: "http://127.0.0.1:8026/?state=s&code=c#x \n"))
        #expect(answer.state == "s" && answer.code == "c")
        #expect(RedirectAnswer(address: "http://127.0.0.1:8026/") == nil)
    }

    @Test func `the port passes over whoever does not carry this sign-in's state`() throws {
        let redirect = try #require(LoopbackRedirect(port: 0))
        defer { redirect.close() }
        #expect(LoopbackRedirect(port: redirect.port) == nil)
        #expect(redirect.accept(state: "right") == nil)
        let port = redirect.port
        Thread.detachNewThread {
            for path in ["/favicon.ico", "/?code=x&state=wrong", "/?code=good&state=right"] {
                _ = try? PlainHTTP.send("GET", path, at: .tcp(port))
            }
        }
        var answer: RedirectAnswer?
        let deadline = Date().addingTimeInterval(60)
        while answer == nil, Date() < deadline { answer = redirect.accept(state: "right") }
        #expect(answer?.code == "good")
    }
}
