/// English: double opt-in and consent.
extension Catalog {
    static let englishConsent: [Phrase: String] = [
        .footerRequested: """
        You receive this mail because somebody entered this address at {service}. \
        If it was not you, you need not do anything.
        """,
        .optInAgainSubject: "Do you want to receive mail from {service} again?",
        .optInAgainText: """
        On {day} we were asked to send automatic mail, such as confirmations and reminders, to this address again. \
        It had been unsubscribed.

        If you want that, open this page and confirm it there: {link}

        The page works until {until}. If you do not confirm, everything stays as it is.
        """,
        .optInUnknownTitle: "This link does not work",
        .optInUnknownText: """
        It is incomplete, or older than seven days. Nothing was changed. \
        You can ask for a new link where you asked for this one.
        """,
    ]
}
