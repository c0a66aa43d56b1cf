/// What is written to and about the data protection officer, in English.
extension Catalog {
    static let englishOfficer: [Phrase: String] = [
        .footerOfficer: "Data protection officer: {contact}",
        .footerFacts: "What is stored about you, in one table: {link}",
        .noticeShort: "In short",
        .noticeShortWho: "{controller} is responsible. Questions about your data: {contact}.",
        .noticeShortWhat: """
        We keep your name, your address and what you write, in order to answer you. Nobody is profiled, and no mail \
        of ours is tracked.
        """,
        .noticeShortRights: """
        You may ask for a copy, for correction and for erasure, object, and complain to {authority}. It is free of \
        charge.
        """,
        .noticeShortMail: "Every mail of ours has a link by which you stop further mail.",
        .noticeFull: "In full",
        .noticeRepresentative: "Representative in the Union (Art. 27 GDPR): {name}",
        .noticeNoOfficer: "None has to be appointed. Who answers questions about your data: {contact}",
        .noticeTransfersNone: "None: everybody named above is in the European Economic Area.",
        .noticeTransferLine: "{name}, {country}: {means}. A copy of the safeguards: {address}.",
        .noticeTransferNothing: "nothing that allows it is stated",
        .noticeTransferAdequacy: "on an adequacy decision of the Commission (Art. 45 GDPR)",
        .noticeTransferClauses: "no adequacy decision; on standard data protection clauses (Art. 46(2)(c) GDPR)",
        .noticeTransferRules: "no adequacy decision; on binding corporate rules (Art. 47 GDPR)",
        .noticeTransferDerogation: "no adequacy decision; on a derogation for single cases (Art. 49 GDPR)",
        .officerTitle: "The data protection officer and the tasks of the year",
        .officerNeed: "Whether one is needed",
        .officerOutcome: "Decision",
        .officerRequired: "An officer is needed",
        .officerVoluntary: "None is needed; one is appointed all the same, with the same duties",
        .officerNotRequired: "None is needed",
        .officerUndecided: "Nobody has decided yet",
        .officerReasons: "Reasons",
        .officerPersons: "People constantly busy with automated processing",
        .officerYes: "Answered with yes",
        .officerNone: "none",
        .officerDecidedOn: "Decided on",
        .officerReview: "To be thought over by",
        .officerPrivacyContact: "Who answers for data protection",
        .officerPosition: "Position (Art. 37(6))",
        .officerInternal: "of the staff",
        .officerExternal: "by a service contract",
        .officerFrom: "Appointed",
        .officerQualification: "Expert knowledge (Art. 37(5))",
        .officerDeputy: "Deputy",
        .officerToldAuthority: "Told the authority on (Art. 37(7))",
        .officerPublished: "Published on (Art. 37(7))",
        .officerNotYet: "not yet",
        .officerTasks: "Tasks (Art. 39(1))",
        .officerDue: "due {day}",
        .officerDone: "done {day}",
        .officerOpen: "Still open",
        .officerTaskNeed: "Think over whether an officer is needed, and write down why",
        .officerReminderSubject: "{service}: tasks of the data protection officer that are due: {count}",
        .officerReminderIntro: "These tasks of the data protection officer are due soon or already:",
        .officerReminderLine: "{key}, due {day} (Art. {article}): {words}.",
        .officerReminderEnd: """
        When one is done: `ticketd dpo tasks done KEY --note "what was done"`. You are told of each due date once; \
        `ticketd dpo tasks` lists all of them.
        """,
    ]
}
