import Desk
import Testing

/// What the register of processors finds open (Art. 28(3), 44–49).
struct ProcessorTests {
    static let today = CalendarDay(text: "2026-11-24")

    static func processor(_ change: (inout Processor) -> Void = { _ in }) -> Processor {
        var processor = Processor(
            name: "host", service: "runs the machine", hosts: ["imap.example.com"], data: "all", country: "DE",
            transfer: .none, agreement: "2026-01-02", terms: Processor.Term.allCases, subprocessors: "",
            review: "2027-01-02")
        change(&processor)
        return processor
    }

    struct Row: CustomTestStringConvertible {
        let testDescription: String
        let expected: String?
        let change: @Sendable (inout Processor) -> Void

        init(_ name: String, _ expected: String?, _ change: @escaping @Sendable (inout Processor) -> Void) {
            (testDescription, self.expected, self.change) = (name, expected, change)
        }
    }

    @Test(arguments: [
        Row("all is there", nil) { _ in },
        Row("no contract", "no contract") { $0.agreement = nil },
        Row("a term is missing", "(Art. 28(3)): g") { $0.terms.removeAll { $0 == .deletion } },
        Row("a review is overdue", "due on 2026-11-23") { $0.review = "2026-11-23" },
        Row("a review is due today", nil) { $0.review = "2026-11-24" },
        Row("abroad with nothing", "nothing allows it") { $0.country = "IN" },
        Row("adequacy that is none", "no adequacy decision") { ($0.country, $0.transfer) = ("IN", .adequacy) },
        Row("adequacy", nil) { ($0.country, $0.transfer) = ("CH", .adequacy) },
        Row("adequacy for some", "some recipients only") { ($0.country, $0.transfer) = ("US", .adequacy) },
        Row("clauses", nil) { ($0.country, $0.transfer) = ("US", .standardClauses) },
        Row("a derogation", "Art. 49") { ($0.country, $0.transfer) = ("US", .derogation) },
        Row("it ended", nil) { ($0.agreement, $0.hasEnded) = (nil, true) },
    ])
    func `what is open about a processor is said with its article`(row: Row) throws {
        let today = try #require(Self.today)
        let open = Self.processor(row.change).open(on: today)
        #expect(open.count == (row.expected == nil ? 0 : 1))
        #expect(row.expected.map { expected in open.contains { $0.contains(expected) } } ?? true)
    }

    @Test func `a statement is checked before it is kept`() throws {
        try Self.processor().validate()
        for change: (inout Processor) -> Void in [
            { $0.name = "two\nlines" }, { $0.service = "" }, { $0.country = "Germany" }, { $0.review = "soon" },
            { $0.agreement = "2026-02-30" }, { $0.hosts = [""] },
        ] {
            #expect(throws: DeskRefusal.self) { try Self.processor(change).validate() }
        }
    }
}
