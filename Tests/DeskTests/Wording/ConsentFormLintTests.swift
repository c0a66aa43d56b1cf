import Desk
import Testing

struct ConsentFormLintTests {
    private static let text = "<p data-consent-text>We send you our newsletter once a month.</p>"
    private static let way = "<p data-consent-withdrawal>You can withdraw it at any time.</p>"
    private static let button = "<button type=\"submit\">I consent</button>"
    private static let box = "<input type=\"checkbox\" name=\"consent\" value=\"news\">"

    private static func form(_ parts: String..., kind: String = "give") -> String {
        "<form method=\"post\" data-consent=\"\(kind)\">\(parts.joined())</form>"
    }

    @Test func `a form with one empty box, the words, the way back and an honest button passes`() {
        #expect(ConsentFormLint.problems(of: Self.form(Self.text, Self.way, Self.box, Self.button)).isEmpty)
        #expect(ConsentFormLint.problems(of: Self.form(Self.text, Self.way, Self.button)).isEmpty)
        #expect(ConsentFormLint.problems(of: Self.form(Self.button, kind: "withdraw")).isEmpty)
        #expect(ConsentFormLint.problems(of: "<form><input type=radio name=scope checked></form>").isEmpty)
    }

    @Test(arguments: [
        "<input type=\"checkbox\" name=\"consent\" value=\"news\" checked>",
        "<INPUT CHECKED type=checkbox name=consent value=news>",
        "<input type=\"checkbox\" name=\"consent\" value=\"news\" checked=\"\">",
        "<div role=\"checkbox\" aria-checked=\"true\">x</div>", "<div role=checkbox aria-checked=TRUE>x</div>",
        "<input type='hidden' name='consent' value='news'>",
        "{{#x}}<input type=\"checkbox\" name=\"consent\" value=\"news\"{{#always}} checked{{/always}}>{{/x}}",
    ])
    func `what is chosen before somebody chooses is refused`(control: String) {
        let found = ConsentFormLint.problems(of: Self.form(Self.text, Self.way, control, Self.button))
        #expect(found.count == 1 && found[0].contains("before somebody chooses"), "\(found)")
    }

    @Test(arguments: [
        ("<option value=\"news\" selected>", "before somebody chooses"),
        (box + box, "several purposes"),
        ("<input type=\"checkbox\" name=\"consent\" value=\"news,partners\">", "several purposes"),
        ("<select name=\"consent\"><option value=\"news\"></select>", "several purposes"),
    ])
    func `one control is for one purpose`(control: String, why: String) {
        let found = ConsentFormLint.problems(of: Self.form(Self.text, Self.way, control, Self.button))
        #expect(found.contains { $0.contains(why) }, "\(found)")
    }

    @Test func `what is missing is named`() {
        let bundled = "<p data-consent-text>Our newsletter, and your profile for our partners.</p>"
        let cases: [(String, String)] = [
            (Self.form(Self.way, Self.box, Self.button), "does not say what is consented to"),
            (Self.form("<p data-consent-text> </p>", Self.way, Self.box, Self.button), "does not say what"),
            (Self.form(Self.text, Self.box, Self.button), "can be withdrawn"),
            (Self.form(Self.text, "<p data-consent-withdrawal>Thank you.</p>", Self.box, Self.button), "withdrawn"),
            (Self.form(Self.text, Self.way, Self.box, "<button>Continue</button>"), "the button hides"),
            (Self.form(Self.text, Self.way, Self.box, "<input type=submit value=OK>"), "the button hides"),
            (Self.form(Self.text, Self.way, Self.box), "the button hides"),
            (Self.form(bundled, Self.way, Self.box, Self.button), "several purposes"),
            ("<form><label><input type=checkbox name=x> I consent</label></form>", "does not say by data-consent"),
            ("<form><input type=checkbox name=newsletter></form>", "does not say by data-consent"),
            ("<div role=switch aria-checked=true id=consent>", "before somebody chooses"),
            (Self.form(Self.box, kind: "maybe"), "“give” or “withdraw”"),
        ]
        for (page, why) in cases {
            let found = ConsentFormLint.problems(of: page)
            #expect(found.contains { $0.contains(why) }, "\(page): \(found)")
        }
    }

    @Test(arguments: [
        "<", "<form", "<form a=\"", "</", "<form data-consent=give><input ==>", "<!-- <form>", "<>", "a<b",
    ])
    func `whatever is no page is read all the same`(page: String) {
        _ = ConsentFormLint.problems(of: page)
    }

    // Mail phrases and pages are built from these.
    @Test(arguments: Language.allCases)
    func `no sentence of ours assumes a consent or asks for one silently`(language: Language) {
        for phrase in Phrase.allCases {
            let text = phrase.text(in: language)
            let found = WordingLint.problems(of: text).map(\.sentence).filter { $0.contains("consent") }
            // A heading asks nobody; what asks is the whole form, which is looked at as a page.
            let allowed: Set<Phrase> = [.optInConsentSubject, .optInConsentText, .consentDoneTitle, .consentTwoSteps]
            #expect(found.isEmpty || allowed.contains(phrase) || text.count < 120, "\(phrase.rawValue): \(found)")
        }
    }
}
