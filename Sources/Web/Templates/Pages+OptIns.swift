package import Desk

/// The pages of double opt-in.
extension Pages {
    package func confirm(_ page: OptInPage) -> String {
        let say = words(of: page)
        if case .consent(let wish) = page.wish, let text = page.text {
            return confirmConsent(page, to: text, towards: wish.controller)
        }
        let values: [String: Any] =
            switch page.wish {
            case .resubscription:
                ["title": say(.pageUndoTitle), "intro": say(.pageUndoIntro), "button": say(.pageUndoButton)]
            case .consent: [:]
            }
        return render("confirm", values, language: page.language, service: page.serviceName, depth: 1)
    }

    package func confirmed(_ page: OptInPage) -> String {
        let say = words(of: page)
        if case .consent(let wish) = page.wish, let text = page.text {
            return consentDone(page, to: text, towards: wish.controller)
        }
        let values: [String: Any] =
            switch page.wish {
            case .resubscription: ["title": say(.pageUndoTitle), "text": say(.pageUndoDone), "good": true]
            case .consent: [:]
            }
        return render("message", values, language: page.language, service: page.serviceName, depth: 1)
    }

    private func words(of page: OptInPage) -> (Phrase) -> String {
        { $0.text(in: page.language, ["service": page.serviceName]) }
    }
}
