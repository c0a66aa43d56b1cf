import Desk
import DeskTesting
import Testing

/// Stating and reading, and the record of processing made of it.
struct RegisterTests {
    @Test func `the newest statement of a name counts, and a server without a name is found`() async throws {
        let test = try TestDesk { $0.hosts = ["imap.example.com", "smtp.example.com"] }
        let desk = test.desk
        #expect(try await desk.processors(as: .operatorOnHost).unnamedHosts.count == 2)
        try await desk.state(ProcessorTests.processor { $0.agreement = nil }, as: .operatorOnHost)
        try await desk.state(ProcessorTests.processor { $0.service = "mail" }, as: .operatorOnHost)
        let register = try await desk.processors(as: .operatorOnHost)
        #expect(register.processors.map(\.statement.service) == ["mail"])
        #expect(register.unnamedHosts == ["smtp.example.com"])
        try await desk.state(ProcessorTests.processor { $0.hasEnded = true }, as: .operatorOnHost)
        let after = try await desk.processors(as: .operatorOnHost)
        #expect(after.current.isEmpty && after.processors.count == 1 && after.unnamedHosts.count == 2)
    }

    /// Art. 30(1)(a) to (g), each there or said to be missing.
    @Test(arguments: Language.allCases)
    func `the record has every letter of Art 30`(language: Language) async throws {
        let test = try TestDesk {
            $0.language = language
            $0.hosts = ["imap.example.com"]
        }
        let desk = test.desk
        try await desk.state(
            ProcessorTests.processor { ($0.country, $0.transfer) = ("US", .standardClauses) }, as: .operatorOnHost)
        var answers = ScopeAnswers()
        (answers.hasPeopleInUnion, answers.monitorsBehaviour) = (true, true)
        answers.representative = "Rep AG, Dublin"
        _ = try await desk.decideScope(answers, reasons: "We watch.", as: .operatorOnHost)
        let record = try await desk.processingRecord(as: .operatorOnHost)
        #expect(!record.controller.name.isEmpty && record.representative == "Rep AG, Dublin")
        #expect(record.rows.map(\.activity) == ProcessingActivity.allCases)
        for row in record.rows {
            let words = row.words
            for text in [words.name, words.purpose, words.people, words.data, words.recipients] {
                #expect(!text.isEmpty, "\(row.activity)")
            }
            #expect(!row.basis.isEmpty && !row.period.isEmpty && !row.period.contains(""), "\(row.activity)")
        }
        #expect(record.recipients.map(\.isOutsideUnion) == [true])
        #expect(record.measures.count == SecurityMeasure.allCases.count && !record.measures.contains(""))
        #expect(record.rows.contains { !$0.columns.isEmpty })
    }

    @Test func `the same record has the same version, and another processor another one`() async throws {
        let test = try TestDesk()
        let first = try await test.desk.processingRecord(as: .operatorOnHost).version
        test.clock.advance(by: .seconds(100))
        #expect(try await test.desk.processingRecord(as: .operatorOnHost).version == first)
        try await test.desk.state(ProcessorTests.processor(), as: .operatorOnHost)
        #expect(try await test.desk.processingRecord(as: .operatorOnHost).version != first)
    }
}
