import Mail
import Vault

/// The notice of Art. 13 and 14, generated from the configuration so that it cannot drift from it.
///
/// It lists what the two articles list, in order; what the operator has not stated is shown as not stated, because
/// a gap that looks filled is worse than a gap. The version is a hash of the words.
package struct PrivacyNotice: Sendable, Equatable {
    package struct Section: Sendable, Equatable {
        package var title: String
        package var paragraphs: [String]
    }

    package var language: Language
    package var title: String
    /// The first layer: what matters most, in a few sentences (WP 260 rev.01, 36).
    package var summary: [String]
    package var sections: [Section]
    package var version: String

    /// All its words, as they are kept with who was shown them.
    package var text: String {
        ([title] + summary + sections.map { ([$0.title] + $0.paragraphs).joined(separator: "\n") })
            .joined(separator: "\n\n")
    }

    package init(_ settings: DeskSettings, in language: Language) {
        let say = { (phrase: Phrase) in phrase.text(in: language, ["service": settings.serviceName]) }
        let orMissing = { (value: String) in value.isEmpty ? say(.noticeMissing) : value }
        let byMailbox = { (statement: (MailboxProfile) -> String?) in
            settings.mailboxes.isEmpty
                ? [say(.noticeMissing)]
                : settings.mailboxes.map { "\($0.address.text): \(orMissing(statement($0) ?? ""))" }
        }
        let controller = settings.controller
        self.language = language
        title = say(.noticeTitle)
        sections = [
            Section(
                title: say(.noticeController),
                paragraphs: [orMissing(controller.name), orMissing(controller.address), orMissing(controller.email)]
                    + Self.representative(settings.notice, language)),
            Section(
                title: say(.noticeOfficer),
                paragraphs: Self.lines(of: settings.dataProtectionOfficer)
                    ?? Self.contact(settings.notice, language) ?? [say(.noticeMissing)]),
            Section(title: say(.noticePurposes), paragraphs: [say(.noticePurposesText)]),
            Section(
                title: say(.noticeBasis),
                paragraphs: byMailbox(\.legalBasis) + [say(.noticeInterests)]),
            Section(title: say(.noticeCategories), paragraphs: [say(.noticeCategoriesText)]),
            Section(
                title: say(.noticeRecipients),
                paragraphs: [say(.noticeRecipientsText)]
                    + settings.notice.recipients.map { "\($0.name): \($0.service) (\($0.country))" }),
            Section(
                title: say(.noticeTransfers), paragraphs: settings.notice.transfers(controller, in: language)),
            Section(title: say(.noticeRetention), paragraphs: byMailbox(\.retention)),
            Section(title: say(.noticeRights), paragraphs: [say(.noticeRightsText)]),
            Section(title: say(.noticeObject), paragraphs: [say(.noticeObjectText)]),
            Section(
                title: say(.noticeAuthority),
                paragraphs: Self.lines(of: settings.authority) ?? [say(.noticeMissing)]),
            Section(title: say(.noticeRequired), paragraphs: [say(.noticeRequiredText)]),
            Section(title: say(.noticeSource), paragraphs: [say(.noticeSourceText)]),
            Section(title: say(.noticeAutomated), paragraphs: [say(.noticeAutomatedText)]),
        ]
        summary = Self.summary(settings, language)
        version = ""
        version = Hex.encode(Array(Digest.sha256(Array(text.utf8)).prefix(8)))
    }

    private static func summary(_ settings: DeskSettings, _ language: Language) -> [String] {
        let missing = Phrase.noticeMissing.text(in: language)
        let stated = { (values: [String?]) in values.compactMap { $0 }.first { !$0.isEmpty } ?? missing }
        let values = [
            "controller": stated([settings.controller.name]),
            "contact": stated([settings.dataProtectionOfficer?.email, settings.controller.email]),
            "authority": stated([settings.authority?.name, settings.authority?.url]),
        ]
        return [Phrase.noticeShortWho, .noticeShortWhat, .noticeShortRights, .noticeShortMail].map {
            $0.text(in: language, values)
        }
    }

    private static func representative(_ sources: NoticeSources, _ language: Language) -> [String] {
        sources.representative.isEmpty
            ? [] : [Phrase.noticeRepresentative.text(in: language, ["name": sources.representative])]
    }

    private static func contact(_ sources: NoticeSources, _ language: Language) -> [String]? {
        sources.privacyContact.isEmpty
            ? nil : [Phrase.noticeNoOfficer.text(in: language, ["contact": sources.privacyContact])]
    }

    private static func lines(of contact: Contact?) -> [String]? {
        guard let contact else { return nil }
        let lines = [contact.name, contact.email, contact.phone, contact.url].filter { !$0.isEmpty }
        return lines.isEmpty ? nil : lines
    }
}
