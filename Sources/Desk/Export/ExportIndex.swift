import Foundation
import Mail

/// The first page of an export: who the person is for us, what there is, who got or saw it, what the law wants said.
struct ExportIndex: Sendable {
    let export: Export
    let subject: ExportSubject
    let settings: DeskSettings
    let createdAt: Date
    let messages: [TicketNumber: Int]
    let contents: Export.Contents
    let redactions: [ExportRedaction]
    /// With others covered.
    let drafts: [ExportSubject.Unsent]

    func page() -> [UInt8] {
        let language = settings.language
        let title = Phrase.exportTitle.text(in: language, ["service": settings.serviceName])
        var page = ExportPage(title, in: language)
        open(&page, title)
        you(&page)
        tickets(&page)
        if export.kind == .access {
            recipients(&page)
            reads(&page)
            consents(&page)
            wishes(&page)
        }
        requests(&page)
        if export.kind == .access {
            unsent(&page)
            originals(&page)
            information(&page)
        }
        covered(&page)
        files(&page)
        page.close("main")
        page.open("footer")
        page.element("p", "\(settings.serviceName) · ticketd · \(export.id.hex)")
        page.close("footer")
        return page.html
    }

    private func open(_ page: inout ExportPage, _ title: String) {
        page.open("header", [("class", "top")])
        page.open("div")
        page.element("p", page.say(export.kind == .access ? .exportAccess : .exportPortability))
        page.element("h1", title)
        let address = subject.person.address?.text ?? page.say(.exportErased)
        page.element(
            "p", page.say(.exportMade, ["day": DayText.of(createdAt), "address": address]), [("class", "quiet")])
        page.close("div")
        page.close("header")
        page.open("main", [("id", "main")])
        page.open("section")
        if export.kind == .access {
            page.element("p", page.say(.exportConfirm, ["service": settings.serviceName]))
        }
        let figures = [
            "tickets": String(subject.tickets.count), "messages": String(contents.messages),
            "attachments": String(contents.attachments),
        ]
        page.element("p", page.say(.exportFigures, figures), [("class", "figures")])
        page.element("p", page.say(.exportPrivate), [("class", "warning")])
        page.close("section")
        page.open("nav", [("aria-label", page.say(.exportContents))])
        page.element("h2", page.say(.exportContents))
        page.open("ul")
        for (id, phrase) in sections {
            page.open("li")
            page.link(page.say(phrase), to: "#" + id)
            page.close("li")
        }
        page.close("ul")
        page.close("nav")
    }

    private var sections: [(String, Phrase)] {
        let access: [(String, Phrase)] = [
            ("you", .exportYou), ("tickets", .exportTickets), ("recipients", .exportRecipients),
            ("reads", .exportReads), ("consents", .exportConsents), ("wishes", .exportWishes),
            ("requests", .exportRequests),
            ("unsent", .exportUnsent), ("originals", .exportOriginals), ("information", .exportInformation),
            ("covered", .exportCovered), ("files", .exportFiles),
        ]
        let ofPortability = ["you", "tickets", "requests", "covered", "files"]
        return export.kind == .access ? access : access.filter { ofPortability.contains($0.0) }
    }

    private func you(_ page: inout ExportPage) {
        let language = settings.language
        let yesOrNo = { (isSo: Bool) in (isSo ? Phrase.exportYes : .exportNo).text(in: language) }
        var rows = [
            (page.say(.exportAddress), subject.person.address?.text ?? ""),
            (page.say(.exportName), subject.person.name ?? ""),
            (page.say(.exportSince), DayText.of(subject.firstSeenAt)),
        ]
        if export.kind == .access {
            rows.append((page.say(.exportInformed), yesOrNo(subject.isInformed)))
            rows.append((page.say(.exportUndeliverable), yesOrNo(subject.isUndeliverable)))
        }
        page.section("you", .exportYou)
        page.facts(rows)
        if export.kind == .access { notices(&page) }
        page.close("section")
    }

    private func tickets(_ page: inout ExportPage) {
        page.section("tickets", .exportTickets)
        let rows = subject.tickets.map { ticket -> [ExportPage.Cell] in
            let count = messages[ticket.number] ?? 0
            let name = "#\(ticket.number.value) \(ticket.subject ?? page.say(.exportOthersTicket))"
            return [
                count > 0 ? .link(name, to: ExportPath.page(of: ticket.number, 1)) : .text(name),
                .text(page.say(ticket.status)), .text(DayText.of(ticket.createdAt)),
                .text(DayText.of(ticket.updatedAt)), .text(settings.expiry(of: ticket).map(DayText.of) ?? "–"),
                .text(String(count)),
            ]
        }
        page.table(
            [.exportTicket, .exportStatus, .exportOpened, .exportChanged, .exportExpires, .exportMessages], rows,
            caption: page.say(.exportTickets))
        page.close("section")
    }

    private func recipients(_ page: inout ExportPage) {
        page.section("recipients", .exportRecipients)
        page.element("p", page.say(.exportRecipientsIntro))
        let rows = subject.disclosures.map { disclosure -> [ExportPage.Cell] in
            let why = [disclosure.reason, disclosure.basis].compactMap { $0 }.joined(separator: "; ")
            return [
                .name(DayText.of(disclosure.at)), .text(disclosure.recipient?.text ?? ""),
                .text(page.say(disclosure.kind == .forward ? .exportForwarded : .exportCopied)),
                .text("#\(disclosure.ticket.value)"), .text(why),
            ]
        }
        page.table(
            [.exportDay, .exportRecipient, .exportWhat, .exportTicket, .exportWhy], rows,
            caption: page.say(.exportRecipients))
        told(&page)
        page.close("section")
    }

    private func reads(_ page: inout ExportPage) {
        page.section("reads", .exportReads)
        page.element("p", page.say(.exportReadsIntro))
        let rows = subject.reads.map { read -> [ExportPage.Cell] in
            [
                .name(DayText.of(read.day)), .text("#\(read.ticket.value)"),
                .text(page.say(read.reader == .staff ? .exportStaff : .exportProgram)),
                .text(page.say(.exportReadPurpose)),
            ]
        }
        page.table(
            [.exportDay, .exportTicket, .exportReader, .exportWhy], rows, caption: page.say(.exportReads))
        page.close("section")
    }
}
