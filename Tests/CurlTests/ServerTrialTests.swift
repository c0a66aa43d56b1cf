import Foundation
import Glibc
import LoopbackMail
import Testing

@testable import Curl

/// What connecting alone tells of a server.
struct ServerTrialTests {
    private func trial(_ url: String, insecure: Bool = false, timeout: Duration = .seconds(10)) async throws
        -> ServerTrial.Outcome
    {
        let endpoint = try #require(ServerEndpoint(url, insecure: insecure))
        return await ServerTrial.run(endpoint, caFile: nil, timeout: timeout)
    }

    @Test func `plain servers on this machine answer, and offer no TLS`() async throws {
        let (imap, smtp) = (IMAPLoopback(), SMTPLoopback())
        defer {
            imap.stop()
            smtp.stop()
        }
        #expect(try await trial(imap.url, insecure: true) == .well(certificateEnds: nil))
        #expect(try await trial(smtp.url, insecure: true) == .well(certificateEnds: nil))
        for url in [imap.url, smtp.url] {
            #expect(try await trial(url) == .noEncryption)
            #expect(try await trial(url.replacing("://", with: "s://")) == .noEncryption)
        }
    }

    @Test func `a server of another protocol is told apart`() async throws {
        let smtp = SMTPLoopback()
        defer { smtp.stop() }
        let url = smtp.url.replacing("smtp://", with: "imap://")
        #expect(try await trial(url, insecure: true) == .otherProtocol)
    }

    @Test func `a port where nobody listens is told from one that is silent`() async throws {
        #expect(try await trial("imaps://127.0.0.1:1") == .refused)
        let blocked = try BlockedPort()
        #expect(try await trial("imaps://127.0.0.1:\(blocked.port)", timeout: .seconds(2)) == .silent)
    }

    @Test func `a server that says not now is believed`() async throws {
        let imap = IMAPLoopback()
        defer { imap.stop() }
        imap.misbehave { $0.greeting = "* BYE too many" }
        #expect(try await trial(imap.url, insecure: true) == .unavailable)
    }

    @Test(
        arguments: [
            (UInt32(6), 0, ServerTrial.Outcome.noAddress), (60, 0, .otherName), (60, 1, .otherName), (60, 10, .expired),
            (60, 9, .expired),
            (60, 18, .untrusted), (60, 20, .untrusted), (64, 0, .noEncryption), (28, 0, .silent), (77, 0, .untrusted),
        ])
    func `what libcurl and OpenSSL say is told apart`(
        code: UInt32, verifyResult: Int, outcome: ServerTrial.Outcome
    ) throws {
        let endpoint = try #require(ServerEndpoint("imaps://imap.example.com"))
        #expect(
            ServerTrial.outcome(code: code, verifyResult: verifyResult, endpoint: endpoint, lines: []) == outcome)
    }

    @Test(
        arguments: [
            ("Dec  4 09:00:00 2026 GMT", 1_796_374_800.0 as Double?), ("Jan 31 23:59:59 2027 GMT", 1_801_439_999),
            ("never", nil), ("Dec 4 2026", nil), ("Foo  4 09:00:00 2026 GMT", nil), ("", nil),
        ])
    func `the end of a certificate is read as OpenSSL writes it`(text: String, seconds: Double?) {
        #expect(ServerTrial.moment(text) == seconds.map { Date(timeIntervalSince1970: $0) })
    }
}
