import DeskTesting
import Foundation
import Testing

@testable import Desk

/// What the authority and the people are told.
struct BreachReportTests {
    @Test func `the report has every item of Art 33(3), and says what is not known yet`() throws {
        let report = BreachReport(try BreachTests.breach(), settings: try Self.settings(), now: BreachTests.aware)
        let articles = Set(report.rows.map(\.article))
        #expect(articles.isSuperset(of: ["33(3)(a)", "33(3)(b)", "33(3)(c)", "33(3)(d)"]))
        let missing = Set(report.missing.map(\.field))
        #expect(missing.isSuperset(of: [.nature, .people, .records, .consequences, .measures]))
        #expect(report.text.contains(BreachReport.open))
        #expect(!report.title.contains("EXERCISE"))
    }

    @Test func `what is known stands in it, with the numbers and who is to be asked`() throws {
        var breach = try BreachTests.breach(isDrill: true).after(.describe(Self.told))
            .asked(
                AffectedQuery(
                    source: "tickets", particulars: "#1", found: AffectedCounts(people: 3, records: 7),
                    at: BreachTests.aware, by: "operator"))
        breach.counted = AffectedCounts(people: 2, records: 5)
        breach.erased = AffectedCounts(people: 1, records: 2)
        let report = BreachReport(breach, settings: try Self.settings(), now: BreachTests.aware)
        let values = Dictionary(uniqueKeysWithValues: report.rows.map { ($0.field, $0.value) })
        #expect(values[.people] == "3" && values[.records] == "7")
        #expect(values[.contact]??.contains("dpo@example.com") == true)
        #expect(values[.aware]??.contains("72 hours end at 2026-11-23 18:00 UTC") == true)
        #expect(values[.nature] == "A reply went astray.")
        #expect(report.missing.map(\.field).allSatisfy { ![.nature, .people, .measures].contains($0) })
        #expect(report.title.hasPrefix("EXERCISE"))
    }

    @Test func `a late report without reasons says that they are missing`() throws {
        let late = BreachTests.aware.addingTimeInterval(73 * 3600)
        let report = BreachReport(try BreachTests.breach(), settings: try Self.settings(), now: late)
        #expect(report.rows.first { $0.field == .lateness }?.value == nil)
    }

    @Test(arguments: Language.allCases)
    func `a letter tells everything Art 34(2) asks for, in the mailbox's language`(language: Language) throws {
        var changes = Self.told
        changes.words[language.rawValue] = .init(
            nature: "NATURE", consequences: "CONSEQUENCES", measures: "MEASURES", advice: "ADVICE")
        let breach = try BreachTests.breach().after(.describe(changes))
        let settings = try Self.settings()
        let text = try #require(BreachLetter.text(about: breach, settings: settings, language: language))
        for part in ["NATURE", "CONSEQUENCES", "MEASURES", "ADVICE", "dpo@example.com", "Art. 34", "77"] {
            #expect(text.contains(part), "\(part)")
        }
        let everybody = try #require(BreachLetter.publicText(about: breach, settings: settings, language: language))
        #expect(everybody.contains("34") && everybody.contains("NATURE") && !everybody.contains("{"))
    }

    @Test func `nobody is written to in a language without words`() throws {
        let breach = try BreachTests.breach().after(.describe(Self.told))
        #expect(BreachLetter.text(about: breach, settings: try Self.settings(), language: .german) == nil)
    }

    @Test func `the law profile is read, and its numbers are those of the law`() {
        let law = LawProfile.current
        #expect(law.breach.authorityHours == 72 && law.breach.remindersHoursBefore == [48, 24, 6])
        #expect(Set(law.breach.report.map(\.field)) == Set(BreachReport.Field.allCases))
        #expect(law.breach.exemptions.map(\.article) == ["34(3)(a)", "34(3)(b)", "34(3)(c)"])
        #expect(law.inForceOn < law.reviewBy)
    }

    private static let told = BreachChanges(words: ["en": BreachTests.words])

    private static func settings() throws -> DeskSettings {
        var settings = try DeskSettings.make(mailboxes: [.make()])
        settings.dataProtectionOfficer = Contact(name: "D. Officer", email: "dpo@example.com")
        return settings
    }
}
