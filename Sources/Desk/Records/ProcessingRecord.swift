package import Foundation
import Mail
import Vault

/// The record of processing activities (Art. 30(1) GDPR), generated from the settings in force, the registers and the
/// dictionary of every stored column, so that it cannot drift from what is processed.
///
/// What the operator has not stated is said to be missing: a gap that looks filled is worse than a gap.
package struct ProcessingRecord: Sendable, Equatable {
    /// One row, by the letters of Art. 30(1).
    package struct Row: Sendable, Equatable {
        package var activity: ProcessingActivity
        package var words: ActivityWords
        /// One line for each mailbox where the mailboxes differ, else one line.
        package var basis: [String]
        package var period: [String]
        package var columns: [StoredColumn]
    }

    /// A processor, as the register has it (Art. 30(1)(d) and (e)).
    package struct Recipient: Sendable, Equatable {
        package var name: String
        package var service: String
        package var country: String
        package var isOutsideUnion: Bool
        package var transfer: Processor.TransferTool
        package var agreement: String?
        package var open: [String]
    }

    package let language: Language
    package let at: Date
    package let controller: Controller
    package let officer: Contact?
    package let representative: String
    /// Whether this is kept as a processor's record too (Art. 30(2)): then each mailbox is processed for somebody.
    package let isProcessor: Bool
    package let mailboxes: [String]
    package let rows: [Row]
    package let recipients: [Recipient]
    /// Servers of the configuration for which no processor is in the register.
    package let unnamedHosts: [String]
    package let measures: [String]
    /// SHA-256 of everything but the time, 16 hex digits: the same record has the same version.
    package let version: String

    init(
        _ settings: DeskSettings, columns: [StoredColumn], processors: ProcessorRegister, scope: ScopeDecision?,
        now: Date, today: CalendarDay
    ) {
        let language = settings.language
        let missing = Phrase.noticeMissing.text(in: language)
        self.language = language
        at = now
        controller = settings.controller
        officer = settings.dataProtectionOfficer
        representative = scope?.answers.representative ?? ""
        isProcessor = scope?.answers.isProcessor ?? false
        mailboxes = settings.mailboxes.map(\.address.text)
        let byMailbox = { (statement: (MailboxProfile) -> String?) in
            settings.mailboxes.map { "\($0.address.text): \(statement($0) ?? missing)" }
        }
        rows = ProcessingActivity.allCases.map { activity in
            let words = activity.words(in: language)
            let period = activity == .backups ? settings.backupPeriods : [words.period].filter { !$0.isEmpty }
            return Row(
                activity: activity, words: words,
                basis: words.basis.isEmpty ? byMailbox(\.legalBasis) : [words.basis],
                period: activity == .tickets ? byMailbox(\.retention) : (period.isEmpty ? [missing] : period),
                columns: columns.filter { $0.activity == activity })
        }
        recipients = processors.current.map(\.statement).map { processor in
            Recipient(
                name: processor.name, service: processor.service, country: processor.country,
                isOutsideUnion: !EuropeanEconomicArea.contains(processor.country), transfer: processor.transfer,
                agreement: processor.agreement, open: processor.open(on: today))
        }
        unnamedHosts = processors.unnamedHosts
        measures = SecurityMeasure.allCases.map { $0.words(in: language) }
        version = Self.version(
            [settings.controller.name, settings.controller.address, settings.controller.email, representative]
                + Self.words(of: officer) + mailboxes + rows.flatMap(Self.words) + recipients.flatMap(Self.words)
                + unnamedHosts + measures)
    }

    private static func words(of contact: Contact?) -> [String] {
        contact.map { [$0.name, $0.email, $0.phone, $0.url] } ?? []
    }

    private static func words(of row: Row) -> [String] {
        let words = row.words
        return [words.name, words.purpose, words.people, words.data, words.recipients] + row.basis + row.period
            + row.columns.map { "\($0.table).\($0.column) \($0.protection) \($0.purpose)" }
    }

    private static func words(of recipient: Recipient) -> [String] {
        [recipient.name, recipient.service, recipient.country, recipient.transfer.rawValue, recipient.agreement ?? ""]
    }

    private static func version(_ words: [String]) -> String {
        // Each with its length before it, so that no two records read the same.
        let text = words.map { "\($0.utf8.count) \($0)" }.joined(separator: "\n")
        return Hex.encode(Array(Digest.sha256(Array(text.utf8)).prefix(8)))
    }
}
