import Testing

@testable import Store

@Suite struct SearchQueryTests {
    @Test(arguments: [
        ("printer", ["\"printer\"*"]),
        ("Printer  on\tfire", ["\"Printer\"*", "\"on\"*", "\"fire\"*"]),
        ("\"on fire\" printer", ["\"on fire\"", "\"printer\"*"]),
        ("„in Flammen“", ["\"in Flammen\""]),
        ("one \"two", ["\"one\"*", "\"two\"*"]),
        ("a", ["\"a\""]),
        ("ö", ["\"ö\"*"]),
        ("ada@customer.example", ["\"ada@customer.example\"*"]),
        ("東京都", ["\"東京 京都 \""]),
        ("東", ["\"東\"*"]),
        ("iPhone東京", ["\"iPhone\"*", "\"東京 \""]),
        ("ＡＢＣ", ["\"ABC\"*"]),
        ("Straße", ["\"Strasse\"*"]),
        ("-burns", ["\"-burns\"*"]),
        ("head:x", ["\"head:x\"*"]),
        ("!!! ? *", []),
        ("", []),
    ])
    func `what is typed becomes strings of the index and never its grammar`(_ text: String, _ terms: [String]) {
        #expect(SearchQuery(text).terms == terms)
    }

    @Test func `of many words the first are looked for, of a long one its beginning`() {
        #expect(SearchQuery(String(repeating: "word ", count: 1_000)).terms.count == Limits.searchWords)
        #expect(SearchQuery(String(repeating: "x", count: 100_000)).terms.first?.count == Limits.searchWordLength + 3)
    }

    @Test(arguments: [
        ("東京都", " 東京 京都 都 "), ("plain", "plain"), ("ﬁre", "fire"), ("in 東 x", "in  東  x"), ("한국어 말", "한국어 말"),
        ("a\0b", "a b"),
    ])
    func `what is kept of a text has pairs where there are no spaces`(_ text: String, _ kept: String) {
        #expect(SearchText.kept(text) == kept)
    }
}
