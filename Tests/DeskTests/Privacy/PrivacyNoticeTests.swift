import Desk
import Testing

/// Art. 13 and 14, item by item (gdpr.md A4).
struct PrivacyNoticeTests {
    struct Item: CustomTestStringConvertible {
        let testDescription: String
        let title: Phrase
        /// A sentence that has to stand there, in every language.
        var phrase: Phrase?
        /// Something of the configuration that has to stand there.
        var value: String?
    }

    static let items = [
        Item(
            testDescription: "13(1)(a) 14(1)(a) the controller", title: .noticeController, value: "Example GmbH"),
        Item(testDescription: "13(1)(a) 14(1)(a) its address", title: .noticeController, value: "Musterstr. 1, Berlin"),
        Item(testDescription: "13(1)(a) 14(1)(a) its mail", title: .noticeController, value: "privacy@example.com"),
        Item(testDescription: "13(1)(b) 14(1)(b) DPO", title: .noticeOfficer, value: "dpo@example.com"),
        Item(testDescription: "13(1)(c) 14(1)(c) purposes", title: .noticePurposes, phrase: .noticePurposesText),
        Item(testDescription: "13(1)(c) 14(1)(c) legal basis", title: .noticeBasis, value: "contract (Art. 6(1)(b))"),
        Item(testDescription: "14(1)(d) categories of data", title: .noticeCategories, phrase: .noticeCategoriesText),
        Item(testDescription: "13(1)(d) 14(2)(b) legitimate interests", title: .noticeBasis, phrase: .noticeInterests),
        Item(testDescription: "13(1)(e) 14(1)(e) recipients", title: .noticeRecipients, phrase: .noticeRecipientsText),
        Item(testDescription: "13(1)(f) 14(1)(f) transfers", title: .noticeTransfers, phrase: .noticeTransfersText),
        Item(testDescription: "13(2)(a) 14(2)(a) how long", title: .noticeRetention, value: "365 days after closing"),
        Item(testDescription: "13(2)(b) 14(2)(c) rights", title: .noticeRights, phrase: .noticeRightsText),
        Item(testDescription: "13(2)(b) 14(2)(c) 21(4) objection", title: .noticeObject, phrase: .noticeObjectText),
        Item(testDescription: "13(2)(c) 14(2)(d) withdrawing consent", title: .noticeRights, phrase: .noticeRightsText),
        Item(
            testDescription: "13(2)(d) 14(2)(e) authority", title: .noticeAuthority, value: "https://sa.example"),
        Item(testDescription: "13(2)(e) must data be given", title: .noticeRequired, phrase: .noticeRequiredText),
        Item(testDescription: "14(2)(f) source", title: .noticeSource, phrase: .noticeSourceText),
        Item(
            testDescription: "13(2)(f) 14(2)(g) automated decisions", title: .noticeAutomated,
            phrase: .noticeAutomatedText),
    ]

    static func settings(_ change: (inout DeskSettings) -> Void = { _ in }) -> DeskSettings {
        var settings = Scenario.settings(
            Scenario.mailbox {
                $0.legalBasis = "contract (Art. 6(1)(b))"
                $0.retention = "365 days after closing"
            })
        settings.authority = Contact(name: "Authority", email: "", url: "https://sa.example")
        change(&settings)
        return settings
    }

    @Test(arguments: items)
    func `the notice has every item of Art. 13 and 14`(item: Item) {
        for language in Language.allCases {
            let notice = PrivacyNotice(Self.settings(), in: language)
            let sections = notice.sections.filter { $0.title == item.title.text(in: language) }
            #expect(sections.count == 1)
            let said = sections.flatMap(\.paragraphs).joined(separator: "\n")
            if let phrase = item.phrase { #expect(said.contains(phrase.text(in: language))) }
            if let value = item.value { #expect(said.contains(value)) }
            #expect(!said.contains(Phrase.noticeMissing.text(in: language)))
        }
    }

    /// A new section that no item asks for, or an item that lost its section, changes one of these counts.
    @Test func `items and sections are as many as the articles have`() {
        #expect(Self.items.count == 18)
        #expect(Set(Self.items.map(\.title)).count == PrivacyNotice(Self.settings(), in: .english).sections.count)
    }

    @Test(arguments: Language.allCases)
    func `the rights are named one by one`(language: Language) {
        let words: [Language: [String]] = [
            .english: ["access", "correction", "erasure", "restriction", "copy", "withdraw", "free of charge"],
            .german: ["Auskunft", "Berichtigung", "Löschung", "Einschränkung", "Kopie", "widerrufen", "kostet nicht"],
        ]
        let text = Phrase.noticeRightsText.text(in: language)
        #expect(words[language]?.isEmpty == false && words[language]?.allSatisfy { text.contains($0) } == true)
    }

    @Test func `a gap is shown as not stated, once for each thing missing`() {
        let empty = Self.settings { settings in
            settings.controller = Controller(name: "", address: "", email: "", country: "")
            settings.dataProtectionOfficer = nil
            settings.authority = Contact(name: "", email: "")
            settings.mailboxes = [Scenario.mailbox()]
        }
        for language in Language.allCases {
            let missing = Phrase.noticeMissing.text(in: language)
            let gaps = { (settings: DeskSettings) -> Int in
                let paragraphs: [String] = PrivacyNotice(settings, in: language).sections.flatMap { $0.paragraphs }
                return paragraphs.count { $0.contains(missing) }
            }
            #expect(gaps(Self.settings()) == 0)
            // Name, address, mail; officer; authority; basis and retention of the mailbox.
            #expect(gaps(empty) == 7)
            #expect(gaps(Self.settings { $0.mailboxes = [] }) == 2)
        }
        #expect(PrivacyNotice(empty, in: .english).sections.allSatisfy { !$0.paragraphs.isEmpty })
    }

    @Test func `the version is the words: it changes with each of them and with nothing else`() {
        let version = PrivacyNotice(Self.settings(), in: .english).version
        #expect(PrivacyNotice(Self.settings(), in: .english).version == version)
        #expect(PrivacyNotice(Self.settings { $0.undo = .zero }, in: .english).version == version)
        let changes: [(inout DeskSettings) -> Void] = [
            { $0.serviceName = "Other" }, { $0.controller.address = "Elsewhere" }, { $0.dataProtectionOfficer = nil },
            { $0.authority?.phone = "1" }, { $0.mailboxes[0].retention = "30 days" },
            { $0.mailboxes[0].legalBasis = nil }, { $0.mailboxes = [] },
        ]
        let others = changes.map { PrivacyNotice(Self.settings($0), in: .english).version }
        let all = others + [version, PrivacyNotice(Self.settings(), in: .german).version]
        #expect(Set(all).count == all.count && all.allSatisfy { $0.utf8.count == 16 })
    }
}
