import Testing

@testable import Mail

@Suite struct EmailAddressTests {
    @Test(arguments: [
        "a@b", "first.last@example.org", "\"a b\"@example.org", "a+tag@sub.example.org", "jürgen@bücher.example",
        "!#$%&'*+-/=?^_`{|}~@example.org", "\"a\\\"b\"@example.org",
    ])
    func `a deliverable address is taken`(text: String) {
        #expect(EmailAddress(text)?.text == text)
    }

    @Test(arguments: [
        "", "a", "@b", "a@", "a@b@c", "a b@c", ".a@b", "a.@b", "a..b@c", "a@-b", "a@b-", "a@b..c", "a@b.",
        "a@[1.2.3.4]",
        "<a@b>", "a@b\r\n", "a\u{0}@b", "\"a<b\"@c", "\"a@b", "a@b c", "a(x)@b", "@r:a@b", "a\u{202E}@b",
        "a@b\u{200B}c",
        String(repeating: "a", count: 65) + "@b", "a@" + String(repeating: "b.", count: 130) + "c",
        "a@" + String(repeating: "b", count: 64) + ".c",
    ])
    func `what is no address, or more than one, is refused`(text: String) {
        #expect(EmailAddress(text) == nil)
    }

    @Test(arguments: [
        ("Ada@Example.ORG", "ada@example.org"),
        ("\"ada\"@example.org", "ada@example.org"),
        ("\"a b\"@example.org", "\"a b\"@example.org"),
        ("Ada+Tag@example.org", "ada+tag@example.org"),
        ("a@Bücher.example", "a@xn--bcher-kva.example"),
        ("a@BU\u{308}CHER.example", "a@xn--bcher-kva.example"),
        ("a@faß.de", "a@xn--fa-hia.de"),
        ("a@例え.jp", "a@xn--r8jz45g.jp"),
        ("e\u{301}@example.org", "é@example.org"),
    ])
    func `two spellings of one address are one`(text: String, expected: String) throws {
        #expect(try #require(EmailAddress(text)).normalized == expected)
    }

    @Test func `a tag is added and taken off`() throws {
        let address = try #require(EmailAddress("support@example.org"))
        let tagged = try #require(address.tagged("t.abc"))
        #expect(tagged.text == "support+t.abc@example.org")
        #expect(tagged.withoutTag == address)
        #expect(address.withoutTag == address)
        #expect(address.tagged("a b") == nil)
        #expect(address.tagged("") == nil)
        #expect(try #require(EmailAddress("+x@example.org")).withoutTag.text == "+x@example.org")
    }

    @Test func `a description never shows the address`() throws {
        let address = try #require(EmailAddress("ada@example.org"))
        #expect("\(address) \(Address(name: "Ada", address: "ada@example.org"))" == "<address> <address>")
    }
}
