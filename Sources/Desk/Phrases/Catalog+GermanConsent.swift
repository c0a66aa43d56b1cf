/// German: double opt-in and consent.
extension Catalog {
    static let germanConsent: [Phrase: String] = [
        .footerRequested: """
        Sie erhalten diese Mail, weil jemand diese Adresse bei {service} eingegeben hat. \
        Waren Sie das nicht, brauchen Sie nichts zu tun.
        """,
        .optInAgainSubject: "Möchten Sie wieder Mail von {service} erhalten?",
        .optInAgainText: """
        Am {day} wurden wir gebeten, an diese Adresse wieder automatische Mail zu senden, \
        etwa Bestätigungen und Erinnerungen. Sie war abgemeldet.

        Wenn Sie das möchten, öffnen Sie diese Seite und bestätigen es dort: {link}

        Die Seite gilt bis {until}. Bestätigen Sie nichts, bleibt alles, wie es ist.
        """,
        .optInUnknownTitle: "Dieser Link funktioniert nicht",
        .optInUnknownText: """
        Er ist unvollständig oder älter als sieben Tage. Es wurde nichts geändert. \
        Sie können dort, wo Sie ihn angefordert haben, einen neuen anfordern.
        """,
    ]
}
