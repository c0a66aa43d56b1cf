/// Reports about mail of ours.
extension Message {
    /// What the message reports, or nil when it is no report. The standard forms are read wherever in the message they
    /// stand; a mail server's own words only from a sender that is a mail server.
    package var bounce: Bounce? {
        let leaves = leaves
        func fields(_ mediaType: String) -> ReportFields? {
            leaves.first { $0.contentType.mediaType == mediaType }.map { ReportFields(decodedBytes(of: $0)) }
        }
        let isReport = declaresReport
        if let report = fields("message/feedback-report") ?? fields("text/feedback-report") {
            return complaint(report, leaves)
        }
        if let report = fields("message/disposition-notification"), isReport || comesFromPostOffice {
            return disposition(report, leaves)
        }
        if let report = fields("message/delivery-status") ?? fields("message/global-delivery-status"),
            isReport || comesFromPostOffice, let bounce = delivery(report, leaves)
        {
            return bounce
        }
        return isReport || comesFromPostOffice ? plainDelivery(leaves) : nil
    }

    /// A sender that only mail servers use; or the null sender, as far as it is not somebody's absence.
    private var comesFromPostOffice: Bool {
        if (from + sender).contains(where: { RoleAddress.isPostOffice($0.address ?? "") }) { return true }
        if !rawHeaders("X-Failed-Recipients").isEmpty { return true }
        return automation == .machine(reason: .nullReturnPath) && !isOutOfOffice
    }

    private func delivery(_ report: ReportFields, _ leaves: [Part]) -> Bounce? {
        var recipients: [Bounce.Recipient] = []
        for group in report.groups {
            guard let named = group["original-recipient"] ?? group["final-recipient"] else { continue }
            let address = ReportFields.address(named) ?? group["final-recipient"].flatMap(ReportFields.address)
            let status = Self.status(of: group)
            let word = (group["action"] ?? "").lowercased().prefix { $0.isLetter }
            let action = Bounce.Action(rawValue: String(word)) ?? Self.action(of: status)
            recipients.append(Bounce.Recipient(address: address, action: action, status: status))
        }
        guard !recipients.isEmpty else { return nil }
        let original = returned(leaves)
        return Bounce(
            kind: .delivery, recipients: recipients, returnedMessageID: original?.messageID,
            returnedListUnsubscribe: original?.listUnsubscribe)
    }

    /// Some servers say only `5.0.0` themselves and leave what the other one answered in the diagnostic (RFC 3464
    /// §2.3.6).
    private static func status(of group: [String: String]) -> String? {
        let own = group["status"].flatMap(StatusCode.first)
        let told = group["diagnostic-code"].flatMap(StatusCode.first)
        guard let own else { return told }
        guard own.hasSuffix(".0.0"), let told, told.first == own.first else { return own }
        return told
    }

    private static func action(of status: String?) -> Bounce.Action {
        switch status?.first {
        case "2": .delivered
        case "4": .delayed
        default: .failed
        }
    }

    private func complaint(_ report: ReportFields, _ leaves: [Part]) -> Bounce? {
        // RFC 5965 §7.3: the types that are no complaint about a mail of ours are another machine's statistics.
        let type = report.first("feedback-type")?.lowercased() ?? "abuse"
        guard !["not-spam", "auth-failure", "dmarc"].contains(type) else { return nil }
        let address = (report.first("original-rcpt-to") ?? report.first("removal-recipient"))
            .flatMap(ReportFields.address)
        let original = returned(leaves)
        return Bounce(
            kind: .complaint, recipients: [Bounce.Recipient(address: address, action: .delivered, status: nil)],
            returnedMessageID: original?.messageID, returnedListUnsubscribe: original?.listUnsubscribe)
    }

    private func disposition(_ report: ReportFields, _ leaves: [Part]) -> Bounce {
        let address = (report.first("original-recipient") ?? report.first("final-recipient"))
            .flatMap(ReportFields.address)
        // RFC 8098 §3.2.5 names the mail itself.
        let named = report.first("original-message-id").flatMap { MessageID($0) }
        // §3.2.6: a program that deletes a mail unseen has refused it.
        let verdict = report.first("disposition")?.lowercased() ?? ""
        let isRefused = verdict.contains("automatic-action") && verdict.contains("deleted")
        let action: Bounce.Action = isRefused ? .failed : .delivered
        return Bounce(
            kind: .disposition, recipients: [Bounce.Recipient(address: address, action: action, status: nil)],
            returnedMessageID: named ?? returned(leaves)?.messageID)
    }

    private func plainDelivery(_ leaves: [Part]) -> Bounce? {
        let texts = leaves.filter { $0.contentType.type == "text" && $0.contentType.subtype != "rfc822-headers" }
        guard let part = texts.first else { return nil }
        let decoded = decodedText(of: part).text
        let text = part.contentType.subtype == "html" ? HTMLText(decoded).text : decoded
        let named = rawHeaders("X-Failed-Recipients").flatMap { $0.split(separator: ",") }
            .compactMap { ReportFields.address(String($0)) }
        let ours = Set((from + sender + to).compactMap { $0.email?.normalized })
        guard let notice = BounceText(text, subject: subject ?? "", named: named, except: ours) else { return nil }
        let original = returned(leaves)
        return Bounce(
            kind: .delivery, recipients: notice.recipients,
            returnedMessageID: original?.messageID ?? notice.returnedMessageID,
            returnedListUnsubscribe: original?.listUnsubscribe)
    }

    /// The header of the mail that came back, whole or in part (RFC 6522 §3).
    private func returned(_ leaves: [Part]) -> (messageID: MessageID?, listUnsubscribe: String?)? {
        for leaf in leaves {
            // Every leaf inside an embedded message leads up to its root.
            var part = leaf
            while let parent = part.parent {
                if parent.embedded != nil {
                    let id = tree.field("message-id", of: part.id)
                        .flatMap { MessageIDList.parse(tree.unfolded($0, of: part.id), limit: 1).first }
                    let list = tree.field("list-unsubscribe", of: part.id)
                        .map { String(decoding: tree.unfolded($0, of: part.id), as: UTF8.self) }
                    if id != nil || list != nil { return (id, list) }
                }
                part = parent
            }
            if ["text/rfc822-headers", "message/rfc822-headers", "text/rfc822"].contains(leaf.contentType.mediaType) {
                let header = MessageParser(limits: tree.limits).parse(decodedBytes(of: leaf))
                return (header.messageID, header.rawHeaders("List-Unsubscribe").first)
            }
        }
        return nil
    }
}
