import Mail

/// The mailed dry run (P16): what retention would delete, in numbers, to those who answer for it.
package struct RetentionNotice: Sendable {
    private let desk: Helpdesk
    private let line: StaffLine

    package init(desk: Helpdesk, courier: @escaping @Sendable () -> (any Courier)?) {
        self.desk = desk
        line = StaffLine(desk: desk, courier: courier)
    }

    /// Whether a server took it for somebody. Where nobody is named there is nobody to ask: the alarm and `ticketd
    /// retention show` say it then.
    package func tell(_ profile: MailboxProfile, _ waiting: RetentionRecord.Waiting) async -> Bool {
        let settings = desk.settings.value
        let recipients = Self.recipients(of: settings)
        guard !recipients.isEmpty else { return true }
        return await line.tell(
            StaffWords(retention: waiting, of: profile, settings: settings), to: recipients, settings)
    }

    /// The data protection officer and who hears of alarms; where there is neither, who hears of new mail.
    static func recipients(of settings: DeskSettings) -> [EmailAddress] {
        let officer = settings.officerAddress
        var recipients: [EmailAddress] = []
        for address in [officer].compactMap({ $0 }) + settings.alerts.recipients
        where !recipients.contains(where: { $0.normalized == address.normalized }) {
            recipients.append(address)
        }
        return recipients.isEmpty ? settings.alerts.noticeRecipients : recipients
    }
}

extension StaffWords {
    /// In English as alarms are: operators compare the words.
    package init(retention waiting: RetentionRecord.Waiting, of profile: MailboxProfile, settings: DeskSettings) {
        let (plan, name) = (waiting.plan, profile.name.value)
        let share = plan.total > 0 ? plan.due.tickets * 100 / plan.total : 0
        var lines = [
            "Retention waits for your approval. Nothing was deleted yet.",
            "Mailbox \(name), everything that was kept long enough on \(MinuteText.of(waiting.horizon)):",
            "- \(plan.due.tickets) of \(plan.total) tickets (\(share) %) with \(plan.due.messages) messages and "
                + "\(plan.due.ticketFiles) files would be deleted",
            "- \(plan.due.strippedTickets) further tickets would lose \(plan.due.files) files",
            "- \(plan.due.copies) copies of imported mail would be expunged from the folder they were moved to",
            "- \(plan.held) tickets stay although their time is over, because something about them is not over",
        ]
        lines.append(
            """
            Of people of whom nothing else is left, the keys are destroyed: no backup of the database opens their data \
            then, once the backups of the keys have expired.
            """)
        lines.append(
            "Look:    ticketd retention show\nRecount: ticketd retention run --dry-run\n"
                + "Approve: ticketd retention approve \(name)")
        lines.append(
            """
            The first run of a mailbox waits like this, and any that would touch more than one ticket in twenty. If it \
            should not happen, correct [mailbox.retention] in the configuration; then it is counted anew.
            """)
        self.init(
            subject: "\(settings.serviceName): retention of \(name) waits for an approval "
                + "(\(plan.due.tickets) tickets)",
            text: lines.joined(separator: "\n\n"), sender: settings.alerts.sender, language: .english)
    }
}
