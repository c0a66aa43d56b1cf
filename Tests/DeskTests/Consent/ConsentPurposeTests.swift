import Desk
import Foundation
import Testing

struct ConsentPurposeTests {
    private static let good = "We send you our newsletter with news of our products once a month."

    private func draft(
        title: String = "Newsletter", _ text: String = good, withdrawal: String? = nil, months: Int = 24
    ) throws -> ConsentPurposeDraft {
        ConsentPurposeDraft(
            code: try #require(ShortName("newsletter")), mailbox: nil, reviewMonths: months, isForChildren: false,
            text: ConsentPurposeDraft.Text(language: .english, title: title, text: text, withdrawal: withdrawal))
    }

    @Test func `exact words for one thing pass`() throws {
        try draft().validate()
        try draft(withdrawal: "You may withdraw it at any time, by the link in every mail.").validate()
        try draft("Wir senden Ihnen einmal im Monat unseren Newsletter mit Angeboten.").validate()
    }

    @Test(arguments: [
        ("Stuff", "so few words"),
        ("We send you our newsletter and pass your address to our partners.", "more than one"),
        ("We send you news once a month unless you object to it.", "silence is no consent"),
        ("☑ We send you our newsletter once a month.", "ticked already"),
        ("We send <b>news</b> once a month, every month.", "tags"),
        ("We send you {{person.name|you}} our newsletter each month.", "leave variables out"),
        ("See https://bit.ly/abc for what we send you each month.", "shortened"),
        ("\u{202E}We send you our newsletter once a month.", "cannot be seen"), (" ", "bytes"),
    ])
    func `words nobody can consent to are refused, with the reason`(text: String, why: String) throws {
        let failure = #expect(throws: DeskRefusal.self) { try draft(text).validate() }
        #expect("\(String(describing: failure))".contains(why), "\(String(describing: failure))")
    }

    @Test func `a way back that is none, two lines of title and a review in ten years are refused`() throws {
        #expect(throws: DeskRefusal.self) { try draft(withdrawal: "Thank you very much.").validate() }
        #expect(throws: DeskRefusal.self) { try draft(title: "a\nb").validate() }
        #expect(throws: DeskRefusal.self) { try draft(months: 121).validate() }
        #expect(throws: DeskRefusal.self) { try draft(months: 0).validate() }
    }

    @Test(arguments: [("DE", 16), ("at", 14), ("FR", 15), ("IE", 16), ("NO", 13), ("US", 16), ("", 16)])
    func `somebody consents alone from the age their country chose`(country: String, years: Int) {
        #expect(ParentalAge.years(in: country) == years)
    }

    @Test func `no country chose an age that the regulation does not allow, and none of the thirty is missing`() {
        #expect(ParentalAge.ages.values.allSatisfy { (13...16).contains($0) })
        #expect(ParentalAge.ages.count == 31)
    }

    @Test(arguments: ["en-1", "de-12"])
    func `a version reads back`(text: String) {
        #expect(ConsentTextVersion(text: text)?.text == text)
    }

    @Test(arguments: ["", "en", "en-", "en-0", "en-01", "fr-1", "en-1-1", "en--1", "en-+1", "en-9999999"])
    func `what is no version is none`(text: String) {
        #expect(ConsentTextVersion(text: text) == nil)
    }

    @Test(arguments: ["not-asked", "at-least-16", "below-13"])
    func `a statement of age reads back`(word: String) {
        #expect(AgeStatement(word: word)?.word == word)
    }

    @Test func `the same words in other places are other words`() {
        #expect(
            ConsentText.hash(title: "ab", text: "c", withdrawal: "d")
                != ConsentText.hash(title: "a", text: "bc", withdrawal: "d"))
    }
}
