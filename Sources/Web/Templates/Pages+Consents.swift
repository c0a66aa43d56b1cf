package import Desk

/// The pages of consent.
extension Pages {
    /// What somebody typed and why it is not enough yet. Never what they ticked: that is asked anew.
    package struct ConsentTrouble: Sendable, Equatable {
        package var sentence: Phrase
        package var address: String

        package init(_ sentence: Phrase, address: String) {
            self.sentence = sentence
            self.address = address
        }
    }

    package func consent(_ form: ConsentForm, contact: String, trouble: ConsentTrouble? = nil) -> String {
        let words = ["title": form.text.title, "controller": form.controller, "address": contact]
        let say = { (phrase: Phrase) in phrase.text(in: form.language, words) }
        let control = BlankControl(
            kind: .checkbox, name: "consent", value: form.purpose.value, label: say(.consentLabel))
        var values: [String: Any] = [
            "title": form.text.title, "version": form.text.version.text, "paragraphs": Self.paragraphs(form.text.text),
            "controller": say(.consentController), "withdrawal": form.text.withdrawal,
            "addressLabel": say(.consentAddress), "address": trouble?.address ?? "", "choice": [control.values],
            "button": say(.consentButton), "twoSteps": say(.consentTwoSteps),
        ]
        if let age = form.age { values["age"] = Self.question(of: age, in: form.language) }
        if let trouble { values["problem"] = say(trouble.sentence) }
        return render("consent", values, language: form.language, service: form.serviceName, depth: 1)
    }

    package func consentSent(in language: Language, service: String) -> String {
        let values: [String: Any] = [
            "title": Phrase.consentSentTitle.text(in: language), "text": Phrase.consentSentText.text(in: language),
            "hint": Phrase.consentSentHint.text(in: language),
        ]
        return render("consentSent", values, language: language, service: service, depth: 1)
    }

    func confirmConsent(_ page: OptInPage, to text: ConsentText, towards controller: String) -> String {
        let say = words(of: page, text, controller)
        let values: [String: Any] = [
            "title": say(.consentConfirmTitle), "intro": say(.consentConfirmIntro), "name": text.title,
            "paragraphs": Self.paragraphs(text.text), "controller": say(.consentController),
            "withdrawal": text.withdrawal, "button": say(.consentConfirmButton),
        ]
        return render("confirmConsent", values, language: page.language, service: page.serviceName, depth: 1)
    }

    func consentDone(_ page: OptInPage, to text: ConsentText, towards controller: String) -> String {
        let say = words(of: page, text, controller)
        guard !page.isWithdrawn else {
            return withdrawn(text.title, in: page.language, service: page.serviceName)
        }
        let values: [String: Any] = [
            "title": say(.consentDoneTitle), "text": say(.consentDoneText), "withdrawal": text.withdrawal,
            "button": say(.consentWithdrawButton),
        ]
        return render("consentDone", values, language: page.language, service: page.serviceName, depth: 1)
    }

    package func withdrawn(_ title: String, in language: Language, service: String) -> String {
        let values: [String: Any] = [
            "title": Phrase.consentWithdrawnTitle.text(in: language), "good": true,
            "text": Phrase.consentWithdrawnText.text(in: language, ["title": title]),
        ]
        return render("message", values, language: language, service: service, depth: 1)
    }

    /// For the page behind the link of every mail.
    static func offers(_ consents: [ConsentOffer], in language: Language) -> [String: Any] {
        [
            "title": Phrase.consentsTitle.text(in: language), "intro": Phrase.consentsIntro.text(in: language),
            "offers": consents.map { offer in
                [
                    "purpose": offer.purpose.value,
                    "label": Phrase.consentWithdrawOne.text(in: language, ["title": offer.title]),
                ]
            },
        ]
    }

    private func words(of page: OptInPage, _ text: ConsentText, _ controller: String) -> (Phrase) -> String {
        { $0.text(in: page.language, ["title": text.title, "controller": controller]) }
    }

    private static func question(of age: Int, in language: Language) -> [String: Any] {
        let say = { (phrase: Phrase) in phrase.text(in: language, ["age": String(age)]) }
        let choices = [("yes", Phrase.consentAgeYes), ("no", .consentAgeNo)].map { value, label in
            BlankControl(kind: .radio, name: "age", value: value, label: say(label)).values
        }
        return ["question": say(.consentAgeQuestion), "note": say(.consentAgeNote), "choices": choices]
    }

    /// The words as they are, a paragraph a line: nothing is left out and nothing added.
    private static func paragraphs(_ text: String) -> [String] {
        text.split(whereSeparator: \.isNewline).map(String.init).filter { $0.contains { !$0.isWhitespace } }
    }
}
