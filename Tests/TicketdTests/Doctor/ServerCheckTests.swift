import Curl
import Foundation
import Testing

@testable import ticketd

/// How long a certificate is good, and what is said of a server that cannot be used.
struct ServerCheckTests {
    private let now = Date(timeIntervalSince1970: 1_790_000_000)

    @Test(arguments: [(40.0, Finding.Verdict.well), (29, .remark), (14.5, .remark), (13, .problem), (0.5, .problem)])
    func `a certificate is remarked on 30 days before its end, and a problem from 14 on`(
        days: Double, verdict: Finding.Verdict
    ) {
        let check = ServerCheck(caFile: nil, isInsecure: false, now: now)
        let finding = check.finding(
            .well(certificateEnds: now.addingTimeInterval(days * 86_400)), "imaps://imap.example.com")
        #expect(finding.verdict == verdict)
        #expect(finding.message.contains("\(Int(days)) days"))
        #expect(finding.remedy.isEmpty == (verdict == .well))
    }

    @Test(
        arguments: [
            ServerTrial.Outcome.noAddress, .refused, .silent, .noEncryption, .untrusted, .otherName, .expired,
            .otherProtocol, .unavailable,
        ], ["imaps://imap.example.com", "imap://imap.example.com", "smtps://[::1]", "smtp://smtp.example.com:587"])
    func `each way to fail names the server and what to do`(outcome: ServerTrial.Outcome, url: String) throws {
        let (what, remedy) = try #require(outcome.words(url))
        #expect(what.contains(url))
        #expect(remedy.hasSuffix(".") && remedy.count > 10)
        let finding = ServerCheck(caFile: nil, isInsecure: false, now: now).finding(outcome, url)
        #expect(finding.verdict == .problem)
    }
}
