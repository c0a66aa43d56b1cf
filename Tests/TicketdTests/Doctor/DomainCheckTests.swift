import Desk
import Foundation
import Testing
import Vault

@testable import ticketd

/// What a domain says about mail in its name.
struct DomainCheckTests {
    private static let fine = ["v=spf1 include:_spf.example.net -all"]
    private static let policy = ["v=DMARC1; p=quarantine; rua=mailto:a@example.com"]

    private func findings(
        spf: [String] = fine, dmarc: [String] = policy, above: [String] = [], domain: String = "help.example.com",
        offline: Bool = false
    ) async throws -> [Finding] {
        let texts = ["help.example.com": spf, "_dmarc.help.example.com": dmarc, "_dmarc.example.com": above]
        let naming = Naming { _, name async throws(Naming.Unanswered) in
            if offline { throw Naming.Unanswered() }
            return (texts[name.text] ?? []).map(NameRecord.text)
        }
        return await DomainCheck(domain: try #require(DomainLabel(domain)), naming: naming, signatures: nil).examine()
    }

    @Test func `a domain in order is well`() async throws {
        let found = try await findings()
        #expect(found.map(\.verdict) == [.well, .well])
        #expect(found[1].message.contains("quarantine"))
    }

    @Test(
        arguments: [
            ([String](), "no record"), (["google-site-verification=x", "v=spf10 -all"], "no record"),
            (["v=spf1 mx -all", "v=spf1 a -all"], "more than one"), (["v=spf1 +all"], "lets everybody"),
            (["V=SPF1 mx ALL"], "lets everybody"), (["v=spf1 mx"], "lets everybody"),
            (["v=spf1 mx ~all"], "is a record"),
            (["v=spf1 redirect=_spf.example.net"], "is a record"),
        ])
    func `each state of SPF has its sentence`(records: [String], words: String) async throws {
        let found = try await findings(spf: records)
        #expect(found[0].message.contains(words))
        #expect((found[0].verdict == .problem) == (words != "is a record"))
        #expect((found[0].verdict == .problem) == !found[0].remedy.isEmpty)
    }

    @Test(
        arguments: [
            ([String](), "no record"), (["v=DMARC1; p=none", "v=DMARC1;p=none"], "more than one"),
            (["v=DMARC1; rua=mailto:x@example.com"], "no policy"), (["v=DMARC1 ; P=Reject"], "the policy is reject"),
        ])
    func `each state of DMARC has its sentence`(records: [String], words: String) async throws {
        #expect(try await findings(dmarc: records)[1].message.contains(words))
    }

    @Test func `the policy of the domain above holds`() async throws {
        #expect(try await findings(dmarc: [], above: Self.policy)[1].verdict == .well)
    }

    @Test func `a key of ours is published as it is, or what to publish is said`() async throws {
        let key = SigningIdentity(domain: "help.example.com", selector: "s1e", key: try SigningKey.make(.ed25519))
        let other = SigningIdentity(domain: "help.example.com", selector: "s1e", key: try SigningKey.make(.ed25519))
        let record = try key.record()
        for (published, verdict, words) in [
            ([record.replacing("p=", with: "p= ")], Finding.Verdict.well, "is published"),
            ([try other.record()], .problem, "another key stands at"), ([], .problem, "is not published"),
            (["v=DKIM1; p="], .problem, "is not published"),
        ] {
            let naming = Naming { _, name async throws(Naming.Unanswered) in
                name.text == "s1e._domainkey.help.example.com" ? published.map(NameRecord.text) : []
            }
            let domain = try #require(DomainLabel("help.example.com"))
            let found = await DomainCheck(domain: domain, naming: naming, signatures: nil, keys: [key]).examine()
            let finding = try #require(found.first { $0.message.contains("DKIM") })
            #expect(finding.verdict == verdict)
            #expect(finding.message.contains(words))
            #expect(finding.remedy.contains(record) == (verdict == .problem))
        }
    }

    @Test func `without a name server nothing is known, which is no fault`() async throws {
        let found = try await findings(offline: true)
        #expect(found.map(\.verdict) == [.remark])
    }

    @Test func `a provider's own domain is the provider's business`() async throws {
        #expect(try await findings(domain: "gmx.de", offline: true).map(\.verdict) == [.well])
    }
}
