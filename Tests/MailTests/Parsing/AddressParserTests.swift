import Testing

@testable import Mail

@Suite struct AddressParserTests {
    struct Field: CustomTestStringConvertible, Sendable {
        let text: String
        let expected: [String]
        var testDescription: String { text }

        /// Each expectation is `name|address`, with `!` in front when mail may not be sent to it.
        init(_ text: String, _ expected: String...) {
            self.text = text
            self.expected = expected
        }
    }

    static let fields: [Field] = [
        Field("ada@example.org", "|ada@example.org"),
        Field("Ada Example <ada@example.org>", "Ada Example|ada@example.org"),
        Field("\"Example, Ada\" <ada@example.org>", "Example, Ada|ada@example.org"),
        Field("ada@example.org (Ada)", "Ada|ada@example.org"),
        Field("a@example.org, B <b@example.org>; c@example.org", "|a@example.org", "B|b@example.org", "|c@example.org"),
        Field(
            "Team: a@example.org, B <b@example.org>;, c@d.example",
            "|a@example.org", "B|b@example.org", "|c@d.example"),
        Field("undisclosed-recipients:;"),
        Field("=?utf-8?Q?J=C3=BCrgen?= <j@example.org>", "Jürgen|j@example.org"),
        Field("\"=?utf-8?Q?J=C3=BCrgen?=\" <j@example.org>", "Jürgen|j@example.org"),
        Field("=?utf-8?Q?a@evil.example,?= <b@example.org>", "a@evil.example,|b@example.org"),
        Field("=?utf-8?Q?x=40evil.example?=", "!x@evil.example|"),
        Field("<<a@example.org>>", "!|a@example.org"),
        Field("Ada <@relay.example:ada@example.org>", "!Ada|ada@example.org"),
        Field("Ada <ada@example.org", "!Ada|ada@example.org"),
        Field("ada @ example . org", "|ada@example.org"),
        Field("user@good.example(x)evil.example", "!x|user@good.example evil.example"),
        Field("\"x@gmail.example y\"@internal.example", "!|\"x@gmail.example y\"@internal.example"),
        Field("\"x@gmail.example\"@internal.example", "!|\"x@gmail.example\"@internal.example"),
        Field("<a@example.org> <b@example.org>", "!|a@example.org"),
        Field("<a@example.org> b@example.org", "!|a@example.org"),
        Field("Ada ada@example.org", "!|Ada ada@example.org"),
        Field("Ada", "!Ada|"),
        Field("<>", "!|"),
        Field("x:y:z: a@example.org;;;", "|a@example.org"),
        Field("A\u{200B}\u{200B}da <a@example.org>", "A da|a@example.org"),
        Field("\"a\\\"b\" <a@example.org>", "a\"b|a@example.org"),
        Field(",,;,a@example.org,,", "|a@example.org"),
    ]

    @Test(arguments: fields)
    func `an address field is read as people mean it and routed only when it is plain`(field: Field) {
        let found = AddressParser.parse(Array(field.text.utf8)).map { address in
            (address.email == nil ? "!" : "") + (address.name ?? "") + "|" + (address.address ?? "")
        }
        #expect(found == field.expected)
    }

    @Test func `octets beyond ASCII in a name are UTF-8, else windows-1252`() {
        let latin = AddressParser.parse([0x4A, 0xFC, 0x72, 0x67] + Array(" <j@example.org>".utf8))
        #expect(latin.first?.name == "Jürg")
        let unicode = AddressParser.parse(Array("Jürg <j@example.org>".utf8))
        #expect(unicode.first?.name == "Jürg")
    }
}
