/// Where the logs end, for somebody who keeps the mail.
extension StaffWords {
    package init(anchor head: AuditHead, ledger: LedgerStatus, settings: DeskSettings) {
        let language = settings.language
        var paragraphs = [
            Phrase.anchorIntro.text(in: language),
            Phrase.anchorAudit.text(in: language, ["sequence": "\(head.sequence)", "hash": head.hex]),
        ]
        if ledger.sequence > 0 {
            let line = AuditHead(sequence: ledger.sequence, mac: ledger.mac)
            paragraphs.append(
                Phrase.anchorLedger.text(in: language, ["sequence": "\(line.sequence)", "hash": line.hex]))
        }
        paragraphs.append(
            Phrase.anchorUse.text(in: language, ["command": "ticketd audit verify --anchor \(head.text)"]))
        self.init(
            subject: Phrase.anchorSubject.text(
                in: language, ["service": settings.serviceName, "sequence": "\(head.sequence)"]),
            text: paragraphs.joined(separator: "\n\n"), sender: settings.alerts.sender, language: language)
    }
}
