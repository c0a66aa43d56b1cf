/// Deutsch, soweit das Portal von Kopien, Einwilligungen, Namen und Widersprüchen spricht. `{name}` ist ein Wert.
extension Catalog {
    static let germanPortalRights: [Phrase: String] = [
        .linkExportSubject: "Die Kopie Ihrer Daten bei {service} ist fertig",
        .linkExportText: """
        Sie haben eine Kopie dessen verlangt, was {service} über Sie speichert. Sie ist fertig. Öffnen Sie diesen Link \
        und holen Sie sie ab. Der Link gilt einmal und höchstens {days} Tage; danach wird die Kopie vernichtet:

        {link}

        Einen neuen Link können Sie jederzeit anfordern. Wenn Sie keine Kopie verlangt haben, öffnen Sie den Link \
        nicht und sagen Sie es uns: {controller}.
        """,
        .rightsCopyReady: """
        Eine zweite E-Mail bringt Ihnen einen Link zu der Kopie. Der Link gilt einmal. Geht er verloren, fordern Sie \
        auf der Seite, die unsere E-Mails nennen, einen neuen an.
        """,
        .portalCopyLinkText: """
        Der Link aus Ihrer E-Mail gilt. Öffnen Sie mit dem Knopf Ihre Seite; dort holen Sie die Kopie Ihrer Daten ab. \
        Danach ist der Link verbraucht.
        """,
        .portalExportsTitle: "Eine Kopie Ihrer Daten",
        .portalExportsAbout: "Alles, was wir über Sie speichern, als Datei zum Lesen oder zum Mitnehmen.",
        .portalExportsThere: "Ihre Kopien",
        .portalExportsIntro: """
        Sie ist in wenigen Minuten fertig. Sie finden sie auf dieser Seite, und wir senden Ihnen einen Link.
        """,
        .portalExportAccess: """
        Alles, was {service} über Sie speichert, mit dem, was das Gesetz dazu gesagt haben will: Seiten zum Lesen, \
        Ihre E-Mails, Ihre Dateien und dasselbe für Programme. Was andere betrifft, ist darin verdeckt.
        """,
        .portalExportAccessButton: "Kopie zum Lesen anfertigen",
        .portalExportPortability: """
        Was Sie uns selbst gegeben haben, in Formen, die andere Programme lesen: JSON, E-Mails und Dateien.
        """,
        .portalExportPortabilityButton: "Kopie zum Mitnehmen anfertigen",
        .portalExportPlanned: "Verlangt am {day}. Sie wird angefertigt; sehen Sie in einer Minute wieder nach.",
        .portalExportReady: "Verlangt am {day}. Sie kann bis {until} abgeholt werden ({size}).",
        .portalExportGone: "Verlangt am {day}. Sie kann nicht mehr abgeholt werden.",
        .portalExportFetch: "Abholen",
        .portalExportEnd: "Vernichten",
        .portalExportEndThis: "Vernichten: {copy}, verlangt am {day}",
        .portalExportWarning: """
        Die Datei ist nicht verschlüsselt. Bewahren Sie sie auf, wo nur Sie sie öffnen können.
        """,
        .portalConsentsTitle: "Ihre Einwilligungen",
        .portalConsentsAbout: "Sehen Sie, worin Sie eingewilligt haben und mit welchen Worten, und widerrufen Sie es.",
        .portalConsentsIntro: """
        Der Widerruf braucht einen Klick und keinen Grund. Was bis dahin geschah, bleibt rechtmäßig.
        """,
        .portalConsentsNone: "Sie haben uns keine gegeben.",
        .portalConsentGiven: "Gegeben am {day}, zu den Worten der Fassung {version}.",
        .portalConsentWithdrawn: "Gegeben am {day}, zu den Worten der Fassung {version}. Widerrufen am {end}.",
        .portalConsentInvalid: "Eingetragen am {day}, ohne Nachweis: Sie zählt nicht.",
        .portalConsentWithheld: "Sie besteht. Das Übrige ist weggeschlossen, weil Ihre Daten eingeschränkt sind.",
        .portalConsentWords: "Die Worte, in die Sie eingewilligt haben",
        .portalNameTitle: "Ihr Name",
        .portalNameAbout: "Berichtigen Sie den Namen, unter dem wir Sie kennen.",
        .portalNameIntro: "Unter diesem Namen kennen wir Sie. Berichtigen Sie ihn hier; es gilt sofort.",
        .portalNameLabel: "Ihr Name",
        .portalNameButton: "Speichern",
        .portalNameSaved: "Gespeichert. Wem wir den alten Namen gesandt haben, der erfährt es.",
        .portalNameUnfit: "Bitte schreiben Sie einen Namen, in einer Zeile und nicht zu lang.",
        .portalNameNote: "Was in E-Mails gesagt wurde, bleibt, wie es gesagt wurde. Ist etwas anderes falsch?",
        .portalObjectionTitle: "Widersprechen",
        .portalObjectionAbout: "Keine Werbung, oder gar keine Verwendung Ihrer Daten.",
        .portalObjectMarketing: "Der Werbung",
        .portalObjectMarketingText: """
        Sie brauchen keinen Grund. Von da an sendet {service} Ihnen keine Werbung (Art. 21 Abs. 2 DSGVO).
        """,
        .portalObjectMarketingButton: "Keine Werbung",
        .portalObjectMarketingDone: "Sie erhalten keine Werbung von uns.",
        .portalObjectUse: "Der Verwendung Ihrer Daten",
        .portalObjectUseText: """
        Ihre Daten werden sofort weggeschlossen, während jemand Ihre Gründe gegen unsere abwägt (Art. 21 Abs. 1 \
        DSGVO). Was daraus wird, schreiben wir Ihnen innerhalb eines Monats. Was Sie uns später schreiben, \
        wird beantwortet.
        """,
        .portalObjectUseButton: "Der Verwendung meiner Daten widersprechen",
        .portalObjectUseDone: """
        Sie haben am {day} widersprochen. Ihre Daten sind weggeschlossen, während jemand es prüft.
        """,
        .exportConsents: "Ihre Einwilligungen",
        .exportTold: "Wem davon eine Änderung mitgeteilt wurde",
        .exportToldRectified: "dass es berichtigt wurde",
        .exportToldRestricted: "dass es nur gespeichert, nicht verwendet wird",
        .exportToldErased: "dass es gelöscht wurde",
        .exportStatements: "Was Sie zu Nachrichten gesagt haben",
        .exportNoticeShown: "Sie erhielten unsere Datenschutzhinweise, Fassung {version}, zuerst am {day}.",
        .exportExpires: "Wird gelöscht",
    ]
}
