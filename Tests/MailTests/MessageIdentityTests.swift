import Testing

@testable import Mail

@Suite struct MessageIdentityTests {
    private let mail = """
        Message-ID: <a@b>
        From: Ada <ada@example.org>
        Date: Tue, 1 Jul 2025 10:00:00 +0200

        Grüße
        zwei

        """

    @Test func `copies of one mail are one`() {
        let expected = identity(mail)
        #expect(identity(mail.replacing("\n", with: "\r\n")) == expected)
        #expect(identity("Received: from x by y\nX-Spam: no\n" + mail) == expected)
        #expect(identity(mail.replacing("10:00:00 +0200", with: "08:00:00 +0000")) == expected)
        #expect(identity(mail.replacing("Ada <ada@example.org>", with: "ADA@example.org (A)")) == expected)
        let encoded = mail.replacing(
            "\n\nGrüße\n", with: "\nContent-Transfer-Encoding: quoted-printable\n\nGr=C3=BC=C3=9Fe\n")
        #expect(identity(encoded) == expected)
    }

    @Test func `another mail is another`() {
        let expected = identity(mail)
        #expect(identity(mail.replacing("<a@b>", with: "<a@c>")) != expected)
        #expect(identity(mail.replacing("ada@", with: "bo@")) != expected)
        #expect(identity(mail.replacing("1 Jul", with: "2 Jul")) != expected)
        #expect(identity(mail.replacing("zwei", with: "drei")) != expected)
        #expect(identity(mail.replacing("zwei", with: "zwei\nzwei")) != expected)
    }

    private func identity(_ text: String) -> [UInt8] {
        var fed: [UInt8] = []
        MessageParser().parse(Array(text.utf8)).identityContent { fed += $0 }
        return fed
    }
}
