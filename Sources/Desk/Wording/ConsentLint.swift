/// What a text that asks for consent must not do and must say (Art. 4(11), 7; privacy.md demand 4). English and German.
enum ConsentLint {
    static func sentences(about text: String) -> [String] {
        let text = text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
        var found: [String] = []
        if assumed.contains(where: { text.contains($0) }) {
            found.append("silence is no consent (recital 32); ask for an act of the person's own")
        }
        guard asking.contains(where: { text.contains($0) }) else { return found }
        if !tellsWithdrawal(text) {
            found.append(
                "whoever is asked for consent is told that it can be withdrawn at any time (Art. 7(3)); say so")
        }
        if purposes.count(where: { words in words.contains { text.contains($0) } }) > 1 {
            found.append("one consent covers one purpose (Art. 7(2)); ask for each in a text of its own")
        }
        return found
    }

    /// What keeps the words of a purpose from being consented to.
    static func problems(ofPurpose purpose: ConsentPurposeDraft.Text) -> [String] {
        let whole = [purpose.title, purpose.text, purpose.withdrawal ?? ""].joined(separator: "\n")
        var found = WordingLint.problems(of: whole).map(\.sentence)
        if whole.contains("{{") {
            found.append("the words are the same for everybody; leave variables out")
        }
        if purpose.text.count < Limits.consentTextCharacters {
            found.append("nobody can tell from so few words what they sign up for; say it exactly (Art. 4(11))")
        }
        if let withdrawal = purpose.withdrawal, !tellsWithdrawal(withdrawal) {
            found.append("the sentence on withdrawing does not say that it is possible (Art. 7(3))")
        }
        if isBundled(purpose.title + "\n" + purpose.text) {
            found.append("this is more than one purpose (Art. 7(2), recital 43); make a purpose of each")
        }
        return found.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    /// News, questions, handing on and profiling are four things, whatever they are called.
    static func isBundled(_ text: String) -> Bool {
        let text = text.lowercased()
        let bundles = [Array(purposes[0...1].joined())] + purposes[2...]
        return bundles.count { words in words.contains { text.contains($0) } } > 1
    }

    static func tellsWithdrawal(_ text: String) -> Bool {
        let text = text.lowercased()
        return withdrawing.contains { text.contains($0) }
    }

    /// Whether a text speaks of consenting at all.
    static func speaks(_ text: String) -> Bool {
        let text = text.lowercased()
        return speaking.contains { text.contains($0) }
    }

    private static let speaking = [
        "consent", "einwillig", "willige ein", "willigen ein", "einverstanden", "opt-in", "opt in", "newsletter",
    ]

    private static let asking = [
        "your consent", "do you consent", "please consent", "ihre einwilligung", "ihr einverständnis",
        "willigen sie", "sind sie damit einverstanden", "deine einwilligung", "dein einverständnis",
    ]
    private static let assumed = [
        "by replying you agree", "by replying, you agree", "by answering you agree", "if we do not hear from you",
        "if you do not object", "unless you object", "wenn wir nichts von ihnen hören",
        "sofern sie nicht widersprechen", "wenn sie nicht widersprechen", "mit ihrer antwort stimmen sie",
        "mit ihrer antwort willigen sie",
    ]
    private static let withdrawing = ["withdraw", "widerruf", "zurückzieh"]
    private static let purposes = [
        ["newsletter"], ["advert", "marketing", "werbung", "angebote"], ["survey", "umfrage"],
        ["our partners", "third parties", "unsere partner", "dritte"], ["profil"],
    ]
}
