import Desk
import Foundation
import Mail

/// What the desk needs to know of the configuration, in its own types.
extension DeskSettings {
    init(_ configuration: Configuration) throws(OperatorError) {
        var profiles: [MailboxProfile] = []
        for mailbox in configuration.mailboxes {
            profiles.append(try MailboxProfile(mailbox, language: Language(tag: configuration.service.language)))
        }
        self.init(
            serviceName: configuration.service.name,
            publicURL: configuration.service.publicURL?.text ?? "",
            language: Language(tag: configuration.service.language),
            controller: Controller(
                name: configuration.controller.name ?? "", address: configuration.controller.address ?? "",
                email: configuration.controller.email ?? "", country: configuration.controller.country ?? ""),
            dataProtectionOfficer: Contact(
                name: configuration.dpo.name, email: configuration.dpo.email, phone: configuration.dpo.phone),
            authority: Contact(
                name: configuration.authority.name, email: configuration.authority.email,
                url: configuration.authority.url),
            mailboxes: profiles,
            undo: configuration.outbox.undo,
            retry: configuration.outbox.retry,
            giveUp: configuration.outbox.giveUp,
            sendingRefusal: configuration.sendingRefusal,
            alerts: AlertPlan(configuration))
        hosts = configuration.hosts
        backupPeriods = [("desk", configuration.backup.desk), ("keys", configuration.backup.keys)].compactMap {
            $1.to == nil ? nil : "\($0): \(DurationText.format($1.keep))"
        }
        erasure = ErasurePolicy(
            limit: configuration.privacy.eraseLimit, delay: configuration.privacy.eraseDelay,
            keysKept: configuration.backup.keys.to == nil ? nil : configuration.backup.keys.keep,
            unreachableCopies: configuration.privacy.unreachableCopies)
    }
}

extension Configuration {
    /// The mail servers, and the one for alarms: names without ports. A server on this machine is nobody else's.
    fileprivate var hosts: [String] {
        let servers = mailboxes.flatMap { [$0.imap, $0.smtp] } + [alerts.smtp].compactMap { $0 }
        return Set(servers.filter { !$0.isLoopback }.map(\.endpoint.host)).sorted()
    }
}

extension AlertPlan {
    fileprivate init(_ configuration: Configuration) {
        let alerts = configuration.alerts
        let backups = [BackupSet.desk: configuration.backup.desk, .keys: configuration.backup.keys]
        let slowestPoll = configuration.mailboxes.map(\.poll).max() ?? .zero
        self.init(
            recipients: alerts.email.compactMap { EmailAddress($0) },
            noticeRecipients: configuration.notify.to.compactMap { EmailAddress($0) },
            // Another server may take no mail from the mailbox's address; it takes its own user's.
            sender: (alerts.from ?? (alerts.smtp == nil ? nil : alerts.username)).flatMap { EmailAddress($0) },
            repeatAfter: alerts.repeatAfter, noFetch: max(alerts.noFetch, slowestPoll * 2),
            queueAge: alerts.queueAge,
            backupEvery: backups.compactMapValues { plan in plan.to == nil ? nil : plan.every })
    }
}

extension Contact {
    /// nil when the operator stated nothing at all.
    fileprivate init?(name: String?, email: String?, phone: String? = nil, url: String? = nil) {
        guard name != nil || email != nil || phone != nil || url != nil else { return nil }
        self.init(name: name ?? "", email: email ?? "", phone: phone ?? "", url: url ?? "")
    }
}

extension MailboxProfile {
    init(_ settings: MailboxSettings, language: Language) throws(OperatorError) {
        guard let name = MailboxName(settings.name.text), let address = EmailAddress(settings.address)?.withASCIIDomain
        else {
            throw OperatorError(
                "a mailbox has no usable name or address", thing: settings.name.text,
                remedy: "Run `ticketd config check`.", exitCode: .configuration)
        }
        self.init(
            name: name, address: address, language: language, suppressionGroup: settings.suppressionGroup.text,
            authservID: settings.authservID ?? "",
            formSenders: settings.formSenders.compactMap { EmailAddress($0) },
            acknowledges: settings.autoReply,
            usesPlusAddressing: settings.replyAddress == .plus,
            awaitsPlusProof: settings.replyAddress == .auto,
            usesNullSender: settings.autoSender != .mailbox,
            folder: settings.folder,
            start: settings.start.intake,
            afterImport: settings.afterImport.action,
            maximumMessageSize: settings.maxMessageSize,
            reopenWindow: settings.reopenWithin,
            legalBasis: settings.legalBasis.sentence,
            retention: settings.retention.sentence)
        isConfidential = settings.confidential
        if settings.unanswered.isEmpty, let closed = settings.retention.closedTickets {
            terms = RetentionTerms(
                closedTickets: closed, attachments: settings.retention.attachments,
                importedCopies: settings.keepImported)
        }
    }
}

extension MailboxSettings.Start {
    fileprivate var intake: IntakeStart {
        switch self {
        case .new: .new
        case .unseen: .unseen
        case .all: .all
        }
    }
}

extension MailboxSettings.AfterImport {
    fileprivate var action: AfterImport {
        switch self {
        case .move(let folder): .move(to: folder)
        case .delete: .delete
        case .keep: .keep
        }
    }
}

extension LegalBasisSettings {
    /// The bases as the notice shows them; nil while unanswered.
    fileprivate var sentence: String? {
        let parts = [
            customers.map { "customers: \($0.rawValue) (Art. 6(1) GDPR)" },
            others.map { "others: \($0.rawValue) (Art. 6(1) GDPR)" },
            needsInterest ? interest.map { "interest: \($0)" } : nil,
        ].compactMap { $0 }
        return parts.isEmpty ? nil : parts.joined(separator: "; ")
    }
}

extension RetentionSettings {
    fileprivate var sentence: String? {
        closedTickets.map { closed in
            "closed requests: \(days(closed)) days; attachments: \(days(attachments)) days"
        }
    }

    private func days(_ duration: Duration) -> Int64 { duration.components.seconds / 86_400 }
}
