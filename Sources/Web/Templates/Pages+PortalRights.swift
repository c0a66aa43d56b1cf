import Desk

/// The pages of consents, of the name and of objections.
extension Pages {
    func portalConsents(
        _ consents: [PortalConsent], _ visit: PortalRooms.Visit, _ settings: DeskSettings
    ) -> String {
        let language = visit.language
        let shown = consents.map { consent -> [String: Any] in
            var values: [String: Any] = [
                "name": consent.title, "how": Self.standing(consent, in: language), "granted": consent.isGranted,
                "purpose": consent.purpose.value, "wordsTitle": Phrase.portalConsentWords.text(in: language),
                "hasWords": consent.text != nil,
            ]
            if let text = consent.text {
                values["words"] =
                    text.text.split(separator: "\n", omittingEmptySubsequences: true).map(String.init)
                    + [text.withdrawal]
            }
            if consent.isGranted {
                values["withdraw"] = Phrase.consentWithdrawOne.text(in: language, ["title": consent.title])
            }
            return values
        }
        let values: [String: Any] = [
            "title": Phrase.portalConsentsTitle.text(in: language),
            "intro": (consents.isEmpty ? Phrase.portalConsentsNone : .portalConsentsIntro).text(in: language),
            "consents": shown,
        ]
        return renderPortal("portal-consents", values, visit, settings, depth: 1)
    }

    func portalName(_ name: PortalName, _ visit: PortalRooms.Visit, _ settings: DeskSettings) -> String {
        let language = visit.language
        var values: [String: Any] = [
            "title": Phrase.portalNameTitle.text(in: language), "intro": Phrase.portalNameIntro.text(in: language),
            "label": Phrase.portalNameLabel.text(in: language), "button": Phrase.portalNameButton.text(in: language),
            "note": Phrase.portalNameNote.text(in: language), "other": Phrase.portalAskTitle.text(in: language),
            "typed": name.typed,
        ]
        switch name.outcome {
        case .untouched: break
        case .saved: values["saved"] = Phrase.portalNameSaved.text(in: language)
        case .unfit: values["problem"] = Phrase.portalNameUnfit.text(in: language)
        }
        return renderPortal("portal-name", values, visit, settings, depth: 1)
    }

    func portalObjection(
        _ standing: PortalObjection, _ visit: PortalRooms.Visit, _ settings: DeskSettings
    ) -> String {
        let language = visit.language
        let say = { (phrase: Phrase) in phrase.text(in: language, ["service": settings.serviceName]) }
        var values: [String: Any] = [
            "title": say(.portalObjectionTitle), "marketingTitle": say(.portalObjectMarketing),
            "useTitle": say(.portalObjectUse),
        ]
        if standing.isWithoutMarketing {
            values["marketingDone"] = say(.portalObjectMarketingDone)
        } else {
            values["marketingText"] = say(.portalObjectMarketingText)
            values["marketingButton"] = say(.portalObjectMarketingButton)
        }
        if let restriction = standing.restriction {
            values["useDone"] = Phrase.portalObjectUseDone.text(
                in: language, ["day": DayText.of(restriction.since)])
        } else {
            values["useText"] = say(.portalObjectUseText)
            values["words"] = say(.portalRestrictionWords)
            values["useButton"] = say(.portalObjectUseButton)
        }
        return renderPortal("portal-objection", values, visit, settings, depth: 1)
    }

    private static func standing(_ consent: PortalConsent, in language: Language) -> String {
        guard let record = consent.record else { return Phrase.portalConsentWithheld.text(in: language) }
        let phrase: Phrase =
            switch record.state {
            case .given: .portalConsentGiven
            case .withdrawn: .portalConsentWithdrawn
            case .invalid: .portalConsentInvalid
            }
        return phrase.text(
            in: language,
            [
                "day": DayText.of(record.givenAt), "version": record.version?.text ?? "–",
                "end": record.withdrawal.map { DayText.of($0.at) } ?? "",
            ])
    }
}
