import Testing

@testable import ticketd

struct ValueKindTests {
    @Test(arguments: [
        ("15m", 900), ("1h30m", 5_400), ("30d", 2_592_000), ("2w", 1_209_600), ("0s", 0), ("0", 0), ("100s", 100),
        ("15", nil), ("", nil), ("m", nil), ("1.5h", nil), ("-1h", nil), ("15 m", nil), ("15M", nil),
        ("99999999999999999999d", nil),
        ("9223372036854775807w", nil), ("9223372036854775807s1s", nil), ("200w1", nil), ("10000w", nil),
        ("1h\u{0660}m", nil),
    ])
    func `a duration has a unit and a bound`(text: String, seconds: Int?) {
        #expect(DurationText.parse(text) == seconds.map { .seconds($0) })
    }

    @Test(arguments: ["15m", "90m", "1d", "365d", "1s", "0s", "25h"])
    func `a duration is shown as it would be written`(text: String) throws {
        #expect(DurationText.format(try #require(DurationText.parse(text))) == text)
    }

    @Test(arguments: [
        ("25MiB", 25 << 20), ("1GiB", 1 << 30), ("4 KiB", 4_096), ("3MB", 3_000_000), ("7B", 7), ("0", 0),
        ("25", nil), ("MiB", nil), ("25mib", nil), ("-1MiB", nil), ("9223372036854775807GiB", nil), ("1.5MiB", nil),
    ])
    func `a size has a unit and does not overflow`(text: String, bytes: Int?) {
        #expect(ByteSizeText.parse(text) == bytes)
    }

    @Test(arguments: [
        ("127.0.0.1:8025", "127.0.0.1:8025"), ("[::1]:80", "[::1]:80"), ("localhost:1", "localhost:1"),
        ("127.0.0.1", nil), ("::1:80", nil), ("[::1]", nil), ("[x]:1", nil), (":80", nil), ("a b:80", nil),
        ("a:0", nil),
        ("a:65536", nil), ("a:+1", nil), ("a:1 ", nil), ("a/b:1", nil), ("-a:1", nil), ("a..b:1", nil), ("u@h:1", nil),
    ])
    func `an endpoint is a host and a port`(text: String, shown: String?) {
        #expect(HostPort(text)?.text == shown)
    }

    @Test(arguments: [
        ("imaps://h", "imaps://h:993"), ("IMAP://H.example:1143/", "imap://H.example:1143"),
        ("smtp://[::1]", "smtp://[::1]:587"),
        ("smtps://127.0.0.1:465", "smtps://127.0.0.1:465"), ("https://h", nil), ("imaps://", nil),
        ("imaps://u:p@h", nil),
        ("imaps://h/INBOX", nil), ("imaps://h?x", nil), ("imaps://h\r\nA", nil), ("imaps:h", nil),
        ("imaps://h:143:1", nil),
    ])
    func `a mail server is a scheme, a host and a port, and nothing else`(text: String, url: String?) {
        #expect(MailServer(text)?.url == url)
    }

    @Test(arguments: [
        ("https://help.example.com", true), ("https://help.example.com:8443/desk", true),
        ("http://127.0.0.1:8025", true),
        ("http://localhost:8025", true), ("http://help.example.com", false), ("http://127.example.com", false),
        ("http://localhost.example.com", false),
    ])
    func `links are sent only where nobody can read them on the way`(text: String, may: Bool) throws {
        #expect(try #require(PublicURL(text)).maySendLinks == may)
    }

    @Test(arguments: [
        "help.example.com", "ftp://h", "https://", "https://u@h", "https://h?x=1", "https://h#x", "https://h/a b",
        "https://h/<x>", "https://h\r\nX: y", "https://h/%0d", "javascript:alert(1)",
    ])
    func `a public URL that could break a header or a page is refused`(text: String) {
        #expect(PublicURL(text) == nil)
    }

    @Test func `a public URL loses its trailing slash`() {
        #expect(PublicURL("HTTPS://Help.Example.com/desk//")?.text == "https://help.example.com/desk")
    }

    @Test(arguments: [
        ("10.0.0.0/8", "10.255.0.1", true), ("10.0.0.0/8", "11.0.0.1", false), ("127.0.0.1", "127.0.0.1", true),
        ("127.0.0.1", "127.0.0.2", false), ("0.0.0.0/0", "8.8.8.8", true), ("10.0.0.0/8", "::ffff:10.1.1.1", true),
        ("fd00::/8", "fdff::1", true), ("fd00::/8", "fe80::1", false), ("192.168.4.0/22", "192.168.7.255", true),
        ("192.168.4.0/22", "192.168.8.0", false), ("10.0.0.0/8", "nonsense", false),
    ])
    func `an address block contains what its prefix says`(block: String, address: String, contains: Bool) throws {
        #expect(try #require(AddressBlock(block)).contains(address) == contains)
    }

    @Test(arguments: ["10.0.0.0/33", "10.0.0.0/", "10.0.0/8", "x", "", "::/129", "1.1.1.1/8/8", "1.1.1.1/-1"])
    func `an address block that is none is refused`(text: String) {
        #expect(AddressBlock(text) == nil)
    }

    @Test(arguments: [
        "a@b", "support+x@example.com", "über@exämple.com".replacing("ä", with: "xn"), "o'brien@x.example",
    ])
    func `a mail address is accepted`(text: String) throws {
        #expect(try ValueKind<String>.address.parse(.text(text)) == text)
    }

    @Test(arguments: ["a", "@b", "a@", "a@b@c", "a b@c", "a@b c", "<a@b>", "a@b\r\n", "a,b@c", "a@b.", "\u{202E}a@b"])
    func `what can never be a mail address is refused`(text: String) {
        #expect(throws: Mismatch.self) { try ValueKind<String>.address.parse(.text(text)) }
    }

    @Test func `a control character in a value is shown, never printed`() {
        #expect(RawValue.text("a\u{1B}[2J\u{202E}\n\"").toml == "\"a\\U0000001B[2J\\U0000202E\\n\\\"\"")
    }
}
