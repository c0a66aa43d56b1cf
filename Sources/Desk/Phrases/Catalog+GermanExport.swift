/// German, in the copy a person gets of their data.
extension Catalog {
    static let germanExport: [Phrase: String] = [
        .exportTitle: "Ihre Daten bei {service}",
        .exportAccess: "Kopie Ihrer personenbezogenen Daten und Auskunft darüber (Art. 15 DSGVO)",
        .exportPortability: "Was Sie uns gegeben haben, zum Mitnehmen (Art. 20 DSGVO)",
        .exportMade: "Erstellt am {day} für {address}",
        .exportConfirm:
            "Ja, {service} verarbeitet Daten über Sie. Dies sind alle, soweit diese Seite nichts anderes sagt.",
        .exportFigures: "Vorgänge: {tickets}. Nachrichten: {messages}. Anlagen: {attachments}.",
        .exportSkip: "Zum Inhalt",
        .exportContents: "Inhalt",
        .exportYou: "Zu Ihrer Person",
        .exportAddress: "Adresse",
        .exportName: "Name",
        .exportSince: "Erster Kontakt",
        .exportInformed: "Unsere Datenschutzhinweise wurden Ihnen gesendet",
        .exportUndeliverable: "E-Mails an Sie kommen zurück",
        .exportYes: "ja",
        .exportNo: "nein",
        .exportNone: "Nichts.",
        .exportTickets: "Ihre Vorgänge",
        .exportTicket: "Vorgang",
        .exportSubject: "Betreff",
        .exportStatus: "Stand",
        .exportOpened: "Eröffnet",
        .exportChanged: "Letzte Änderung",
        .exportMessages: "Nachrichten",
        .exportOthersTicket: "Vorgang einer anderen Person, in dem Sie in Kopie standen",
        .exportRecipients: "Wer Ihre Daten erhalten hat",
        .exportRecipientsIntro: "Diesen Personen oder Stellen haben wir etwas von Ihnen gesendet.",
        .exportDay: "Tag",
        .exportRecipient: "Empfänger",
        .exportWhat: "Was",
        .exportWhy: "Warum",
        .exportForwarded: "eine weitergeleitete Nachricht",
        .exportCopied: "eine Kopie unserer Antwort",
        .exportReads: "Wann Ihre Vorgänge geöffnet wurden",
        .exportReadsIntro: """
        Wer von uns es war, sagen wir nicht; auch in Notizen sind die Namen unserer Beschäftigten verdeckt. Das \
        schützt sie, und Sie brauchen es nicht, um Ihre Rechte auszuüben (Europäischer Gerichtshof, C-579/21).
        """,
        .exportReadPurpose: "um den Vorgang zu bearbeiten",
        .exportReader: "Durch",
        .exportStaff: "Beschäftigte",
        .exportProgram: "ein Programm von uns",
        .exportWishes: "E-Mails, die Sie nicht wollen",
        .exportWish: "Abgemeldet seit {day} ({group}): {scope}",
        .exportLifted: "Zurückgenommen am {day} ({group}): {evidence}",
        .exportWishAll: "alles außer dem gesetzlich Vorgeschriebenen",
        .exportWishSome: "manche Arten von E-Mails",
        .exportRequests: "Was Sie nach der DSGVO verlangt haben",
        .exportReference: "Zeichen",
        .exportRight: "Recht",
        .exportState: "Stand",
        .exportYourWords: "In Ihren Worten",
        .exportDecision: "Ergebnis",
        .exportUnsent: "Begonnene Antworten",
        .exportUnsentIntro: "Niemand hat sie gesendet. So weit war jemand, der Ihnen gerade schrieb.",
        .exportInformation: "Was wir mit Ihren Daten tun, und Ihre Rechte",
        .exportInformationIntro: """
        Was Art. 15 Abs. 1 DSGVO aufzählt: Zwecke, Kategorien, Empfänger, Dauer, Ihre Rechte, die Aufsichtsbehörde, \
        die Herkunft der Daten, automatisierte Entscheidungen und Übermittlungen.
        """,
        .exportCovered: "Was hier verdeckt ist, und warum",
        .exportCoveredIntro: """
        Auch andere haben Rechte. Was Sie geschrieben oder erhalten haben, ist vollständig. In anderen Texten sind \
        Adressen und Namen von Menschen verdeckt, mit denen Sie diese Nachrichten nicht gewechselt haben \
        (Art. 15 Abs. 4 DSGVO). Sie können dem widersprechen und sich bei der oben genannten Aufsichtsbehörde \
        beschweren.
        """,
        .exportCoveredOthers: "Verdeckte Adressen oder Namen anderer: {count}",
        .exportCoveredFile: "Eine Datei von jemand anderem ist nicht enthalten.",
        .exportCoveredMessages: "Nicht enthaltene Nachrichten zwischen anderen: {count}",
        .exportUnreadable: "Gespeichert, aber nicht mehr lesbar: {count}",
        .exportCoveredByStaff: "Verdeckte Namen unserer Beschäftigten: {count}",
        .exportCoveredName: "[Person {number}]",
        .exportCoveredAddress: "[Adresse {number}]",
        .exportCoveredStaff: "[Beschäftigte]",
        .exportFiles: "Was in diesem Archiv ist",
        .exportFileIndex: "diese Seite, mit allem, was dazu zu sagen ist",
        .exportFileTickets: "jeder Vorgang als Seite zum Lesen",
        .exportFileData: "dasselbe für Programme (JSON, UTF-8)",
        .exportFileSchema: "was die Felder von data.json bedeuten (JSON Schema)",
        .exportFileMessages: "jede E-Mail als Datei, die Mailprogramme öffnen",
        .exportFileAttachments: "Dateien, die mit den E-Mails kamen oder gingen",
        .exportFileTable: "die Vorgänge als Tabelle",
        .exportFileOriginals: "E-Mails, wie sie kamen, Byte für Byte",
        .exportReconstructed: """
        Wiederhergestellt aus dem, was gespeichert war; nicht das Original. Die Zeilen der Mailserver, die HTML-Form \
        und was sonst nicht nötig war, wurden nicht gespeichert.
        """,
        .exportPrivate: """
        Dieses Archiv ist nicht verschlüsselt. Es enthält alles, was über Sie gespeichert ist: \
        Bewahren Sie es so auf, dass nur Sie es öffnen können.
        """,
        .exportFrom: "Von",
        .exportTo: "An",
        .exportCopyTo: "Kopie",
        .exportYouWrote: "Sie schrieben",
        .exportWeWrote: "{service} schrieb Ihnen",
        .exportNote: "Interne Notiz zu Ihrer Anfrage",
        .exportSomebody: "Jemand anderes, in Ihrem Vorgang",
        .exportEvent: "Was geschah",
        .exportAttachments: "Anlagen",
        .exportWithheld: "nicht enthalten: eine Datei von jemand anderem",
        .exportMail: "als E-Mail-Datei, wiederhergestellt",
        .exportBack: "Zurück zur Übersicht",
        .exportPage: "Seite {page} von {pages}",
        .exportNextPage: "Nächste Seite",
        .exportPrevious: "Vorige Seite",
        .exportOriginals: "E-Mails, die nicht gelesen werden konnten",
        .exportOriginalsIntro: "Sie kamen von Ihrer Adresse und sind so gespeichert, wie sie kamen.",
        .exportErased: "Gelöscht",
        .exportEarlier: "Für Sie erstellte Kopien",
        .exportExpired: "Diese Kopie kann bis zum {day} abgeholt werden.",
        .exportNew: "neu",
        .exportOpen: "offen",
        .exportPending: "wartet auf Sie",
        .exportClosed: "geschlossen",
        .exportRestricted:
            "Seit {day} werden Ihre Daten nur gespeichert, nicht verwendet (Art. 18 DSGVO, Grund {ground}).",
        .exportHeld: "Seit {day} dürfen Ihre Daten nicht gelöscht werden (Art. {article} DSGVO).",
        .exportHeldBefore:
            "Ab {day} durften Ihre Daten nicht gelöscht werden (Art. {article} DSGVO); das ist vorbei.",
        .exportAutomatic: "von einer Maschine geschrieben",
    ]
}
