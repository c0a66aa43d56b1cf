/// Deutsch. `{name}` steht für einen Wert.
extension Catalog {
    package static let german: [Phrase: String] = [
        .acknowledgementSubject: "Ihre Anfrage ist angekommen [#{number}]",
        .acknowledgementText: """
        Vielen Dank für Ihre Nachricht an {service}.

        Ihre Anfrage hat die Nummer #{number}. Ein Mensch wird sie lesen und Ihnen antworten. \
        Sie können sie ergänzen, indem Sie auf diese E-Mail antworten.
        """,
        .footerReason: "Sie erhalten diese E-Mail, weil Sie an {address} geschrieben haben.",
        .footerCopied: "Sie erhalten diese Kopie, weil eine Antwort von {address} auch an Sie gerichtet wurde.",
        .footerForwarded: """
        Sie erhalten diese E-Mail, weil {address} Ihnen eine Nachricht in der Sache weitergibt, um die es oben geht. \
        Bitte verwenden Sie ihren Inhalt nur für diese Sache.
        """,
        .forwardedReceived: "Eine Nachricht, die wir am {date} erhalten haben",
        .forwardedSent: "Eine Nachricht, die wir am {date} gesendet haben",
        .footerUnasked: """
        Sie erhalten diese E-Mail, weil {address} Ihnen von sich aus in der Sache schreibt, um die es oben geht. \
        Antworten Sie, wenn Sie wissen möchten, woher wir Ihre Adresse haben und wozu wir sie verwenden.
        """,
        .footerPrivacy: "Wie wir mit Ihren Daten umgehen: {link}",
        .footerUnsubscribe: "Wenn Sie solche E-Mails nicht wünschen, melden Sie sich hier ab:",
        .rightToObject:
            "Sie können der Verarbeitung Ihrer personenbezogenen Daten jederzeit widersprechen: {address}.",
        .wroteAgain: """
        Sie haben sich am {date} abgemeldet. Wir antworten nur, weil Sie uns wieder geschrieben haben. \
        Wenn Sie unsere automatischen E-Mails wieder erhalten möchten, bestätigen Sie es hier: {link}
        """,
        .footerStaff: "Sie erhalten diese E-Mail, weil {service} Ihnen laut Konfiguration mitteilt, wie es steht.",
        .footerNotices: "Wählen Sie hier, welche dieser Mitteilungen Sie wünschen:",
        .noticesTitle: "Mitteilungen an Sie",
        .noticesIntro: "Wählen Sie, was {service} Ihnen an diese Adresse mitteilen soll.",
        .noticesAll: "Alles",
        .noticesMute: "Nur Alarme zu Zustellung, Uhr und Datenspeicher",
        .noticesNeverMuted: """
        Alarme, dass E-Mails nicht abgeholt oder nicht zugestellt werden, dass die Uhr gesprungen ist oder dass der \
        Datenspeicher gestört ist, kommen immer. Nur die Konfiguration kann sie beenden. \
        Was Sie als Kunde erhalten, ändert sich nicht.
        """,
        .noticesLast: """
        Sie sind die letzte Person, die von Warnungen erfährt. Warnungen kommen deshalb weiter zu Ihnen, bis jemand \
        anderes in der Konfiguration genannt ist. Zahlen zu neuen E-Mails kommen nicht mehr.
        """,
        .noticesButton: "Speichern",
        .newsSubject: "{service}: neue Nachrichten: {messages}",
        .newsLine: "Postfach {mailbox}: neue Nachrichten: {messages}, neue Anfragen: {opened}. Anfragen: {numbers}",
        .newsMore: "{numbers} und {count} weitere",
        .anchorSubject: "{service}: das Protokoll steht bei Eintrag {sequence}",
        .anchorIntro:
            "Sie bekommen diese E-Mail einmal am Tag, damit niemand das Protokoll unbemerkt ändern kann. Bitte heben "
            + "Sie sie so lange auf, wie das Protokoll wichtig ist. Sie enthält nur Zahlen und Prüfsummen.",
        .anchorAudit: "Protokoll, Eintrag {sequence}:\n{hash}",
        .anchorLedger: "Löschverzeichnis, Zeile {sequence}:\n{hash}",
        .anchorUse:
            "Ob das Protokoll noch ist, was es beim Versand dieser E-Mail war, sagt dieser Befehl:\n{command}",
        .newsEnd: "Diese E-Mail enthält nur Zahlen. Was geschrieben wurde, bleibt im System.",
        .noticesSaved: "Ihre Wahl ist gespeichert und gilt: {choice}.",
        .recipientSubject: "Daten, die wir Ihnen gesandt haben, haben sich geändert",
        .recipientWhich: """
        Am {day} haben wir, {service}, Ihnen eine E-Mail zum Anliegen {ticket} gesandt, die personenbezogene Daten \
        einer anderen Person enthielt. Nach Art. 19 DSGVO teilen wir Ihnen mit, was aus diesen Daten geworden ist.
        """,
        .recipientRectified: "Sie wurden berichtigt. Richtig ist: {correction}",
        .recipientRestricted: """
        Die Person hat ihre Verarbeitung einschränken lassen: Bitte bewahren Sie auf, was Sie haben, und verwenden Sie \
        es nicht, bis wir wieder schreiben oder die Person einwilligt.
        """,
        .recipientErased: """
        Die Person hat sie hier löschen lassen. Bitte löschen Sie, was Sie haben, sofern kein Gesetz Sie zur \
        Aufbewahrung verpflichtet.
        """,
        .recipientRights: "Bei Fragen schreiben Sie an {controller}.",
        .restrictionSubject: "Die Einschränkung Ihrer Daten bei {service} endet",
        .restrictionEnds: """
        Seit {day} bewahren wir Ihre Daten bei {service} nur auf, ohne sie zu verwenden. Mit dieser E-Mail sagen wir \
        Ihnen, bevor es geschieht, dass diese Einschränkung endet (Art. 18 Abs. 3 DSGVO).
        """,
        .restrictionEndsWhy: "Der Grund: {reason}",
        .restrictionRights: """
        Wenn Sie nicht einverstanden sind, schreiben Sie an {controller}. Sie können sich auch bei einer \
        Datenschutzbehörde beschweren.
        """,
        .erasureSubject: "Ihre Daten bei {service} wurden gelöscht",
        .erasureDone: """
        Am {day} wurden wir gebeten zu löschen, was {service} über Sie speichert, und wir haben es getan: \
        Ihren Namen, Ihre Adresse und Ihren Schlüssel, {messages} Nachrichten und {attachments} Anlagen, \
        unsere Antworten an Sie und die Kopien in unserem Postfach. Das Zeichen ist {reference}.
        """,
        .erasureKept: """
        Was bleibt, sagt niemandem etwas über Sie, der Ihre Adresse nicht kennt: ein Nachweis, dass gelöscht wurde, \
        verschlüsselte Prüfwerte, an denen eine Mail von Ihnen, die noch auf einem Server liegt, erkannt und nicht \
        noch einmal übernommen wird, und, falls Sie sich abgemeldet haben, dieser Wunsch. \
        Ihre Adresse in dieser Mail wird gelöscht, sobald die Mail versandt ist.
        """,
        .erasureBackups: """
        Eine Sicherung unserer Schlüssel könnte Ihre Daten noch bis zum {day} öffnen. Dann läuft die letzte ab.
        """,
        .erasureBackupsUnknown: """
        Wir können den Tag nicht nennen, an dem die letzte Sicherung abläuft, die Ihre Daten öffnen könnte. \
        Fragen Sie uns danach.
        """,
        .erasureCopiesLeft: """
        {copies} Kopien in unserem Postfach ließen sich nicht selbsttätig entfernen. Wir entfernen sie von Hand.
        """,
        .erasureUnreachable: "Kopien, die wir von hier aus nicht erreichen: {copies}.",
        .erasureRights: """
        Wenn Sie meinen, dass das nicht stimmt, schreiben Sie an {controller}. \
        Sie können sich auch bei {authority} beschweren oder vor Gericht gehen.
        """,
        .erasureAnyAuthority: "einer Datenschutzbehörde",
        .breachSubject: "{controller}: wichtige Information zu Ihren Daten",
        .breachGreeting: """
        Guten Tag,

        bei {controller} ist etwas mit Daten geschehen, die Sie betreffen. Sie sollen wissen, was geschehen ist, \
        was es für Sie bedeuten kann und was Sie tun können (Art. 34 DSGVO).
        """,
        .breachPublic: """
        Bei {controller} ist etwas mit Daten von Menschen geschehen, die uns geschrieben haben. Wir sagen es allen \
        auf diesem Weg, weil wir nicht jedem einzeln schreiben können (Art. 34 Abs. 3 Buchst. c DSGVO).
        """,
        .breachNature: "Was geschehen ist",
        .breachConsequences: "Was es für Sie bedeuten kann",
        .breachMeasures: "Was wir getan haben und tun",
        .breachAdvice: "Was Sie jetzt tun können",
        .breachContact: "Haben Sie Fragen? Unser Kontakt für den Datenschutz: {contact}.",
        .breachRemedies: """
        Sie können sich bei der Aufsichtsbehörde ({authority}) oder bei der Ihres Wohn- oder Arbeitsorts beschweren \
        und vor Gericht gehen (Art. 77 und 79 DSGVO).
        """,
        .breachRequired:
            "Diese E-Mail müssen wir Ihnen von Rechts wegen schicken, auch wenn Sie sich von anderen abgemeldet haben.",
        .pageTitle: "Abmelden",
        .pageIntro: "Wählen Sie, was {service} Ihnen nicht mehr senden soll.",
        .pageButton: "Abmelden",
        .pageScopeEverything: "Alles",
        .pageScopeAutomatic: "Nur automatische E-Mails, etwa Bestätigungen und Erinnerungen",
        .pageScopeTicket: "Nur E-Mails zur Anfrage #{number}",
        .pageKeepsRequest: "Die Antwort auf Ihre offene Anfrage #{number} erhalten Sie noch.",
        .pageDropRequest: "Auch diese Anfrage fallen lassen. Ich möchte keine Antwort.",
        .pageStillSent: "E-Mails, zu denen uns das Gesetz verpflichtet, können Sie weiterhin erreichen.",
        .pageDoneTitle: "Sie sind abgemeldet",
        .pageDoneText: "Wir haben Ihre Wahl gespeichert. Sie gilt ab sofort.",
        .pagePrivacyLink: "Datenschutzhinweise",
        .pageUndoTitle: "Unsere E-Mails wieder erhalten",
        .pageUndoIntro:
            "Sie haben sich von {service} abgemeldet. Möchten Sie unsere automatischen E-Mails wieder erhalten?",
        .pageUndoButton: "Ja, senden Sie mir wieder E-Mails",
        .pageUndoDone: "Erledigt. Sie erhalten unsere E-Mails wieder.",
        .pageUndoUsed: "Dieser Link wurde schon benutzt. Er gilt nur einmal.",
        .pageUnknownTitle: "Dieser Link funktioniert nicht",
        .pageUnknownText: """
        Der Link ist unvollständig oder wurde unterwegs verändert. \
        Bitte öffnen Sie ihn noch einmal aus der E-Mail oder antworten Sie auf die E-Mail mit dem Wort „unsubscribe“.
        """,
        .noticeTitle: "Datenschutzhinweise von {service}",
        .noticeController: "Wer verantwortlich ist",
        .noticeOfficer: "Datenschutzbeauftragte Person",
        .noticeAuthority: "Wo Sie sich beschweren können",
        .noticePurposes: "Wofür wir Ihre Daten verwenden",
        .noticePurposesText: """
        Wenn Sie uns schreiben, speichern wir Ihren Namen, Ihre Adresse, Ihre Nachricht und deren Anlagen, \
        um Ihnen zu antworten. Wir speichern keine Adressen von Mailservern, kein Mailprogramm und keinen Standort, \
        und wir verfolgen nicht, ob Sie unsere E-Mails öffnen.
        """,
        .noticeBasis: "Auf welcher Rechtsgrundlage",
        .noticeInterests: """
        Soweit die Grundlage ein berechtigtes Interesse ist (Art. 6 Abs. 1 Buchst. f DSGVO), ist es unser Interesse, \
        denen zu antworten, die uns schreiben, und später zu wissen, was gesagt wurde.
        """,
        .noticeCategories: "Welche Daten",
        .noticeCategoriesText: """
        Ihr Name und Ihre Adresse; Betreff, Text und Anlagen Ihrer Nachrichten; wann sie gesendet wurden und ob der \
        Absender geprüft werden konnte. Falls Sie sich abgemeldet haben: dass Sie es getan haben.
        """,
        .noticeRecipients: "Wer Ihre Daten erhält",
        .noticeRecipientsText: """
        Die Menschen, die Ihre Anfrage beantworten, und der Anbieter unseres Postfachs. Braucht Ihre Sache jemand \
        anderen, geben wir eine Antwort in Kopie oder eine Nachricht weiter; an wen und wann, halten wir fest und \
        sagen es Ihnen auf Anfrage.
        """,
        .noticeTransfers: "Übermittlung in andere Länder",
        .noticeTransfersText:
            "Fragen Sie den oben genannten Verantwortlichen; diese Installation übermittelt selbst nichts.",
        .noticeRetention: "Wie lange wir sie aufbewahren",
        .noticeRights: "Ihre Rechte",
        .noticeRightsText: """
        Sie können Auskunft über Ihre Daten verlangen, ihre Berichtigung, Löschung oder Einschränkung und eine Kopie \
        zum Mitnehmen. Eine Einwilligung können Sie jederzeit widerrufen. \
        Schreiben Sie an die oben genannte Adresse; es kostet nichts.
        """,
        .noticeObject: "Ihr Widerspruchsrecht",
        .noticeObjectText: """
        Sie können jederzeit aus Gründen, die sich aus Ihrer besonderen Situation ergeben, \
        einer Verarbeitung widersprechen, die auf unseren berechtigten Interessen beruht.
        """,
        .noticeSource: "Woher die Daten stammen",
        .noticeSourceText: """
        Von Ihnen oder von jemandem, der Sie in einer Nachricht an uns erwähnt oder in Kopie gesetzt hat. \
        Aus öffentlich zugänglichen Quellen nehmen wir nichts. Haben wir Ihnen zuerst geschrieben, fragen Sie uns: \
        Anlass und Rechtsgrundlage haben wir festgehalten, und woher wir Ihre Adresse haben, sagen wir Ihnen.
        """,
        .noticeAutomated: "Automatisierte Entscheidungen",
        .noticeAutomatedText: "Keine. Von niemandem wird ein Profil erstellt.",
        .noticeRequired: "Müssen Sie uns Daten geben?",
        .noticeRequiredText: "Nein. Ohne Adresse können wir Ihnen aber nicht antworten.",
        .noticeVersion: "Fassung {hash}",
        .noticeMissing: "vom Betreiber nicht angegeben",
        .pageAlready: "Sie sind bereits abgemeldet. Sie können Ihre Wahl hier noch ändern.",
        .pageChoice: "Ihre Wahl: {choice}",
        .pageDropped: "Wir haben Ihre Anfrage #{number} fallen gelassen. Niemand wird sie beantworten.",
        .pageNothingTitle: "Es wurde nichts geändert",
        .pageNothingText: "Wir konnten Ihre Wahl nicht lesen. Bitte öffnen Sie den Link aus der E-Mail noch einmal.",
        .pageBusyTitle: "Bitte versuchen Sie es gleich noch einmal",
        .pageBusyText: "Wir konnten Ihre Wahl gerade nicht speichern; es wurde nichts geändert.",
        .factsTitle: "Datenschutz in Kürze",
        .factsStored: "Was wir speichern",
        .factsStoredText: "Name, Adresse, Nachrichten und Anlagen derer, die uns schreiben, und unsere Antworten.",
        .factsNotStored: "Was wir nicht speichern",
        .factsNotStoredText: "IP-Adressen, Standort, Mailprogramm, und ob Sie unsere E-Mails öffnen oder Links folgen.",
        .factsEncryption: "Verschlüsselung",
        .factsEncryptionText:
            "Namen, Adressen und Nachrichten sind verschlüsselt gespeichert, je Person mit eigenem Schlüssel.",
        .factsCookies: "Cookies",
        .factsCookiesText: "Keine, außer einem, solange Sie auf Ihrer eigenen Seite angemeldet sind. Keine Skripte.",
        .factsUnsubscribe: "Abmelden",
        .factsUnsubscribeText: "Ein Link in jeder E-Mail. Ein Klick, keine Anmeldung, sofort wirksam.",
        .rightsSubject: "Ihr Antrag {reference}",
        .rightsGreeting: """
        Es geht um den Antrag zu Ihren personenbezogenen Daten (Art. {article} DSGVO), der {controller} am {received} \
        erreicht hat. Sein Zeichen ist {reference}.
        """,
        .rightsAcknowledgement: """
        Wir haben ihn erfasst. Sie hören spätestens am {due} von uns. \
        Brauchen wir länger, sagen wir Ihnen vorher, warum.
        """,
        .rightsIdentityOpen: """
        Weil Daten nur der Person herausgegeben oder für sie gelöscht werden, der sie gehören, prüfen wir, ob der \
        Antrag von Ihnen ist, und fragen nicht mehr, als dafür nötig ist. Ist er nicht von Ihnen, antworten Sie bitte \
        auf diese E-Mail und sagen es uns.
        """,
        .rightsIdentityNotNeeded:
            "Ist dieser Antrag nicht von Ihnen, antworten Sie bitte auf diese E-Mail und sagen es uns.",
        .rightsQuestion: """
        Bevor wir weitermachen können, brauchen wir etwas von Ihnen. Bis Sie antworten, läuft unsere Frist nicht weiter.
        """,
        .rightsExtension: """
        Es dauert länger als einen Monat. Sie hören spätestens am {due} von uns, \
        wie Art. 12 Abs. 3 DSGVO es zulässt. Der Grund:
        """,
        .rightsFulfilled: "Wir haben getan, worum Sie gebeten haben.",
        .rightsPartly: """
        Wir haben einen Teil dessen getan, worum Sie gebeten haben. Was wir nicht getan haben, und warum:
        """,
        .rightsRefused: "Wir tun nicht, worum Sie gebeten haben. Die Gründe:",
        .rightsNotIdentified: """
        Mit dem, was wir haben, können wir nicht sagen, welche Daten Ihre sind (Art. 11 und 12 Abs. 2 DSGVO). \
        Nennen Sie uns mehr, etwa eine Adresse, von der Sie schrieben, oder eine Nummer, so sehen wir noch einmal nach.
        """,
        .rightsWithdrawn: "Sie haben den Antrag zurückgenommen. Wir haben ihn geschlossen.",
        .rightsRemedies: """
        Sie können sich bei der Aufsichtsbehörde ({authority}) oder bei der Ihres Wohn- oder Arbeitsorts beschweren \
        und vor Gericht gehen (Art. 77 und 79 DSGVO).
        """,
        .rightsRequired:
            "Diese E-Mail müssen wir Ihnen von Rechts wegen schicken, auch wenn Sie sich von anderen abgemeldet haben.",
    ]
}
