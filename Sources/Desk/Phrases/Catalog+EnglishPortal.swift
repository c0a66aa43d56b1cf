/// English, as far as single-use links and the portal speak it. `{name}` stands for a value.
extension Catalog {
    static let englishPortal: [Phrase: String] = [
        .linkSubject: "Your link to your data at {service}",
        .linkText: """
        Somebody asked for a link to the page where you see what {service} keeps about you, and can change it. \
        If it was you, open this link within 24 hours. It works once:

        {link}

        If it was not you, delete this mail. Nothing has happened, and nobody has seen anything.
        """,
        .linkProofSubject: "Please confirm your request {reference}",
        .linkProofText: """
        We received a request about your personal data. Its reference is {reference}. \
        Before we hand data out or change it we make sure that the request is yours. \
        If it is, open this link within 24 hours and confirm. It works once:

        {link}

        If it is not yours, do not open the link, and tell us: {controller}. Nothing will be done then.
        """,
        .portalTitle: "Your data at {service}",
        .portalAskIntro: """
        Here you see what we keep about you, and you can download it, correct it, or have it erased. \
        Tell us the address you write to us from. We mail a link there that opens your page.
        """,
        .portalAskLabel: "Your e-mail address",
        .portalAskButton: "Mail me a link",
        .portalAskInvalid: "This is not an e-mail address. It looks like name@example.com.",
        .portalAskNote: """
        You need no account and no password. You may as well write or call us: every way is equal. \
        The page uses one cookie while you are signed in, and none otherwise.
        """,
        .portalSentTitle: "Look into your mail",
        .portalSentText: """
        If we know this address, a mail with a link is on its way. The link works once, within 24 hours.
        """,
        .portalSentNothing: """
        No mail after a few minutes? Look into the spam folder. Perhaps you wrote to us from another address. \
        We send only a few links a day to one address.
        """,
        .portalLinkTitle: "Open your page",
        .portalLinkText: """
        The link from your mail works. Press the button to open your page. After that the link is used up.
        """,
        .portalLinkButton: "Open my page",
        .portalProofTitle: "Confirm your request",
        .portalProofText: """
        Is the request {reference} about your personal data yours? Press the button to confirm it. \
        If it is not yours, close this page and nothing will be done.
        """,
        .portalProofButton: "Yes, it is my request",
        .portalProvedTitle: "Thank you",
        .portalProvedText: "You have confirmed the request {reference}. We go on with it and write to you.",
        .portalDeadTitle: "This link does not work any more",
        .portalDeadText: """
        It was used before, is older than 24 hours, or is not complete. Nothing was changed. You can ask for a new one.
        """,
        .portalOutTitle: "You are not signed in",
        .portalOutText: """
        For your safety you are signed out after 15 minutes without a click. Nothing was changed. \
        Ask for a new link to go on.
        """,
        .portalSignOut: "Sign out",
        .portalSignedOut: "You are signed out.",
        .portalAgain: "Ask for a new link",
        .portalBack: "Back to the overview",
        .portalNoMailTitle: "We cannot send you a link at the moment",
        .portalNoMailText: "Nothing was changed. Please write to us, or try again later.",
        .portalNoneTitle: "There is no such page",
        .portalNoneText: "What you looked for is not here, or not yours. Nothing was changed.",
        .portalWho: "We keep this about {who}, since {day}:",
        .portalConversations: "Conversations",
        .portalMessages: "Messages from you",
        .portalAnswers: "Our mails to you",
        .portalFiles: "Files",
        .portalHandedOn: "Handed on to others",
        .portalRequests: "Your requests about your data",
        .portalRequest: "{right} (Art. {article} GDPR), {reference}",
        .portalRequestOpen: "Received on {received}. You hear from us by {due} at the latest.",
        .portalRequestWaits: "Received on {received}. We asked you something by mail and wait for your answer.",
        .portalRequestDone: "Received on {received}. Done on {decided}.",
        .portalRequestPartly: "Received on {received}. Done in part on {decided}; our mail says what was not, and why.",
        .portalRequestRefused: "Received on {received}. Not done, on {decided}; our mail says why.",
        .portalRequestWithdrawn: "Received on {received}. You took it back on {decided}.",
        .rightAccess: "Information and a copy",
        .rightRectification: "Correction",
        .rightErasure: "Erasure",
        .rightRestriction: "Restriction",
        .rightPortability: "A copy to take along",
        .rightObjection: "Objection",
        .rightMarketingObjection: "Objection to advertising",
        .rightWithdrawal: "Withdrawal of a consent",
        .rightAutomatedDecision: "A human instead of an automated decision",
        .rightComplaint: "Complaint",
        .rightInformation: "Question",
    ]
}
