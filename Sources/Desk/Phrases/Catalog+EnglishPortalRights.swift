/// English, as far as the portal speaks of copies, consents, names and objections. `{name}` stands for a value.
extension Catalog {
    static let englishPortalRights: [Phrase: String] = [
        .linkExportSubject: "The copy of your data at {service} is ready",
        .linkExportText: """
        You asked for a copy of what {service} keeps about you. It is ready. Open this link and fetch it. \
        The link works once, and for {days} days at most; after that the copy is destroyed:

        {link}

        You can ask for a new link at any time. If you did not ask for a copy, do not open the link, and tell us: \
        {controller}.
        """,
        .rightsCopyReady: """
        A second mail brings you a link to the copy. The link works once. If it is lost, ask for a new one on the page \
        that our mails name.
        """,
        .portalCopyLinkText: """
        The link from your mail works. Press the button to open your page, where you can fetch the copy of your data. \
        After that the link is used up.
        """,
        .portalExportsTitle: "A copy of your data",
        .portalExportsAbout: "Get everything we keep about you as a file to read, or to take along.",
        .portalExportsThere: "Your copies",
        .portalExportsIntro: "It is made within minutes. You find it on this page, and we mail you a link to it.",
        .portalExportAccess: """
        Everything {service} keeps about you, with what the law wants said about it: pages to read, your mails, your \
        files, and the same for programs. What concerns others is covered in it.
        """,
        .portalExportAccessButton: "Make a copy to read",
        .portalExportPortability: """
        What you gave us yourself, in forms that other programs read: JSON, mails and files.
        """,
        .portalExportPortabilityButton: "Make a copy to take along",
        .portalExportPlanned: "Asked for on {day}. It is being made; look again in a minute.",
        .portalExportReady: "Asked for on {day}. It can be fetched until {until} ({size}).",
        .portalExportGone: "Asked for on {day}. It cannot be fetched any more.",
        .portalExportFetch: "Fetch it",
        .portalExportEnd: "Destroy it",
        .portalExportEndThis: "Destroy this: {copy}, asked for on {day}",
        .portalExportWarning: "The file is not encrypted. Keep it where only you can open it.",
        .portalConsentsTitle: "Your consents",
        .portalConsentsAbout: "See what you agreed to, in which words, and take it back.",
        .portalConsentsIntro: """
        Withdrawing takes one click and no reason. What was done until then stays lawful.
        """,
        .portalConsentsNone: "You have given us none.",
        .portalConsentGiven: "Given on {day}, to the words of version {version}.",
        .portalConsentWithdrawn: "Given on {day}, to the words of version {version}. Withdrawn on {end}.",
        .portalConsentInvalid: "Entered on {day}, without proof: it counts for nothing.",
        .portalConsentWithheld: "It stands. The rest is locked away, as your data is restricted.",
        .portalConsentWords: "The words you agreed to",
        .portalNameTitle: "Your name",
        .portalNameAbout: "Correct the name we know you by.",
        .portalNameIntro: "This is the name we know you by. Correct it here; it is in force at once.",
        .portalNameLabel: "Your name",
        .portalNameButton: "Save",
        .portalNameSaved: "Saved. Whoever we sent the old name to is told.",
        .portalNameUnfit: "Please write a name, in one line and not too long.",
        .portalNameNote: "What was said in mails stays as it was said. Is something else wrong?",
        .portalObjectionTitle: "Object",
        .portalObjectionAbout: "No advertising, or no use of your data at all.",
        .portalObjectMarketing: "To advertising",
        .portalObjectMarketingText: """
        You need no reason. From then on {service} sends you no advertising (Art. 21(2) GDPR).
        """,
        .portalObjectMarketingButton: "No advertising",
        .portalObjectMarketingDone: "You get no advertising from us.",
        .portalObjectUse: "To the use of your data",
        .portalObjectUseText: """
        Your data is locked away at once, while somebody weighs your reasons against ours (Art. 21(1) GDPR). \
        We write to you what comes of it, within a month. What you write to us later is answered.
        """,
        .portalObjectUseButton: "Object to the use of my data",
        .portalObjectUseDone: "You objected on {day}. Your data is locked away while somebody looks at it.",
        .exportConsents: "Your consents",
        .exportTold: "Who of them was told of a change",
        .exportToldRectified: "that it was corrected",
        .exportToldRestricted: "that it is only kept, not used",
        .exportToldErased: "that it was erased",
        .exportStatements: "What you said about messages",
        .exportNoticeShown: "You were given our privacy notice, version {version}, first on {day}.",
        .exportExpires: "Will be deleted",
    ]
}
