/// What is written to and about the data protection officer, in German.
extension Catalog {
    static let germanOfficer: [Phrase: String] = [
        .footerOfficer: "Datenschutzbeauftragte Person: {contact}",
        .footerFacts: "Was über Sie gespeichert wird, in einer Tabelle: {link}",
        .noticeShort: "Kurz gesagt",
        .noticeShortWho: "Verantwortlich ist {controller}. Fragen zu Ihren Daten: {contact}.",
        .noticeShortWhat: """
        Wir speichern Ihren Namen, Ihre Adresse und was Sie schreiben, um Ihnen zu antworten. Von niemandem wird ein \
        Profil erstellt, und keine unserer E-Mails wird verfolgt.
        """,
        .noticeShortRights: """
        Sie können eine Kopie, Berichtigung und Löschung verlangen, widersprechen und sich beschweren bei: \
        {authority}. Es kostet nichts.
        """,
        .noticeShortMail: "Jede unserer E-Mails enthält einen Link, mit dem Sie weitere E-Mails beenden.",
        .noticeFull: "Im Einzelnen",
        .noticeRepresentative: "Vertretung in der Union (Art. 27 DSGVO): {name}",
        .noticeNoOfficer: "Eine Benennung ist nicht nötig. Fragen zu Ihren Daten beantwortet: {contact}",
        .noticeTransfersNone: "Keine: alle oben Genannten sind im Europäischen Wirtschaftsraum.",
        .noticeTransferLine: "{name}, {country}: {means}. Eine Kopie der Garantien: {address}.",
        .noticeTransferNothing: "eine Grundlage ist nicht angegeben",
        .noticeTransferAdequacy: "aufgrund eines Angemessenheitsbeschlusses der Kommission (Art. 45 DSGVO)",
        .noticeTransferClauses: """
        kein Angemessenheitsbeschluss; aufgrund von Standarddatenschutzklauseln (Art. 46 Abs. 2 Buchst. c DSGVO)
        """,
        .noticeTransferRules: """
        kein Angemessenheitsbeschluss; aufgrund verbindlicher interner Datenschutzvorschriften (Art. 47 DSGVO)
        """,
        .noticeTransferDerogation: "kein Angemessenheitsbeschluss; aufgrund einer Ausnahme (Art. 49 DSGVO)",
        .officerTitle: "Datenschutzbeauftragte Person und Aufgaben des Jahres",
        .officerNeed: "Ob eine Person zu benennen ist",
        .officerOutcome: "Entscheidung",
        .officerRequired: "Eine Benennung ist nötig",
        .officerVoluntary: "Eine Benennung ist nicht nötig; sie erfolgt freiwillig, mit denselben Pflichten",
        .officerNotRequired: "Eine Benennung ist nicht nötig",
        .officerUndecided: "Darüber hat noch niemand entschieden",
        .officerReasons: "Gründe",
        .officerPersons: "Personen, die ständig mit automatisierter Verarbeitung beschäftigt sind",
        .officerYes: "Mit Ja beantwortet",
        .officerNone: "nichts",
        .officerDecidedOn: "Entschieden am",
        .officerReview: "Erneut zu prüfen bis",
        .officerPrivacyContact: "Wer für den Datenschutz zuständig ist",
        .officerPosition: "Stellung (Art. 37 Abs. 6)",
        .officerInternal: "intern",
        .officerExternal: "aufgrund eines Dienstleistungsvertrags",
        .officerFrom: "Benannt",
        .officerQualification: "Fachwissen (Art. 37 Abs. 5)",
        .officerDeputy: "Vertretung",
        .officerToldAuthority: "Der Behörde mitgeteilt am (Art. 37 Abs. 7)",
        .officerPublished: "Veröffentlicht am (Art. 37 Abs. 7)",
        .officerNotYet: "noch nicht",
        .officerTasks: "Aufgaben (Art. 39 Abs. 1)",
        .officerDue: "fällig {day}",
        .officerDone: "erledigt {day}",
        .officerOpen: "Noch offen",
        .officerTaskNeed: "Erneut prüfen, ob eine Benennung nötig ist, und die Gründe festhalten",
        .officerReminderSubject: "{service}: fällige Aufgaben der datenschutzbeauftragten Person: {count}",
        .officerReminderIntro: "Diese Aufgaben der datenschutzbeauftragten Person sind bald oder bereits fällig:",
        .officerReminderLine: "{key}, fällig {day} (Art. {article}): {words}.",
        .officerReminderEnd: """
        Wenn eine erledigt ist: `ticketd dpo tasks done KEY --note "was getan wurde"`. An jede Frist wird einmal \
        erinnert; `ticketd dpo tasks` zeigt alle.
        """,
    ]
}
