/// Deutsch, soweit das Portal vom Löschen und Einschränken spricht. `{name}` steht für einen Wert.
extension Catalog {
    static let germanErasing: [Phrase: String] = [
        .portalErasureTitle: "Alles löschen",
        .portalErasureAbout: "Lassen Sie alles löschen, was wir über Sie speichern.",
        .portalErasureWhat: """
        {service} löscht Ihren Namen, Ihre Adresse und den Schlüssel, der Ihre Daten öffnet, {messages} Nachrichten \
        und {attachments} Dateien, unsere E-Mails an Sie und die Kopien in unserem Postfach. \
        Danach kann das niemand rückgängig machen.
        """,
        .portalErasureWaits: """
        Es beginnt nach {delay} Stunden. Bis dahin sind Ihre Daten gesperrt, und Sie können es auf dieser Seite \
        zurücknehmen.
        """,
        .portalErasureSure: "Ich möchte, dass alles gelöscht wird, was Sie über mich speichern.",
        .portalErasureButton: "Alles löschen",
        .portalErasureStays: """
        Was bleibt, sagt niemandem etwas, der Ihre Adresse nicht kennt: ein Nachweis, dass gelöscht wurde, und, \
        falls Sie sich abgemeldet haben, dieser Wunsch. Wo ein Gesetz uns zwingt, etwas aufzubewahren, \
        wird es gesperrt, und wir schreiben Ihnen, warum.
        """,
        .portalErasureUntil: """
        Sie haben es am {day} verlangt. Es beginnt um {until}. Bis dahin sind Ihre Daten gesperrt, \
        und Sie können es zurücknehmen.
        """,
        .portalErasureHeld: """
        Sie haben es am {day} verlangt. Ihre Daten sind gesperrt. Unser Datenschutzbeauftragter sieht es sich an, \
        und wir schreiben Ihnen bis zu dem letzten Tag, der bei Ihrem Anliegen steht.
        """,
        .portalErasureBack: "Meine Daten behalten",
        .portalErasureShared: """
        Ihre Adresse gehört zu einer Stelle und nicht zu einer Person. Bitte schreiben Sie an {controller}, \
        für wen Sie sprechen.
        """,
        .portalErasureBackTitle: "Es wird nichts gelöscht",
        .portalErasureBackText: "Sie haben es zurückgenommen. Ihre Daten sind, wie sie waren.",
        .portalRestrictionTitle: "Einschränken",
        .portalRestrictionAbout: "Lassen Sie Ihre Daten sperren, statt dass sie verwendet werden.",
        .portalRestrictionIntro: """
        Was wir bis jetzt über Sie speichern, wird gesperrt: unsere Mitarbeiter können es nicht lesen, und nichts \
        geschieht damit. Was Sie uns später schreiben, wird beantwortet. Bevor die Einschränkung endet, sagen wir es \
        Ihnen.
        """,
        .portalRestrictionSince: "Seit dem {day}",
        .portalRestrictionKind: "Warum?",
        .portalRestrictionWords: "Ihre Worte, wenn Sie möchten",
        .portalRestrictionButton: "Meine Daten sperren",
        .portalRestrictionNote: "Es gilt, sobald diese Seite antwortet. Sie müssen hier nichts beweisen.",
        .portalGroundAccuracy: "Etwas über mich stimmt nicht und soll geprüft werden (Art. 18 Abs. 1 lit. a DSGVO)",
        .portalGroundUnlawful: """
        Sie dürften es nicht haben, ich möchte es aber nicht gelöscht haben (Art. 18 Abs. 1 lit. b DSGVO)
        """,
        .portalGroundClaims: """
        Sie brauchen es nicht mehr, ich aber für einen Rechtsanspruch (Art. 18 Abs. 1 lit. c DSGVO)
        """,
        .portalGroundObjection: "Ich widerspreche der Verwendung meiner Daten (Art. 21 Abs. 1 DSGVO)",
        .portalGroundHold: """
        Ein Gesetz zwingt uns, es aufzubewahren; statt gelöscht ist es gesperrt (Art. 17 Abs. 3 DSGVO)
        """,
        .portalGroundErasure: "Sie haben verlangt, es zu löschen, und es wartet",
    ]
}
