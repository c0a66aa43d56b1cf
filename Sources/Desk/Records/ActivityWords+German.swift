/// The record's activities in German.
extension ActivityWords {
    static let german: [ProcessingActivity: ActivityWords] = [
        .tickets: ActivityWords(
            name: "Beantwortung von Support-Mails",
            purpose: "Annahme, Zuweisung und Beantwortung von Anfragen, die per E-Mail an die Postfächer gelangen.",
            people: "Kundinnen, Kunden und andere, die schreiben; Personen in Kopie oder im Text.",
            data: "E-Mail-Adresse, Name, Betreff, Text und Anhänge jeder Mail, Zeiten, Notizen der Beschäftigten.",
            recipients: """
                Beschäftigte je Postfach; Mail-Anbieter; wer eine Mail weitergeleitet bekam, jeweils beim Ticket \
                verzeichnet.
                """,
            basis: "", period: ""),
        .automaticMail: ActivityWords(
            name: "Eingangsbestätigungen",
            purpose: "Mitteilung, dass die Mail angekommen ist, begrenzt gegen Schleifen und Fluten.",
            people: "Wer an ein Postfach schreibt.",
            data: "E-Mail-Adresse; für die Begrenzung ein Hashwert mit Schlüssel.",
            recipients: "Mail-Anbieter.",
            basis: "Wie für die Beantwortung der Mail.",
            period: "Wie das Ticket; die Zählung für die Begrenzung 30 Tage."),
        .rights: ActivityWords(
            name: "Anträge nach Art. 12 bis 22",
            purpose: "Annahme, Prüfung, Beantwortung und Nachweis von Anträgen zu den eigenen Daten.",
            people: "Antragstellende; wer für andere beantragt.",
            data: """
                Antrag, Identitätsprüfung, Daten, Entscheidung, Schreiben; nach einer Löschung Bescheinigungen \
                ohne Namen.
                """,
            recipients: "Beschäftigte, Datenschutzbeauftragte; Empfänger nach Art. 19.",
            basis: "Rechtliche Verpflichtung, Art. 6 Abs. 1 Buchst. c mit Art. 12 bis 22 und Art. 5 Abs. 2.",
            period: "Drei Jahre ab Ende des Jahres der Entscheidung; nach einer Löschung ohne Namen."),
        .suppression: ActivityWords(
            name: "Abmeldungen",
            purpose: "Wer keine Mails will, bekommt keine mehr.",
            people: "Wer sich abgemeldet hat.",
            data: "Hashwert der E-Mail-Adresse mit Schlüssel, Umfang, seit wann.",
            recipients: "Keine.",
            basis: "Art. 21 Abs. 2 und 3; berechtigtes Interesse, sich daran zu halten, Art. 6 Abs. 1 Buchst. f.",
            period: "Solange Mails versandt werden. Sie überdauert eine Löschung, weil sie die Person schützt."),
        .consent: ActivityWords(
            name: "Einwilligungen",
            purpose: "Erfassung, Nachweis und Widerruf von Einwilligungen, jeder Zweck für sich.",
            people: "Wer um eine Einwilligung gebeten wurde.",
            data: "E-Mail-Adresse, Zweck, genauer Wortlaut, Handlung und Zeit, Widerruf.",
            recipients: "Keine außer denen, die der Zweck nennt.",
            basis: "Einwilligung, Art. 6 Abs. 1 Buchst. a; der Nachweis nach Art. 7 Abs. 1.",
            period: "Solange sie gilt, danach solange sie nachweisbar sein muss."),
        .staff: ActivityWords(
            name: "Verwaltung der Beschäftigten am Helpdesk",
            purpose: "Zugang für Beschäftigte; wer was gelesen und getan hat.",
            people: "Beschäftigte des Verantwortlichen.",
            data: "Name, dienstliche Adresse, Rolle, Anmeldenachweise, Sitzungen, gelesene Tickets je Stunde.",
            recipients: "Administration, Datenschutzbeauftragte.",
            basis: "Art. 6 Abs. 1 Buchst. b und f, Art. 32; nationales Beschäftigtenrecht, soweit anwendbar.",
            period: "Bis das Ausscheiden den Schlüssel vernichtet; das Protokoll ist dann pseudonym."),
        .accountability: ActivityWords(
            name: "Rechenschaft",
            purpose: "Nachweis des Geschehenen: Protokoll, Register, Weitergaben.",
            people: "Wen eine verzeichnete Handlung betrifft, nur mit eigenen Nummern.",
            data: "Nummern, Zählungen und Kürzel in einem verketteten Protokoll; Register des Verantwortlichen.",
            recipients: "Datenschutzbeauftragte, auf Anforderung die Aufsichtsbehörde.",
            basis: "Rechtliche Verpflichtung, Art. 6 Abs. 1 Buchst. c mit Art. 5 Abs. 2, 24, 30 und 33 Abs. 5.",
            period: "Drei Jahre, wie eingestellt."),
        .operation: ActivityWords(
            name: "Betrieb und Sicherheit",
            purpose: "Betrieb des Dienstes: Warteschlangen, Alarme, Zugänge von Programmen, unlesbare Mails.",
            people: "Wer schreibt; Beschäftigte, die benachrichtigt werden.",
            data: "Wartende oder unlesbare Mails, verschlüsselt; Nummern und Zustände.",
            recipients: "Hosting; Programme, denen Ereignisse nur mit Nummern gemeldet werden.",
            basis: "Berechtigtes Interesse an einem sicheren Dienst, Art. 6 Abs. 1 Buchst. f, Art. 32.",
            period: "Bis die Warteschlange erledigt ist; Unlesbares 30 Tage nach der Durchsicht."),
        .backups: ActivityWords(
            name: "Sicherungen",
            purpose: "Wiederherstellung nach einem Verlust (Art. 32 Abs. 1 Buchst. c).",
            people: "Alle oben Genannten.",
            data: """
                Der verschlüsselte Bestand und davon getrennt die Schlüssel. Eine Löschung erreicht sie über die \
                Schlüssel.
                """,
            recipients: "Wer die Ordner betreibt.",
            basis: "Art. 6 Abs. 1 Buchst. f, Art. 32.",
            period: ""),
    ]
}
