/// The part of the first page about wishes, requests and the law.
extension ExportIndex {
    func wishes(_ page: inout ExportPage) {
        page.section("wishes", .exportWishes)
        if subject.wishes.isEmpty, subject.lifts.isEmpty { page.element("p", page.say(.exportNone)) }
        for wish in subject.wishes {
            var scope = page.say(wish.scope.isSuperset(of: .everything) ? .exportWishAll : .exportWishSome)
            if let ticket = wish.ticket { scope = "#\(ticket.value)" }
            let values = ["day": DayText.of(wish.since), "group": wish.group, "scope": scope]
            page.element("p", page.say(.exportWish, values))
        }
        for lift in subject.lifts {
            let values = ["day": DayText.of(lift.at), "group": lift.group, "evidence": lift.evidence]
            page.element("p", page.say(.exportLifted, values))
        }
        page.close("section")
    }

    func requests(_ page: inout ExportPage) {
        page.section("requests", .exportRequests)
        let rows = subject.requests.map { request -> [ExportPage.Cell] in
            let decision = [request.decision?.word, request.decision?.reasons].compactMap { $0 }
            return [
                .name(DayText.of(request.receivedAt)), .text(request.reference),
                .text("\(request.right.rawValue) (Art. \(request.right.article))"), .text(request.wording),
                .text(decision.isEmpty ? request.state.rawValue : decision.joined(separator: ": ")),
            ]
        }
        page.table(
            [.exportDay, .exportReference, .exportRight, .exportYourWords, .exportDecision], rows,
            caption: page.say(.exportRequests))
        for erasure in subject.erasures {
            page.element("p", "\(DayText.of(erasure.askedAt)) · Art. 17 · \(erasure.state.rawValue)")
        }
        for restriction in subject.restrictions {
            let values = ["day": DayText.of(restriction.since), "ground": restriction.ground.rawValue]
            page.element("p", page.say(.exportRestricted, values))
        }
        for hold in subject.holds {
            let values = ["day": DayText.of(hold.setAt), "article": hold.ground.article]
            page.element("p", page.say(hold.isStanding ? .exportHeld : .exportHeldBefore, values))
        }
        statements(&page)
        if !subject.exports.isEmpty {
            page.element("h3", page.say(.exportEarlier))
            for copy in subject.exports {
                page.element("p", "\(DayText.of(copy.askedAt)) · \(copy.kind.rawValue) · \(copy.state.rawValue)")
            }
        }
        page.close("section")
    }

    func unsent(_ page: inout ExportPage) {
        page.section("unsent", .exportUnsent)
        page.element("p", page.say(drafts.isEmpty ? .exportNone : .exportUnsentIntro))
        for draft in drafts {
            page.element("h3", "#\(draft.ticket.value) · \(DayText.of(draft.savedAt))")
            page.writing(draft.text)
        }
        page.close("section")
    }

    func originals(_ page: inout ExportPage) {
        page.section("originals", .exportOriginals)
        page.element("p", page.say(subject.originals.isEmpty ? .exportNone : .exportOriginalsIntro))
        for original in subject.originals {
            page.open("p")
            page.link(ExportPath.original(original), to: ExportPath.original(original))
            page.close("p")
        }
        page.close("section")
    }

    func information(_ page: inout ExportPage) {
        page.section("information", .exportInformation)
        page.element("p", page.say(.exportInformationIntro))
        for section in PrivacyNotice(settings, in: settings.language).sections {
            page.element("h3", section.title)
            for paragraph in section.paragraphs { page.element("p", paragraph) }
        }
        page.close("section")
    }

    func covered(_ page: inout ExportPage) {
        page.section("covered", .exportCovered)
        if redactions.isEmpty {
            page.element("p", page.say(.exportNone))
        } else {
            page.element("p", page.say(.exportCoveredIntro))
            page.element("p", page.say(.exportReadsIntro))
            let rows = redactions.map { redaction -> [ExportPage.Cell] in
                let place = "#\(redaction.ticket.value)" + (redaction.position.map { "-\($0)" } ?? "")
                let values = ["count": String(redaction.count)]
                return [.name(place), .text(page.say(Self.phrase(of: redaction.what), values))]
            }
            page.table([.exportTicket, .exportWhat], rows, caption: page.say(.exportCovered))
        }
        page.close("section")
    }

    func files(_ page: inout ExportPage) {
        page.section("files", .exportFiles)
        var rows = [
            (ExportPath.index, page.say(.exportFileIndex)), ("tickets/", page.say(.exportFileTickets)),
            (ExportPath.data, page.say(.exportFileData)), (ExportPath.schema, page.say(.exportFileSchema)),
            (ExportPath.table, page.say(.exportFileTable)),
            ("messages/", page.say(.exportFileMessages) + ". " + page.say(.exportReconstructed)),
            ("attachments/", page.say(.exportFileAttachments)),
        ]
        if !subject.originals.isEmpty { rows.append(("originals/", page.say(.exportFileOriginals))) }
        page.facts(rows)
        page.close("section")
    }

    private static func phrase(of what: ExportRedaction.What) -> Phrase {
        switch what {
        case .others: .exportCoveredOthers
        case .staff: .exportCoveredByStaff
        case .file: .exportCoveredFile
        case .messages: .exportCoveredMessages
        case .unreadable: .exportUnreadable
        }
    }
}
