import Desk
import Mail

/// What this installation does with personal data, in one table. Every row is true because the program or its
/// configuration makes it so.
struct FactsSheet: Sendable, Equatable {
    struct Row: Sendable, Equatable {
        var name: String
        var values: [String]
    }

    let language: Language
    let title: String
    let rows: [Row]
    let version: String

    init(_ settings: DeskSettings, in language: Language) {
        let say = { (phrase: Phrase) in phrase.text(in: language, ["service": settings.serviceName]) }
        let stated = { (values: [String]) in
            let present = values.filter { !$0.isEmpty }
            return present.isEmpty ? [say(.noticeMissing)] : present
        }
        let officer = settings.dataProtectionOfficer
        let authority = settings.authority
        self.language = language
        title = say(.factsTitle)
        rows = [
            Row(
                name: say(.noticeController),
                values: stated([settings.controller.name, settings.controller.address, settings.controller.email])),
            Row(
                name: say(.noticeOfficer),
                values: stated([officer?.name, officer?.email, officer?.phone].compactMap { $0 })),
            Row(name: say(.factsStored), values: [say(.factsStoredText)]),
            Row(name: say(.factsNotStored), values: [say(.factsNotStoredText)]),
            Row(name: say(.factsEncryption), values: [say(.factsEncryptionText)]),
            Row(name: say(.factsCookies), values: [say(.factsCookiesText)]),
            Row(name: say(.factsUnsubscribe), values: [say(.factsUnsubscribeText)]),
            Row(name: say(.noticeAutomated), values: [say(.noticeAutomatedText)]),
            Row(
                name: say(.noticeBasis),
                values: stated(
                    settings.mailboxes.map { "\($0.address.text): \($0.legalBasis ?? say(.noticeMissing))" })),
            Row(
                name: say(.noticeRetention),
                values: stated(
                    settings.mailboxes.map { "\($0.address.text): \($0.retention ?? say(.noticeMissing))" })),
            Row(
                name: say(.noticeAuthority),
                values: stated([authority?.name, authority?.email, authority?.url].compactMap { $0 })),
        ]
        version = PrivacyNotice(settings, in: language).version
    }
}
