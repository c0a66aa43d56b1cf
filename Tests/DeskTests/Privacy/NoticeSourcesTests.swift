import Desk
import DeskTesting
import Testing

/// What the notice takes from the registers, and what a first mail says of it.
struct NoticeSourcesTests {
    @Test func `the notice says what the registers say, at once`() async throws {
        let test = try TestDesk()
        let before = PrivacyNotice(test.desk.settings.value, in: .english)
        try await test.desk.state(
            ProcessorTests.processor {
                ($0.name, $0.country, $0.transfer) = ("Mailer Inc", "US", .standardClauses)
            }, as: .operatorOnHost)
        var answers = ScopeAnswers()
        (answers.hasPeopleInUnion, answers.monitorsBehaviour) = (true, true)
        answers.representative = "Rep AG, Dublin"
        _ = try await test.desk.decideScope(answers, reasons: "We watch.", as: .operatorOnHost)
        for language in Language.allCases {
            let notice = PrivacyNotice(test.desk.settings.value, in: language)
            let said = { (title: Phrase) in
                notice.sections.first { $0.title == title.text(in: language) }?.paragraphs.joined(separator: "\n") ?? ""
            }
            #expect(said(.noticeController).contains("Rep AG, Dublin"))
            #expect(said(.noticeRecipients).contains("Mailer Inc"))
            // Art. 13(1)(f): the fact, whether there is adequacy, the safeguard, and how to get a copy.
            #expect(said(.noticeTransfers).contains("US") && said(.noticeTransfers).contains("46"))
            #expect(said(.noticeTransfers).contains("privacy@example.com"))
            #expect(notice.version != before.version)
        }
        // A reload brings other settings, and the same registers.
        test.desk.settings.replace(by: test.desk.settings.value)
        #expect(test.desk.settings.value.notice.recipients.map(\.name) == ["Mailer Inc"])
    }

    @Test func `where no officer is needed, the notice names who answers`() async throws {
        let test = try TestDesk { $0.dataProtectionOfficer = nil }
        _ = try await test.desk.assessOfficer(
            yes: [], persons: 3, isVoluntary: false, contact: "Ann Muster, ann@example.com", reasons: "Three people.",
            as: .operatorOnHost)
        for language in Language.allCases {
            let notice = PrivacyNotice(test.desk.settings.value, in: language)
            #expect(notice.text.contains("Ann Muster, ann@example.com"))
        }
    }

    @Test func `processors in the Union are named, and no transfer is`() async throws {
        let test = try TestDesk()
        try await test.desk.state(ProcessorTests.processor { $0.country = "FR" }, as: .operatorOnHost)
        let notice = PrivacyNotice(test.desk.settings.value, in: .english)
        #expect(notice.text.contains(Phrase.noticeTransfersNone.text(in: .english)))
    }

    @Test(arguments: Language.allCases)
    func `the first layer names who is responsible, whom to ask and where to complain`(language: Language) throws {
        let notice = PrivacyNotice(try TestDesk().desk.settings.value, in: language)
        let first = notice.summary.joined(separator: "\n")
        for words in ["Example GmbH", "dpo@example.com", "Berlin Commissioner"] { #expect(first.contains(words)) }
        #expect(notice.summary.count == 4 && !first.contains("{"))
    }
}
