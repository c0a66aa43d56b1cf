/// What a text that asks for consent must not do and must say (Art. 4(11), 7; privacy.md demand 4). English and German.
enum ConsentLint {
    static func sentences(about text: String) -> [String] {
        let text = text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
        var found: [String] = []
        if assumed.contains(where: { text.contains($0) }) {
            found.append("silence is no consent (recital 32); ask for an act of the person's own")
        }
        guard asking.contains(where: { text.contains($0) }) else { return found }
        if !withdrawing.contains(where: { text.contains($0) }) {
            found.append(
                "whoever is asked for consent is told that it can be withdrawn at any time (Art. 7(3)); say so")
        }
        if purposes.count(where: { words in words.contains { text.contains($0) } }) > 1 {
            found.append("one consent covers one purpose (Art. 7(2)); ask for each in a text of its own")
        }
        return found
    }

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
