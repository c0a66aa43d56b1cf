import Desk
import Testing

struct PhraseTests {
    @Test(arguments: Language.allCases)
    func `every catalog has every phrase with the same values`(language: Language) {
        for phrase in Phrase.allCases {
            guard let english = Catalog.of(.english)[phrase], let own = Catalog.of(language)[phrase] else {
                Issue.record("\(phrase.rawValue) is missing in \(language.rawValue)")
                continue
            }
            #expect(Self.values(in: english) == Self.values(in: own), "\(phrase.rawValue)")
            #expect(own.last?.isWhitespace == false, "\(phrase.rawValue)")
        }
    }

    @Test func `P17 a value is never read as a template`() {
        let text = Phrase.pageIntro.text(in: .english, ["service": "{number} {service}"])
        #expect(text == "Choose what {number} {service} should stop sending you.")
    }

    @Test(arguments: [("en", Language.english), ("de-AT", .german), ("DE", .german), ("fr", .english), ("", .english)])
    func `a language tag finds its catalog`(tag: String, language: Language) {
        #expect(Language(tag: tag) == language)
    }

    private static func values(in template: String) -> Set<String> {
        var found: Set<String> = []
        var rest = template[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            found.insert(String(rest[open...close]))
            rest = rest[rest.index(after: close)...]
        }
        return found
    }
}
