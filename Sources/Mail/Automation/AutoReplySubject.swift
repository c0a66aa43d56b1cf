/// Subjects with which mail programs begin an automatic answer, for those that say it nowhere else.
enum AutoReplySubject {
    private static let openings = [
        "automatic reply", "automated reply", "auto reply", "auto-reply", "autoreply", "auto response", "auto-response",
        "out of office", "out of the office", "out-of-office", "automatische antwort", "abwesenheitsnotiz",
        "abwesenheitsnachricht", "abwesend", "réponse automatique", "absence du bureau", "respuesta automática",
        "respuesta automatica", "fuera de la oficina", "risposta automatica", "fuori sede", "resposta automática",
        "automatisch antwoord", "afwezig", "autosvar", "automatiskt svar", "automatisk svar", "frånvaro",
        "automaattinen vastaus", "poissaoloviesti", "odpowiedź automatyczna", "autoodpowiedź", "automatická odpověď",
        "automatikus válasz", "răspuns automat", "αυτόματη απάντηση", "автоматический ответ", "автоответ",
        "otomatik yanıt", "自動応答", "自動返信", "自动答复", "自动回复",
    ]

    /// Whether a subject is one of them, alone or with what follows a separator: a person who writes about their
    /// out-of-office assistant goes on with a word.
    static func matches(_ subject: String) -> Bool {
        let text = subject.lowercased().drop(while: \.isWhitespace)
        return openings.contains { opening in
            guard text.hasPrefix(opening) else { return false }
            let rest = text.dropFirst(opening.count).drop(while: \.isWhitespace)
            guard let next = rest.first else { return true }
            return ":：-–—([".contains(next)
        }
    }
}
