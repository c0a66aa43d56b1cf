/// What is written to and about the data protection officer, in English.
extension Catalog {
    static let englishOfficer: [Phrase: String] = [
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
