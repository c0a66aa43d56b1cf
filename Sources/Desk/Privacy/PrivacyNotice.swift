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
    package var sections: [Section]
    package var version: String

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
                paragraphs: [orMissing(controller.name), orMissing(controller.address), orMissing(controller.email)]),
            Section(
                title: say(.noticeOfficer),
                paragraphs: Self.lines(of: settings.dataProtectionOfficer) ?? [say(.noticeMissing)]),
            Section(title: say(.noticePurposes), paragraphs: [say(.noticePurposesText)]),
            Section(
                title: say(.noticeBasis),
                paragraphs: byMailbox(\.legalBasis) + [say(.noticeInterests)]),
            Section(title: say(.noticeCategories), paragraphs: [say(.noticeCategoriesText)]),
            Section(title: say(.noticeRecipients), paragraphs: [say(.noticeRecipientsText)]),
            Section(title: say(.noticeTransfers), paragraphs: [say(.noticeTransfersText)]),
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
        let words = ([title] + sections.map { ([$0.title] + $0.paragraphs).joined(separator: "\n") })
            .joined(separator: "\n\n")
        version = Hex.encode(Array(Digest.sha256(Array(words.utf8)).prefix(8)))
    }

    private static func lines(of contact: Contact?) -> [String]? {
        guard let contact else { return nil }
        let lines = [contact.name, contact.email, contact.phone, contact.url].filter { !$0.isEmpty }
        return lines.isEmpty ? nil : lines
    }
}
