/// English: the record of processing.
extension Catalog {
    static let englishRecord: [Phrase: String] = [
        .recordTitle: "Record of processing activities",
        .recordRepresentative: "Representative in the Union (Art. 27)",
        .recordPurpose: "Purpose",
        .recordBasis: "Legal basis",
        .recordData: "Categories of data",
        .recordRecipients: "Categories of recipients",
        .recordPeriod: "Time limit for erasure",
        .recordMailboxes: "Mailboxes",
        .recordPeople: "Categories of people",
        .recordColumns: "What is stored, column by column",
        .recordProcessors: "Processors and transfers to third countries",
        .recordUnnamed: "A server of the configuration for which no processor is in the register.",
        .recordMeasures: "Technical and organisational measures (Art. 32(1))",
    ]
}
