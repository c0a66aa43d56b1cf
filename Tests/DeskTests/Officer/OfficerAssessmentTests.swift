import Desk
import DeskTesting
import Testing

/// Whether an officer is needed: Art. 37(1), and the law of the country from the dated profile.
struct OfficerAssessmentTests {
    typealias Row = (
        yes: [OfficerQuestion], persons: Int, country: String, outcome: OfficerAssessment.Outcome, grounds: [String]
    )

    @Test(arguments: [
        Row([], 0, "DE", .notRequired, []),
        Row([], 19, "DE", .notRequired, []),
        Row([], 20, "DE", .required, ["§ 38(1) BDSG"]),
        Row([], 20, "de", .required, ["§ 38(1) BDSG"]),
        // The number counts in Germany alone.
        Row([], 5_000, "FR", .notRequired, []),
        Row([.impactAssessment], 1, "DE", .required, ["§ 38(1) BDSG"]),
        Row([.dataTrade], 1, "DE", .required, ["§ 38(1) BDSG"]),
        Row([.impactAssessment, .dataTrade], 1, "AT", .notRequired, []),
        Row([.publicAuthority], 1, "AT", .required, ["37(1)(a)"]),
        Row([.monitoring], 1, "AT", .required, ["37(1)(b)"]),
        Row([.specialData], 30, "DE", .required, ["37(1)(c)", "§ 38(1) BDSG"]),
    ])
    func `an officer is needed where Art 37 or the country's law says so`(row: Row) {
        let need = OfficerAssessment(
            yes: row.yes, persons: row.persons, country: row.country, isVoluntary: false, contact: "Ann, a@b.example",
            reasons: "Counted.")
        #expect(need.outcome == row.outcome && need.grounds == row.grounds)
    }

    @Test func `the number is the profile's and not the program's`() {
        var law = LawProfile.current
        law.officer.national[0].personsFrom = 50
        let need = OfficerAssessment(
            yes: [], persons: 20, country: "DE", isVoluntary: true, contact: "", reasons: "x", law: law)
        #expect(need.outcome == .voluntary && need.law == law.name)
    }

    @Test func `reasons are needed, and somebody who answers where no officer is`() throws {
        let desk = try TestDesk().desk
        for (reasons, contact) in [(" ", "Ann"), ("Nine people.", " ")] {
            let need = OfficerAssessment(
                yes: [], persons: 9, country: "DE", isVoluntary: false, contact: contact, reasons: reasons)
            #expect(throws: DeskRefusal.self) { try need.validate() }
        }
        let negative = OfficerAssessment(
            yes: [.monitoring], persons: -1, country: "DE", isVoluntary: false, contact: "", reasons: "x")
        #expect(throws: DeskRefusal.self) { try negative.validate() }
        #expect(desk.settings.value.controller.country == "DE")
    }

    @Test func `every task of the law has a day that exists, words in each language and its own code`() {
        let tasks = LawProfile.current.officer.tasks
        #expect(Set(tasks.map(\.code)).count == tasks.count)
        for task in tasks {
            #expect(CalendarDay(year: 2027, month: task.month, day: task.day) != nil, "\(task.code)")
            for language in Language.allCases { #expect(task.words[language.rawValue]?.isEmpty == false) }
        }
        // Art. 39(1)(a) to (e), and the report of Art. 38(3).
        let articles = tasks.map(\.article).joined(separator: " ")
        for article in ["39(1)(a)", "39(1)(b)", "39(1)(c)", "39(1)(d)", "39(1)(e)", "38(3)", "37(7)"] {
            #expect(articles.contains(article), "\(article)")
        }
    }
}
