import Foundation
import Testing
import Vault

@testable import Desk
@testable import Mail

/// DKIM as RFC 6376 and RFC 8463 write it. An independent verifier looks at the bytes that reach a server in
/// `SignedMailTests`.
@Suite struct MailSignerTests {
    /// RFC 8463, appendix A: the key, the mail and the signature.
    private enum Vector {
        static let pem = """
            -----BEGIN PRIVATE KEY-----
            MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g
            -----END PRIVATE KEY-----

            """
        static let mail = [
            "From: Joe SixPack <joe@football.example.com>", "To: Suzie Q <suzie@shopping.example.net>",
            "Subject: Is dinner ready?", "Date: Fri, 11 Jul 2003 21:00:37 -0700 (PDT)",
            "Message-ID: <20030712040037.46341.5F8J@football.example.com>", "", "Hi.", "",
            "We lost the game.  Are you hungry yet?", "", "Joe.", "",
        ].joined(separator: "\r\n")
        static let unsigned = [
            "DKIM-Signature: v=1; a=ed25519-sha256; c=relaxed/relaxed;",
            " d=football.example.com; i=@football.example.com;",
            " q=dns/txt; s=brisbane; t=1528637909; h=from : to :",
            " subject : date : message-id : from : subject : date;",
            " bh=2jUSOH9NhtVGCQWNr9BrIAPreKQjO6Sn7XIkfJVOzv8=;", " b=",
        ].joined(separator: "\r\n")
        static let signature =
            "/gCrinpcQOoIfuHNQIbq4pgh9kyIK3AQUdt9OdqQehSwhEIug4D11BusFa3bT3FY5OsU7ZbnKELq+eXdp1Q1Dw=="
    }

    @Test func `the vector of RFC 8463 comes out byte for byte`() throws {
        let key = try SigningKey(pem: Array(Vector.pem.utf8))
        #expect(Data(try key.publicKey()).base64EncodedString() == "11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=")
        let mail = Array(Vector.mail.utf8)
        let hash = Data(Digest.sha256(DKIMSignature.body(of: mail))).base64EncodedString()
        #expect(hash == "2jUSOH9NhtVGCQWNr9BrIAPreKQjO6Sn7XIkfJVOzv8=")
        let lines = HeaderLines.lines(in: mail)
        var signed: [UInt8] = []
        for name in ["from", "to", "subject", "date", "message-id"] {
            let line = try #require(lines.first { HeaderLines.name(of: $0) == name })
            signed += RelaxedForm.field(line) + [0x0D, 0x0A]
        }
        signed += RelaxedForm.field(Array(Vector.unsigned.utf8)[...])
        #expect(Data(try key.sign(signed)).base64EncodedString() == Vector.signature)
    }

    @Test(arguments: [
        ("", ""), ("\r\n\r\n", ""), (" \t\r\n", ""), ("a", "a\r\n"), ("a \t b \r\n\r\n\r\n", "a b\r\n"),
        ("\r\na\r\n\r\nb\r\n", "\r\na\r\n\r\nb\r\n"), (" a\r\n", " a\r\n"),
        // RFC 6376 §3.4.5.
        (" C \r\nD \t E\r\n\r\n\r\n", " C\r\nD E\r\n"),
    ])
    func `a body in its relaxed form`(body: String, form: String) {
        #expect(String(decoding: RelaxedForm.body(Array(body.utf8)[...]), as: UTF8.self) == form)
    }

    @Test(arguments: [
        ("A: X", "a:X"), ("B : Y\t\r\n\tZ  ", "b:Y Z"), ("Subject:", "subject:"), ("SUBJect:   a   b", "subject:a b"),
    ])
    func `a field in its relaxed form`(line: String, form: String) {
        #expect(String(decoding: RelaxedForm.field(Array(line.utf8)[...]), as: UTF8.self) == form)
    }

    @Test func `mail is signed with every key of its domain and of those above it, and otherwise left alone`() throws {
        let keys = try SigningKey.Kind.allCases.map { try SigningKey.make($0) }
        let signer = MailSigner(identities: [
            SigningIdentity(domain: "Example.com", selector: "r", key: keys[0]),
            SigningIdentity(domain: "help.example.com", selector: "e", key: keys[1]),
        ])
        let mail = Array(Vector.mail.utf8)
        func signatures(_ from: String) throws -> [SignatureName] {
            let address = try #require(EmailAddress(from))
            let signed = try signer.sign(mail, from: address, at: Date(timeIntervalSince1970: 1_700_000_000))
            #expect(signed.suffix(mail.count) == mail[...])
            return MessageParser().parse(signed).signatureNames
        }
        #expect(try signatures("a@help.example.com").map(\.selector) == ["r", "e"])
        #expect(try signatures("a@example.com").map(\.domain) == ["example.com"])
        #expect(try signatures("a@notexample.com").isEmpty)
        #expect(try signatures("a@com").isEmpty)
    }

    @Test func `both ways to unsubscribe are signed, and once more than they stand there`() throws {
        let mail = Array("From: a@b.example\r\nList-Unsubscribe: <x>\r\nList-Unsubscribe-Post: y\r\n\r\nz\r\n".utf8)
        let signature = try #require(
            DKIMSignature(
                of: mail, domain: "b.example", selector: "s", algorithm: .rsaSHA256, seconds: 1, bodyHash: [1]))
        let field = String(decoding: signature.field(signature: [2]), as: UTF8.self)
        let plain = field.filter { !$0.isWhitespace }
        #expect(plain.contains(":list-unsubscribe:list-unsubscribe:list-unsubscribe-post:list-unsubscribe-post;"))
        #expect(plain.contains("h=from:from:to:cc:"))
        #expect(!plain.contains("l="))
        #expect(field.split(separator: "\r\n").allSatisfy { $0.utf8.count <= 78 })
    }

    @Test(arguments: ["", "a b", "a;b", "a..b", "ä", String(repeating: "a", count: 64)])
    func `what is no name of the DNS is not written into a signature`(name: String) {
        for (domain, selector) in [(name, "s"), ("b.example", name)] {
            #expect(
                DKIMSignature(
                    of: [], domain: domain, selector: selector, algorithm: .rsaSHA256, seconds: 1, bodyHash: []) == nil)
        }
    }

    @Test(arguments: SigningKey.Kind.allCases)
    func `a key that was written is the same when it is read`(kind: SigningKey.Kind) throws {
        let key = try SigningKey.make(kind)
        let again = try SigningKey(pem: try key.pem())
        #expect(again.kind == kind)
        #expect(try again.publicKey() == key.publicKey())
        #expect(try again.sign([1, 2, 3]) == key.sign([1, 2, 3]))
    }

    @Test(arguments: [
        "", "secret", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n",
        "-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----\n",
    ])
    func `what is no key is refused`(text: String) {
        #expect(throws: VaultFailure.malformed) { try SigningKey(pem: Array(text.utf8)) }
    }
}
