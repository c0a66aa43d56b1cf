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
        .optInConsentSubject: "Bitte bestätigen Sie Ihre Einwilligung: {title}",
        .optInConsentText: """
        Am {day} hat jemand diese Adresse bei {service} eingegeben und möchte hierin einwilligen:

        {title}

        {text}

        {withdrawal}

        Waren Sie das, öffnen Sie diese Seite und drücken dort den Knopf: {link}

        Die Seite gilt bis {until}. Ohne den Knopf gibt es keine Einwilligung, und die Adresse wird dann gelöscht.
        """,
        .consentWithdrawal: """
        Sie können Ihre Einwilligung jederzeit ohne Angabe von Gründen widerrufen: über den Link in jeder Mail von \
        uns oder mit einer Mail an {address}. Was vorher geschah, bleibt rechtmäßig.
        """,
        .consentController: "Sie willigen ein gegenüber: {controller}.",
        .consentAgeQuestion: "Sind Sie mindestens {age} Jahre alt?",
        .consentAgeYes: "Ja, ich bin {age} oder älter",
        .consentAgeNo: "Nein, ich bin jünger",
        .consentAgeNote: "Wir fragen, weil Jüngere die Einwilligung der Eltern brauchen (Art. 8 DSGVO).",
        .consentAddress: "Ihre E-Mail-Adresse",
        .consentLabel: "Ich willige ein: {title}",
        .consentButton: "Einwilligen und Link zuschicken lassen",
        .consentTwoSteps: """
        Wir schicken dann einen Link an diese Adresse. Erst wenn Sie ihn öffnen und dort den Knopf drücken, \
        haben wir Ihre Einwilligung. Sonst wird Ihre Adresse nach sieben Tagen gelöscht.
        """,
        .consentMissing: """
        Bitte setzen Sie das Häkchen, wenn Sie einwilligen möchten. Ohne es wird nichts gespeichert.
        """,
        .consentBadAddress: "Bitte geben Sie eine E-Mail-Adresse wie name@example.com ein.",
        .consentNeedsAge: "Bitte sagen Sie, ob Sie alt genug sind. Ohne das wird nichts gespeichert.",
        .consentTooYoung: """
        Sie brauchen die Einwilligung Ihrer Eltern. Bitten Sie sie, an {address} zu schreiben. \
        Es wurde nichts gespeichert.
        """,
        .consentChanged: """
        Der Text hat sich inzwischen geändert. Bitte lesen Sie ihn noch einmal. Es wurde nichts gespeichert.
        """,
        .consentSentTitle: "Bitte sehen Sie in Ihr Postfach",
        .consentSentText: """
        Wir schicken Ihnen eine Mail mit einem Link. Öffnen Sie ihn und drücken dort den Knopf; \
        dann gilt Ihre Einwilligung.
        """,
        .consentSentHint: """
        Keine Mail? Sehen Sie im Spam-Ordner nach und prüfen Sie, ob die Adresse richtig geschrieben ist. \
        An eine Adresse gehen am Tag nur wenige solche Mails.
        """,
        .consentConfirmTitle: "Einwilligung bestätigen",
        .consentConfirmIntro: "Mit dem Knopf willigen Sie hierin ein:",
        .consentConfirmButton: "Ja, ich willige ein",
        .consentDoneTitle: "Danke, wir haben Ihre Einwilligung",
        .consentDoneText: "Sie ist gespeichert und gilt ab jetzt: {title}",
        .consentWithdrawButton: "Einwilligung widerrufen",
        .consentWithdrawnTitle: "Ihre Einwilligung ist widerrufen",
        .consentWithdrawnText: "Sie gilt ab jetzt nicht mehr: {title}. Was vorher geschah, bleibt rechtmäßig.",
        .consentUnknownText: """
        Hier wird niemand um eine Einwilligung gebeten, oder nicht mehr. Es wurde nichts gespeichert.
        """,
        .consentsTitle: "Ihre Einwilligungen",
        .consentsIntro: "Diese haben Sie uns gegeben. Widerrufen kostet einen Klick und braucht keinen Grund.",
        .consentWithdrawOne: "Einwilligung widerrufen: {title}",
        .optInUnknownTitle: "Dieser Link funktioniert nicht",
        .optInUnknownText: """
        Er ist unvollständig oder älter als sieben Tage. Es wurde nichts geändert. \
        Sie können dort, wo Sie ihn angefordert haben, einen neuen anfordern.
        """,
    ]
}
