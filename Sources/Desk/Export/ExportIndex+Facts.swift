import Mail

/// The part of the first page about consents, statements, and who was told what.
extension ExportIndex {
    func consents(_ page: inout ExportPage) {
        page.section("consents", .exportConsents)
        if subject.consents.isEmpty { page.element("p", page.say(.exportNone)) }
        for record in subject.consents {
            let text = ExportDocument.Consent.text(of: record, subject.purposes)
            page.element("h3", text?.title ?? record.purpose.value)
            let phrase: Phrase =
                switch record.state {
                case .given: .portalConsentGiven
                case .withdrawn: .portalConsentWithdrawn
                case .invalid: .portalConsentInvalid
                }
            page.element(
                "p",
                page.say(
                    phrase,
                    [
                        "day": DayText.of(record.givenAt), "version": record.version?.text ?? "–",
                        "end": record.withdrawal.map { DayText.of($0.at) } ?? "",
                    ]))
            if let text { page.writing(text.text + "\n\n" + text.withdrawal) }
        }
        page.close("section")
    }

    /// Below the recipients.
    func told(_ page: inout ExportPage) {
        guard !subject.recipientNotices.isEmpty else { return }
        page.element("h3", page.say(.exportTold))
        let rows = subject.recipientNotices.map { notice -> [ExportPage.Cell] in
            [
                .name(DayText.of(notice.at)), .text(notice.recipient?.text ?? ""),
                .text(page.say(Self.phrase(of: notice.act))),
                .text(notice.reason ?? notice.state?.publicName ?? ""),
            ]
        }
        page.table(
            [.exportDay, .exportRecipient, .exportWhat, .exportState], rows, caption: page.say(.exportTold))
    }

    /// Among the requests: what was asked to stand beside a message.
    func statements(_ page: inout ExportPage) {
        guard !subject.statements.isEmpty else { return }
        page.element("h3", page.say(.exportStatements))
        for stated in subject.statements {
            page.element("p", "#\(stated.ticket.value)-\(stated.position) · \(DayText.of(stated.at))")
            page.writing(stated.text)
        }
    }

    /// Below what is known of the person.
    func notices(_ page: inout ExportPage) {
        for notice in subject.notices {
            let values = ["day": DayText.of(notice.at), "version": notice.version]
            page.element("p", page.say(.exportNoticeShown, values))
        }
    }

    private static func phrase(of act: RecipientNotice.Act) -> Phrase {
        switch act {
        case .rectified: .exportToldRectified
        case .restricted: .exportToldRestricted
        case .erased: .exportToldErased
        }
    }
}
