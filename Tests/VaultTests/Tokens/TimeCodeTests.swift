import Testing

@testable import Vault

struct TimeCodeTests {
    private static let secret = Array("12345678901234567890".utf8)

    @Test(
        arguments: [
            (59, "94287082"), (1_111_111_109, "07081804"), (1_111_111_111, "14050471"), (1_234_567_890, "89005924"),
            (2_000_000_000, "69279037"), (20_000_000_000, "65353130"),
        ] as [(Int64, String)])
    func `codes agree with RFC 6238, appendix B`(seconds: Int64, expected: String) throws {
        let code = try TimeCode.code(secret: Self.secret, step: seconds / 30, digits: 8)
        #expect(String(decoding: code, as: UTF8.self) == expected)
        let short = String(expected.suffix(6))
        let codes = try #require(TimeCode(secret: Self.secret))
        #expect(try codes.step(of: short, at: seconds, after: 0) == seconds / 30)
        #expect(try codes.step(of: "\(short.prefix(3)) \(short.suffix(3))", at: seconds, after: 0) == seconds / 30)
    }

    @Test func `a code is good for its step and the ones beside it, and once`() throws {
        let codes = try #require(TimeCode(secret: Self.secret))
        let step: Int64 = 40_000_000
        let code = String(decoding: try TimeCode.code(secret: Self.secret, step: step, digits: 6), as: UTF8.self)
        for (offset, isGood) in [(-2, false), (-1, true), (0, true), (1, true), (2, false)] as [(Int64, Bool)] {
            let found = try codes.step(of: code, at: (step + offset) * 30 + 29, after: 0)
            #expect(found == (isGood ? step : nil), "\(offset)")
        }
        #expect(try codes.step(of: code, at: step * 30, after: step) == nil)
        #expect(try codes.step(of: code, at: step * 30, after: step - 1) == step)
        for wrong in ["", "0", "\(code)0", "abcdef"] {
            #expect(try codes.step(of: wrong, at: step * 30, after: 0) == nil)
        }
        #expect(try codes.step(of: code, at: -1, after: 0) == nil)
    }

    @Test func `an enrolment names the desk and the agent and holds the secret`() throws {
        let codes = try #require(TimeCode(secret: Self.secret))
        #expect(
            codes.enrolment(issuer: "Example Support", account: "bea@example.com")
                == "otpauth://totp/Example%20Support:bea%40example.com?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
                + "&issuer=Example%20Support&algorithm=SHA1&digits=6&period=30")
        #expect("\(codes)" == "<time code>")
        #expect(try TimeCode() != TimeCode())
        #expect(TimeCode(secret: [1]) == nil)
    }

    @Test func `a session token is known again by its hash and by nothing that is not one`() throws {
        let token = try SessionToken()
        #expect(SessionToken(token.text)?.hash == token.hash)
        #expect(try SessionToken().hash != token.hash)
        #expect("\(token)" == "<session token>")
        for wrong in ["", "x", token.text + "A", String(token.text.dropLast(2))] { #expect(SessionToken(wrong) == nil) }
    }
}
