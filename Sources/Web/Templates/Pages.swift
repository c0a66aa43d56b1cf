package import Desk
internal import Mustache

/// The pages people see: templates of this folder, filled with words of the catalogs and values of strangers.
///
/// Every value goes through `PageEncoder`; a value is never read as a template (P17). Links in pages are relative or
/// come from the configuration, never from a request.
package struct Pages: Sendable {
    private let library: MustacheLibrary

    package init() {
        MustacheContentTypes.register(PageEncoder(), named: PageEncoder.name)
        var library = MustacheLibrary()
        do {
            for (name, text) in Self.templates { try library.register(PageEncoder.pragma + text, named: name) }
        } catch {
            // The templates are part of the program, and a test renders each of them.
            preconditionFailure("A page template of this program cannot be parsed.")
        }
        self.library = library
    }

    package static let templates: [String: String] = [
        "layout": LayoutTemplate.text, "landing": LandingTemplate.text, "done": DoneTemplate.text,
        "undo": UndoTemplate.text, "message": MessageTemplate.text, "notice": NoticeTemplate.text,
        "facts": FactsTemplate.text, "notices": NoticesTemplate.text,
        "confirm": ConfirmTemplate.text,
        "portal-bar": PortalBarTemplate.text, "portal-ask": PortalAskTemplate.text,
        "portal-press": PortalPressTemplate.text, "portal-home": PortalHomeTemplate.text,
        "record": RecordTemplate.text, "sheet": SheetTemplate.text,
        "consent": ConsentTemplate.text,
        "consentSent": ConsentSentTemplate.text,
        "confirmConsent": ConfirmConsentTemplate.text,
        "consentDone": ConsentDoneTemplate.text,
        "portal-conversations": PortalConversationsTemplate.text,
        "portal-conversation": PortalConversationTemplate.text, "portal-mail": PortalMailTemplate.text,
        "portal-request": PortalRequestTemplate.text, "portal-done": PortalDoneTemplate.text,
        "breachReport": BreachReportTemplate.text,
        "portal-erasure": PortalErasureTemplate.text, "portal-restriction": PortalRestrictionTemplate.text,
        "portal-exports": PortalExportsTemplate.text, "portal-consents": PortalConsentsTemplate.text,
        "portal-name": PortalNameTemplate.text, "portal-objection": PortalObjectionTemplate.text,
    ]

    package func landing(_ page: UnsubscribePage, consents: [ConsentOffer] = []) -> String {
        let say = words(of: page)
        var values: [String: Any] = [
            "title": say(.pageTitle), "intro": say(.pageIntro), "button": say(.pageButton),
            "everything": say(.pageScopeEverything), "automatic": say(.pageScopeAutomatic),
            "stillSent": say(.pageStillSent), "suppressed": page.isSuppressed, "already": say(.pageAlready),
        ]
        if !consents.isEmpty { values["consents"] = Self.offers(consents, in: page.language) }
        if page.ticket != nil {
            values["ticket"] = say(.pageScopeTicket)
            if page.isAwaitingAnswer {
                values["keeps"] = say(.pageKeepsRequest)
                values["drop"] = say(.pageDropRequest)
            }
        }
        return render("landing", values, language: page.language, service: page.serviceName, depth: 1)
    }

    package func done(
        _ page: UnsubscribePage, choice: UnsubscribeSubmission.Choice, dropsRequest: Bool
    ) -> String {
        let say = words(of: page)
        var values: [String: Any] = [
            "title": say(.pageDoneTitle), "text": say(.pageDoneText), "stillSent": say(.pageStillSent),
        ]
        let chosen: Phrase =
            switch choice {
            case .everything: .pageScopeEverything
            case .automatic: .pageScopeAutomatic
            case .ticket: .pageScopeTicket
            }
        values["choice"] = Phrase.pageChoice.text(in: page.language, ["choice": say(chosen)])
        if page.ticket != nil, dropsRequest {
            values["request"] = say(.pageDropped)
        } else if page.ticket != nil, page.isAwaitingAnswer {
            values["request"] = say(.pageKeepsRequest)
        }
        return render("done", values, language: page.language, service: page.serviceName, depth: 1)
    }

    package func undo(_ page: UnsubscribePage) -> String {
        let say = words(of: page)
        let values: [String: Any] = [
            "title": say(.pageUndoTitle), "intro": say(.pageUndoIntro), "button": say(.pageUndoButton),
        ]
        return render("undo", values, language: page.language, service: page.serviceName, depth: 1)
    }

    package func undone(_ page: UnsubscribePage, isFirst: Bool) -> String {
        let say = words(of: page)
        let values: [String: Any] = [
            "title": say(.pageUndoTitle), "text": say(isFirst ? .pageUndoDone : .pageUndoUsed), "good": isFirst,
        ]
        return render("message", values, language: page.language, service: page.serviceName, depth: 1)
    }

    /// A page that says one thing and names no service: it is the same for whoever opens it.
    package func message(_ title: Phrase, _ text: Phrase, in language: Language) -> String {
        let values: [String: Any] = ["title": title.text(in: language), "text": text.text(in: language)]
        return render("message", values, language: language, service: nil, depth: 1)
    }

    package func notice(_ notice: PrivacyNotice, _ settings: DeskSettings) -> String {
        let sections = notice.sections.map { section -> [String: Any] in
            ["title": section.title, "paragraphs": section.paragraphs]
        }
        let values: [String: Any] = [
            "title": notice.title, "sections": sections, "summary": notice.summary,
            "short": Phrase.noticeShort.text(in: notice.language),
            "full": Phrase.noticeFull.text(in: notice.language),
            "version": Phrase.noticeVersion.text(in: notice.language, ["hash": notice.version]),
            "facts": Phrase.factsTitle.text(in: notice.language), "others": Self.others(than: notice.language),
        ]
        return render(
            "notice", values, language: notice.language, service: settings.serviceName, depth: 0, isWide: true)
    }

    func facts(_ facts: FactsSheet, _ settings: DeskSettings) -> String {
        let rows = facts.rows.map { row -> [String: Any] in ["name": row.name, "values": row.values] }
        let values: [String: Any] = [
            "title": facts.title, "rows": rows,
            "version": Phrase.noticeVersion.text(in: facts.language, ["hash": facts.version]),
            "others": Self.others(than: facts.language),
        ]
        return render(
            "facts", values, language: facts.language, service: settings.serviceName, depth: 1, isWide: true)
    }

    private func words(of page: UnsubscribePage) -> (Phrase) -> String {
        let values = ["service": page.serviceName, "number": page.ticket.map { "\($0.value)" } ?? ""]
        return { $0.text(in: page.language, values) }
    }

    /// - Parameter depth: how many folders the page stands below the root, for links that need no host.
    func render(
        _ template: String, _ values: [String: Any], language: Language, service: String?, depth: Int,
        isWide: Bool = false
    ) -> String {
        var context = values
        context["language"] = language.rawValue
        context["root"] = String(repeating: "../", count: depth)
        context["service"] = service
        context["wide"] = isWide
        context["privacy"] = Phrase.pagePrivacyLink.text(in: language)
        guard let page = library.render(context, withTemplate: template) else {
            preconditionFailure("Every page this program asks for is among its templates.")
        }
        return page
    }

    private static func others(than language: Language) -> [[String: String]] {
        Language.allCases.filter { $0 != language }.map { ["code": $0.rawValue, "name": ownName(of: $0)] }
    }

    private static func ownName(of language: Language) -> String {
        switch language {
        case .english: "English"
        case .german: "Deutsch"
        }
    }
}
