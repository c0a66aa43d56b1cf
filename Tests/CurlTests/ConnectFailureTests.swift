import Testing

@testable import Curl

@Suite struct ConnectFailureTests {
    struct Case: Sendable {
        let code: UInt32
        /// Oldest first, as they came.
        let lines: [String]
        let isIMAP: Bool
        let failure: CurlFailure
    }

    static let cases: [Case] = [
        Case(code: 67, lines: ["A002 NO [AUTHENTICATIONFAILED] x"], isIMAP: true, failure: .loginRefused),
        Case(code: 67, lines: ["A002 NO [AUTHORIZATIONFAILED] x"], isIMAP: true, failure: .loginRefused),
        Case(code: 67, lines: ["a002 no [expired] x"], isIMAP: true, failure: .loginRefused),
        // What the server says when libcurl leaves does not hide what it said before.
        Case(
            code: 67, lines: ["A002 NO [AUTHENTICATIONFAILED] x", "* BYE x", "A003 OK x"], isIMAP: true,
            failure: .loginRefused),
        Case(code: 67, lines: ["A002 NO [UNAVAILABLE] x"], isIMAP: true, failure: .serverUnavailable),
        Case(code: 67, lines: ["A002 NO AUTHENTICATIONFAILED"], isIMAP: true, failure: .serverUnavailable),
        Case(code: 67, lines: ["A002 NO x [AUTHENTICATIONFAILED]"], isIMAP: true, failure: .serverUnavailable),
        Case(
            code: 67, lines: ["* OK [AUTHENTICATIONFAILED] x", "A002 NO x"], isIMAP: true, failure: .serverUnavailable),
        Case(code: 67, lines: ["A002 BAD x"], isIMAP: true, failure: .serverUnavailable),
        Case(code: 67, lines: [], isIMAP: true, failure: .serverUnavailable),
        Case(code: 67, lines: ["250 AUTH PLAIN", "535 5.7.8 x"], isIMAP: false, failure: .loginRefused),
        Case(code: 67, lines: ["534 5.7.9 x", "221 bye"], isIMAP: false, failure: .loginRefused),
        Case(code: 67, lines: ["535 x", "454 4.7.0 x"], isIMAP: false, failure: .serverUnavailable),
        Case(code: 67, lines: ["530 5.7.0 x"], isIMAP: false, failure: .serverUnavailable),
        Case(code: 67, lines: ["250 AUTH GSSAPI"], isIMAP: false, failure: .serverUnavailable),
        // {"status":"401","schemes":"bearer"} and {"status" : "503"}
        Case(
            code: 67, lines: ["+ eyJzdGF0dXMiOiI0MDEiLCJzY2hlbWVzIjoiYmVhcmVyIn0="], isIMAP: true,
            failure: .loginRefused),
        // {"status":"invalid_token"}, as Dovecot says it, and {"status":"temporarily_unavailable"}
        Case(code: 67, lines: ["+ eyJzdGF0dXMiOiJpbnZhbGlkX3Rva2VuIn0="], isIMAP: true, failure: .loginRefused),
        Case(
            code: 67, lines: ["+ eyJzdGF0dXMiOiJ0ZW1wb3JhcmlseV91bmF2YWlsYWJsZSJ9"], isIMAP: true,
            failure: .serverUnavailable),
        Case(code: 67, lines: ["334 eyJzdGF0dXMiIDogIjUwMyJ9"], isIMAP: false, failure: .serverUnavailable),
        Case(code: 67, lines: ["334 VXNlcm5hbWU6"], isIMAP: false, failure: .serverUnavailable),
        Case(code: 67, lines: ["+ %"], isIMAP: true, failure: .serverUnavailable),
        Case(code: 6, lines: [], isIMAP: true, failure: .unreachable),
        Case(code: 7, lines: [], isIMAP: true, failure: .unreachable),
        Case(code: 28, lines: ["* OK"], isIMAP: true, failure: .unreachable),
        Case(code: 35, lines: [], isIMAP: true, failure: .tlsRefused),
        Case(code: 60, lines: [], isIMAP: false, failure: .tlsRefused),
        Case(code: 64, lines: ["A001 OK x"], isIMAP: true, failure: .tlsRefused),
        Case(code: 77, lines: [], isIMAP: true, failure: .tlsRefused),
        Case(code: 8, lines: ["* BYE x"], isIMAP: true, failure: .serverUnavailable),
        Case(code: 8, lines: ["* OK x"], isIMAP: true, failure: .protocolViolation),
        Case(code: 8, lines: ["554 x"], isIMAP: false, failure: .serverUnavailable),
        Case(code: 8, lines: ["421 x"], isIMAP: false, failure: .serverUnavailable),
        Case(code: 8, lines: ["220 x"], isIMAP: false, failure: .protocolViolation),
        Case(code: 56, lines: ["* bye x"], isIMAP: true, failure: .serverUnavailable),
        Case(code: 56, lines: ["220 x"], isIMAP: false, failure: .unreachable),
        Case(code: 9_999, lines: [], isIMAP: true, failure: .unreachable),
    ]

    @Test(arguments: cases) func `the server's words decide`(this: Case) {
        let lines = this.lines.reversed().map { Array(($0 + "\r\n").utf8) }
        #expect(ConnectFailure.classify(code: this.code, lines: lines, isIMAP: this.isIMAP) == this.failure)
    }
}
