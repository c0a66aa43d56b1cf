/// German: the record of processing.
extension Catalog {
    static let germanRecord: [Phrase: String] = [
        .recordTitle: "Verzeichnis von Verarbeitungstätigkeiten",
        .recordRepresentative: "Vertretung in der Union (Art. 27)",
        .recordPurpose: "Zweck",
        .recordBasis: "Rechtsgrundlage",
        .recordData: "Kategorien von Daten",
        .recordRecipients: "Kategorien von Empfängern",
        .recordPeriod: "Löschfrist",
        .recordMailboxes: "Postfächer",
        .recordPeople: "Kategorien betroffener Personen",
        .recordColumns: "Was gespeichert wird, Spalte für Spalte",
        .recordProcessors: "Auftragsverarbeiter und Übermittlungen in Drittländer",
        .recordUnnamed: "Ein Server der Konfiguration, zu dem kein Auftragsverarbeiter im Register steht.",
        .recordMeasures: "Technische und organisatorische Maßnahmen (Art. 32 Abs. 1)",
    ]
}
