import Desk

/// The pages of the door of `/my`.
extension Pages {
    func portalAsk(typed: String, isInvalid: Bool, in language: Language, service: String) -> String {
        let say = { (phrase: Phrase) in phrase.text(in: language, ["service": service]) }
        var values: [String: Any] = [
            "title": say(.portalTitle), "intro": say(.portalAskIntro), "label": say(.portalAskLabel),
            "button": say(.portalAskButton), "note": say(.portalAskNote), "typed": typed,
        ]
        if isInvalid { values["problem"] = say(.portalAskInvalid) }
        return render("portal-ask", values, language: language, service: service, depth: isInvalid ? 1 : 0)
    }

    /// The same for whoever asks (P15).
    func portalSent(in language: Language, service: String) -> String {
        let values: [String: Any] = [
            "title": Phrase.portalSentTitle.text(in: language), "text": Phrase.portalSentText.text(in: language),
            "more": Phrase.portalSentNothing.text(in: language), "good": true,
        ]
        return render("message", values, language: language, service: service, depth: 1)
    }

    func portalPress(_ page: PortalLinkPage, in language: Language, service: String) -> String {
        let isProof = page.reference != nil
        let text: Phrase = page.bringsCopy ? .portalCopyLinkText : isProof ? .portalProofText : .portalLinkText
        let say = { (phrase: Phrase) in
            phrase.text(in: language, ["service": service, "reference": page.reference ?? ""])
        }
        let values: [String: Any] = [
            "title": say(isProof ? .portalProofTitle : .portalLinkTitle),
            "text": say(text),
            "button": say(isProof ? .portalProofButton : .portalLinkButton),
        ]
        return render("portal-press", values, language: language, service: service, depth: 2)
    }

    func portalProved(reference: String, in language: Language, service: String) -> String {
        let values: [String: Any] = [
            "title": Phrase.portalProvedTitle.text(in: language),
            "text": Phrase.portalProvedText.text(in: language, ["reference": reference]), "good": true,
        ]
        return render("message", values, language: language, service: service, depth: 2)
    }

    /// A page that says one thing, with the way to a new link.
    func portalNotice(
        _ title: Phrase, _ text: Phrase?, isGood: Bool = false, depth: Int, in language: Language
    ) -> String {
        var values: [String: Any] = [
            "title": title.text(in: language), "good": isGood, "again": Phrase.portalAgain.text(in: language),
        ]
        if let text { values["text"] = text.text(in: language) }
        return render("message", values, language: language, service: nil, depth: depth)
    }
}
