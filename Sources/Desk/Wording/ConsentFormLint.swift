/// What a form that asks for consent must not do and must have (Art. 4(11), 7; recital 32; CJEU C-673/17).
///
/// It reads a page as a browser would, or a template of ours with its open places. A form says with `data-consent`
/// whether consent is given or withdrawn by it; one that speaks of consent and does not say is refused, so that no form
/// escapes by keeping silent. It finds what can be found by looking. That a page passes does not make it lawful.
package enum ConsentFormLint {
    /// Sentences, each a reason to refuse the page; empty when there is none.
    package static func problems(of page: String) -> [String] {
        let tokens = MarkupTokens(withoutSections(page)).tokens
        var found: [String] = []
        var form: Form?
        for token in tokens {
            switch token {
            case .tag(let tag) where tag.name == "form":
                if let whole = form { found += whole.problems }
                form = tag.isClosing ? nil : Form(tag)
            case .tag(let tag):
                if form == nil {
                    found += outside(tag)
                } else {
                    form?.add(tag)
                }
            case .text(let text): form?.add(text)
            }
        }
        if let whole = form { found += whole.problems }
        return found.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    /// A control that belongs to no form, as scripts use them.
    private static func outside(_ tag: MarkupTokens.Tag) -> [String] {
        guard !tag.isClosing, Form.isPreset(tag), tag.attributes.values.contains(where: ConsentLint.speaks) else {
            return []
        }
        return [Form.preset]
    }

    /// Sections of a template may or may not stand there; what they hold is looked at as if it stood.
    private static func withoutSections(_ template: String) -> String {
        template.replacing(/\{\{[#^\/<$][^}]*\}\}/, with: " ")
    }
}

/// One form as it is read.
private struct Form {
    static let preset = "a control for consent is chosen before somebody chooses; show it unticked (Art. 4(11))"

    private let kind: String?
    private var controls: [MarkupTokens.Tag] = []
    private var words = ""
    private var label = ""
    private var consentText = ""
    private var withdrawal = ""
    /// Inside which marked element, and how deep.
    private var place: (mark: String, name: String, depth: Int)?
    private var isInButton = false

    init(_ tag: MarkupTokens.Tag) {
        kind = tag.attributes["data-consent"]
    }

    mutating func add(_ tag: MarkupTokens.Tag) {
        if tag.name == "button" { isInButton = !tag.isClosing }
        if let place, tag.name == place.name {
            let depth = place.depth + (tag.isClosing ? -1 : 1)
            self.place = depth == 0 ? nil : (place.mark, place.name, depth)
        }
        guard !tag.isClosing else { return }
        for mark in ["data-consent-text", "data-consent-withdrawal"] where tag.has(mark) {
            place = (mark, tag.name, 1)
        }
        if ["input", "select", "option", "button", "textarea"].contains(tag.name) || tag.has("aria-checked") {
            controls.append(tag)
        }
        if tag.name == "input", tag.attributes["type"] == "submit" { label += tag.attributes["value"] ?? "" }
    }

    mutating func add(_ text: String) {
        words += text
        if isInButton { label += text }
        switch place?.mark {
        case "data-consent-text": consentText += text
        case "data-consent-withdrawal": withdrawal += text
        default: break
        }
    }

    var problems: [String] {
        guard let kind else {
            return isAboutConsent
                ? ["a form speaks of consent and does not say by data-consent whether it gives or withdraws it"] : []
        }
        var found: [String] = []
        if controls.contains(where: Self.isPreset) || hasHiddenConsent { found.append(Self.preset) }
        guard kind == "give" else {
            return kind == "withdraw" ? found : found + ["data-consent is “give” or “withdraw”"]
        }
        if hasSeveralPurposes {
            found.append("one control asks for several purposes (Art. 7(2), recital 43); give each its own")
        }
        if isBlank(consentText) {
            found.append("the form does not say what is consented to; mark it with data-consent-text (Art. 4(11))")
        }
        if isBlank(withdrawal) || !(ConsentLint.tellsWithdrawal(withdrawal) || isOpen(withdrawal)) {
            found.append("the form does not say that consent can be withdrawn at any time (Art. 7(3))")
        }
        if isBlank(label) || !(ConsentLint.speaks(label) || isOpen(label)) {
            found.append("the button hides that pressing it is consenting; name it so (Art. 4(11))")
        }
        return found
    }

    static func isPreset(_ tag: MarkupTokens.Tag) -> Bool {
        tag.has("checked") || tag.has("selected")
            || ["aria-checked", "aria-selected"].contains { tag.attributes[$0]?.lowercased() == "true" }
    }

    /// Consent in a field that nobody sees.
    private var hasHiddenConsent: Bool {
        controls.contains { $0.attributes["type"] == "hidden" && $0.attributes["name"] == "consent" }
    }

    /// More than one thing that would be the act, or one that stands for more than one purpose.
    private var hasSeveralPurposes: Bool {
        let boxes = controls.filter { $0.attributes["type"] == "checkbox" || $0.has("aria-checked") }
        let choices = controls.filter { $0.name == "select" || $0.name == "option" }
        let named = boxes.map { $0.attributes["value"] ?? "" }
        return boxes.count > 1 || !choices.isEmpty
            || named.contains { value in value.contains { ",;|+ ".contains($0) } && !isOpen(value) }
            || ConsentLint.isBundled(consentText)
    }

    private var isAboutConsent: Bool {
        ConsentLint.speaks(words)
            || controls.contains { tag in
                ["name", "id", "value"].contains { ConsentLint.speaks(tag.attributes[$0] ?? "") }
            }
    }

    private func isBlank(_ text: String) -> Bool { !text.contains { !$0.isWhitespace } }

    /// A place of a template that is filled in later: the finished page is looked at as well.
    private func isOpen(_ text: String) -> Bool { text.contains("{{") }
}
