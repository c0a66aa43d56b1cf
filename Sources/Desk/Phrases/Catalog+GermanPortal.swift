/// Deutsch, soweit Einmal-Links und das Portal es sprechen. `{name}` steht für einen Wert.
extension Catalog {
    static let germanPortal: [Phrase: String] = [
        .linkSubject: "Ihr Link zu Ihren Daten bei {service}",
        .linkText: """
        Jemand hat einen Link zu der Seite angefordert, auf der Sie sehen und ändern können, \
        was {service} über Sie speichert. \
        Wenn Sie das waren, öffnen Sie diesen Link innerhalb von 24 Stunden. Er gilt einmal:

        {link}

        Wenn Sie es nicht waren, löschen Sie diese E-Mail. Es ist nichts geschehen, und niemand hat etwas gesehen.
        """,
        .linkProofSubject: "Bitte bestätigen Sie Ihr Anliegen {reference}",
        .linkProofText: """
        Bei uns ist ein Anliegen zu Ihren personenbezogenen Daten eingegangen. Das Zeichen ist {reference}. \
        Bevor wir Daten herausgeben oder ändern, vergewissern wir uns, dass es von Ihnen kommt. \
        Wenn es so ist, öffnen Sie diesen Link innerhalb von 24 Stunden und bestätigen Sie. Er gilt einmal:

        {link}

        Wenn es nicht von Ihnen kommt, öffnen Sie den Link nicht und sagen Sie es uns: {controller}. \
        Dann geschieht nichts.
        """,
        .portalTitle: "Ihre Daten bei {service}",
        .portalAskIntro: """
        Hier sehen Sie, was wir über Sie speichern, und verlangen eine Kopie, eine Berichtigung oder die Löschung. \
        Nennen Sie uns die Adresse, von der Sie uns schreiben. Wir senden Ihnen dorthin einen Link zu Ihrer Seite.
        """,
        .portalAskLabel: "Ihre E-Mail-Adresse",
        .portalAskButton: "Link zusenden",
        .portalAskInvalid: "Das ist keine E-Mail-Adresse. Sie sieht aus wie name@example.com.",
        .portalAskNote: """
        Sie brauchen kein Konto und kein Passwort. Sie können uns ebenso gut schreiben oder anrufen: \
        jeder Weg gilt gleich. Die Seite verwendet ein Cookie, solange Sie angemeldet sind, und sonst keines.
        """,
        .portalSentTitle: "Sehen Sie in Ihr Postfach",
        .portalSentText: """
        Wenn wir diese Adresse kennen, ist eine E-Mail mit einem Link unterwegs. \
        Der Link gilt einmal, innerhalb von 24 Stunden.
        """,
        .portalSentNothing: """
        Nach ein paar Minuten noch keine E-Mail? Sehen Sie im Spam-Ordner nach. \
        Vielleicht haben Sie uns von einer anderen Adresse geschrieben. \
        An eine Adresse senden wir nur wenige Links am Tag.
        """,
        .portalLinkTitle: "Ihre Seite öffnen",
        .portalLinkText: """
        Der Link aus Ihrer E-Mail gilt. Öffnen Sie Ihre Seite mit dem Knopf. Danach ist der Link verbraucht.
        """,
        .portalLinkButton: "Meine Seite öffnen",
        .portalProofTitle: "Ihr Anliegen bestätigen",
        .portalProofText: """
        Kommt das Anliegen {reference} zu Ihren personenbezogenen Daten von Ihnen? Bestätigen Sie es mit dem Knopf. \
        Wenn nicht, schließen Sie diese Seite; dann geschieht nichts.
        """,
        .portalProofButton: "Ja, es ist mein Anliegen",
        .portalProvedTitle: "Vielen Dank",
        .portalProvedText: """
        Sie haben das Anliegen {reference} bestätigt. Wir bearbeiten es weiter und schreiben Ihnen.
        """,
        .portalDeadTitle: "Dieser Link gilt nicht mehr",
        .portalDeadText: """
        Er wurde schon verwendet, ist älter als 24 Stunden oder nicht vollständig. Es wurde nichts geändert. \
        Sie können einen neuen anfordern.
        """,
        .portalOutTitle: "Sie sind nicht angemeldet",
        .portalOutText: """
        Zu Ihrer Sicherheit werden Sie nach 15 Minuten ohne Klick abgemeldet. Es wurde nichts geändert. \
        Fordern Sie einen neuen Link an, um fortzufahren.
        """,
        .portalSignOut: "Abmelden",
        .portalSignedOut: "Sie sind abgemeldet.",
        .portalAgain: "Neuen Link anfordern",
        .portalBack: "Zurück zur Übersicht",
        .portalNoMailTitle: "Wir können Ihnen gerade keinen Link senden",
        .portalNoMailText: """
        Es wurde nichts geändert. Bitte schreiben Sie uns, oder versuchen Sie es später noch einmal.
        """,
        .portalNoneTitle: "Diese Seite gibt es nicht",
        .portalNoneText: "Was Sie suchen, ist nicht hier oder gehört nicht Ihnen. Es wurde nichts geändert.",
        .portalWho: "Das speichern wir über {who}, seit {day}:",
        .portalConversations: "Anfragen",
        .portalMessages: "Nachrichten von Ihnen",
        .portalAnswers: "Unsere E-Mails an Sie",
        .portalFiles: "Dateien",
        .portalHandedOn: "An andere weitergegeben",
        .portalRequests: "Ihre Anliegen zu Ihren Daten",
        .portalRequest: "{right} (Art. {article} DSGVO), {reference}",
        .portalRequestOpen: "Eingegangen am {received}. Sie hören spätestens bis zum {due} von uns.",
        .portalRequestWaits: """
        Eingegangen am {received}. Wir haben Sie per E-Mail etwas gefragt und warten auf Ihre Antwort.
        """,
        .portalRequestDone: "Eingegangen am {received}. Erledigt am {decided}.",
        .portalRequestPartly: """
        Eingegangen am {received}. Am {decided} teilweise erledigt; unsere E-Mail sagt, was nicht und warum.
        """,
        .portalRequestRefused: """
        Eingegangen am {received}. Am {decided} abgelehnt; unsere E-Mail sagt, warum.
        """,
        .portalRequestWithdrawn: "Eingegangen am {received}. Am {decided} von Ihnen zurückgenommen.",
        .rightAccess: "Auskunft und Kopie",
        .rightRectification: "Berichtigung",
        .rightErasure: "Löschung",
        .rightRestriction: "Einschränkung",
        .rightPortability: "Kopie zum Mitnehmen",
        .rightObjection: "Widerspruch",
        .rightMarketingObjection: "Widerspruch gegen Werbung",
        .rightWithdrawal: "Widerruf einer Einwilligung",
        .rightAutomatedDecision: "Ein Mensch statt einer automatischen Entscheidung",
        .rightComplaint: "Beschwerde",
        .rightInformation: "Frage",
        .portalTakeBack: "Zurücknehmen",
        .portalTakeBackThis: "Das Anliegen {reference} zurücknehmen",
        .portalRooms: "Was Sie tun können",
        .portalHomeEnd: """
        Nach 15 Minuten ohne Klick werden Sie abgemeldet. In den Datenschutzhinweisen steht, wozu wir Ihre Daten \
        verwenden, wie lange wir sie aufbewahren und wo Sie sich beschweren können.
        """,
        .portalConversationsAbout: "Lesen Sie, was Sie uns geschrieben haben und was wir geantwortet haben.",
        .portalNoConversations: "Es gibt keine.",
        .portalNoSubject: "(ohne Betreff)",
        .portalConversationOpen: "#{number}, offen, zuletzt geändert am {day}",
        .portalConversationClosed: "#{number}, abgeschlossen, zuletzt geändert am {day}",
        .portalYouWrote: "Sie schrieben am {day}",
        .portalWeWrote: "{service} schrieb am {day}",
        .portalMessageGone: "Diese Nachricht kann nicht angezeigt werden.",
        .portalFile: "Datei",
        .portalUndelivered: """
        Diese E-Mail hat Sie nicht erreicht: Sie hatten sich abgemeldet, oder kein Mailserver nahm sie an.
        """,
        .portalConversationEnd: """
        Um zu antworten, antworten Sie auf die letzte E-Mail. Was unsere Mitarbeiter für sich notieren, \
        steht nicht hier; es gehört zu der Kopie Ihrer Daten, die Sie anfordern können.
        """,
        .portalMailTitle: "E-Mails von uns",
        .portalMailAbout: "Wählen Sie, welche E-Mails Sie wünschen, oder melden Sie sich ab.",
        .portalMailIntro: "Welche E-Mails möchten Sie von {service}?",
        .portalMailEverything: "Alle E-Mails zu meinen Anfragen",
        .portalMailAnswers: "Nur Antworten eines Menschen, nichts Automatisches",
        .portalMailNothing: "Keine E-Mails, außer der Antwort auf eine offene Anfrage",
        .portalAskTitle: "Ein anderes Anliegen",
        .portalAskAbout: """
        Eine Frage zu Ihren Daten, eine Berichtigung, eine Beschwerde.
        """,
        .portalAskForIntro: """
        Sagen Sie {controller} mit Ihren eigenen Worten, was Sie möchten. Ein Mensch liest es und antwortet per E-Mail.
        """,
        .portalAskKind: "Worum geht es?",
        .portalAskWords: "Ihre Worte",
        .portalAskSend: "Senden",
        .portalAskDue: "Sie erhalten innerhalb eines Monats Antwort. Sie müssen hier nichts begründen.",
        .portalAskTooLong: "Bitte schreiben Sie etwas, und nicht mehr als etwa 2.000 Zeichen.",
        .portalAskedTitle: "Ihr Anliegen ist da",
        .portalAskedText: """
        Das Zeichen ist {reference}. Sie hören spätestens bis zum {due} von uns. Wir bestätigen es auch per E-Mail.
        """,
        .reminderSubject: "{service}: fällige Anliegen nach Art. 12–22 DSGVO: {count}",
        .reminderIntro: "Menschen haben ein Anliegen zu ihren Daten, und die Antwort ist fällig:",
        .reminderLine: """
        {reference}: {stage}. Eingegangen am {received}, hinarbeiten auf {target}, letzter Tag {due}.
        """,
        .reminderFortnight: "innerhalb von zwei Wochen",
        .reminderWeek: "innerhalb einer Woche",
        .reminderDays: "innerhalb von drei Tagen",
        .reminderTomorrow: "spätestens morgen",
        .reminderOverdue: "ÜBERFÄLLIG",
        .reminderEnd: """
        `ticketd requests list` zeigt sie, die dringendsten zuerst. Diese E-Mail enthält nur Zeichen und Tage.
        """,
    ]
}
